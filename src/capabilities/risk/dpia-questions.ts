import type { InBoth } from './tree-shape.ts';

interface DpiaQuestion {
  id: string;
  kind: 'scope' | 'always' | 'criterion';
  article: string;
  text: InBoth;
  hint: InBoth;
}

const wp248 = 'EDPB, WP 248 rev.01';

/** GDPR Art. 35: one of the cases that always need an assessment, or two of the nine criteria of the EDPB. */
export const dpiaQuestions: readonly DpiaQuestion[] = [
  {
    id: 'personal_data',
    kind: 'scope',
    article: 'GDPR 4(1)',
    text: { en: 'Are personal data processed?', nl: 'Worden persoonsgegevens verwerkt?' },
    hint: {
      en: 'Anything about somebody who can be identified, also by a number. If not, nothing more is asked.',
      nl: 'Alles over iemand die te herleiden is, ook met een nummer. Zo niet, dan is er verder geen vraag.',
    },
  },
  {
    id: 'automated_evaluation',
    kind: 'always',
    article: 'GDPR 35(3)(a)',
    text: {
      en: 'Are people evaluated systematically and extensively, with legal or similar effects?',
      nl: 'Worden mensen systematisch en uitgebreid beoordeeld, met rechtsgevolgen of iets dergelijks?',
    },
    hint: {
      en: 'By automatic means, as a basis for decisions about them.',
      nl: 'Geautomatiseerd, als grondslag voor beslissingen over hen.',
    },
  },
  {
    id: 'special_data_at_scale',
    kind: 'always',
    article: 'GDPR 35(3)(b)',
    text: {
      en: 'Are special or criminal data processed on a large scale?',
      nl: 'Worden bijzondere of strafrechtelijke gegevens grootschalig verwerkt?',
    },
    hint: {
      en: 'Health, belief, origin, politics, union, biometrics, sexual life; convictions and offences.',
      nl: 'Gezondheid, geloof, afkomst, politiek, vakbond, biometrie, seksueel leven; veroordelingen en strafbare feiten.',
    },
  },
  {
    id: 'public_monitoring',
    kind: 'always',
    article: 'GDPR 35(3)(c)',
    text: {
      en: 'Is a public place monitored systematically, on a large scale?',
      nl: 'Wordt een openbare ruimte stelselmatig en grootschalig gevolgd?',
    },
    hint: { en: 'For example by cameras.', nl: 'Bijvoorbeeld met camera’s.' },
  },
  {
    id: 'authority_list',
    kind: 'always',
    article: 'GDPR 35(4)',
    text: {
      en: 'Is it on the list of your data protection authority?',
      nl: 'Staat het op de lijst van de privacytoezichthouder?',
    },
    hint: {
      en: 'Each authority has a list of processing that always needs an assessment.',
      nl: 'Elke toezichthouder heeft een lijst van verwerkingen die altijd een beoordeling vragen; in Nederland de Autoriteit Persoonsgegevens.',
    },
  },
  {
    id: 'evaluation',
    kind: 'criterion',
    article: wp248,
    text: { en: 'Are people scored, profiled or predicted?', nl: 'Krijgen mensen een score, profiel of voorspelling?' },
    hint: {
      en: 'Work, money, health, interests, reliability, behaviour, place.',
      nl: 'Werk, geld, gezondheid, interesses, betrouwbaarheid, gedrag, plaats.',
    },
  },
  {
    id: 'automated_decision',
    kind: 'criterion',
    article: wp248,
    text: {
      en: 'Are decisions automatic, with a legal or similar effect?',
      nl: 'Zijn beslissingen automatisch, met rechtsgevolg of iets dergelijks?',
    },
    hint: { en: 'For example refusal or exclusion.', nl: 'Bijvoorbeeld weigering of uitsluiting.' },
  },
  {
    id: 'monitoring',
    kind: 'criterion',
    article: wp248,
    text: { en: 'Are people monitored systematically?', nl: 'Worden mensen stelselmatig gevolgd?' },
    hint: { en: 'Also over a network.', nl: 'Ook over een netwerk.' },
  },
  {
    id: 'sensitive',
    kind: 'criterion',
    article: wp248,
    text: { en: 'Are the data sensitive or very personal?', nl: 'Zijn de gegevens gevoelig of heel persoonlijk?' },
    hint: {
      en: 'Special data, and also location, money, letters and messages.',
      nl: 'Bijzondere gegevens, en ook locatie, geld, brieven en berichten.',
    },
  },
  {
    id: 'large_scale',
    kind: 'criterion',
    article: wp248,
    text: { en: 'Is it on a large scale?', nl: 'Is het grootschalig?' },
    hint: {
      en: 'Many people, much data, long, or over a wide area.',
      nl: 'Veel mensen, veel gegevens, lang, of een groot gebied.',
    },
  },
  {
    id: 'matching',
    kind: 'criterion',
    article: wp248,
    text: { en: 'Are data sets combined?', nl: 'Worden gegevensbestanden gekoppeld?' },
    hint: {
      en: 'In a way that people would not expect from how their data were gathered.',
      nl: 'Op een manier die mensen niet verwachten gezien hoe hun gegevens zijn verzameld.',
    },
  },
  {
    id: 'vulnerable',
    kind: 'criterion',
    article: wp248,
    text: { en: 'Are vulnerable people among them?', nl: 'Zijn er kwetsbare mensen bij?' },
    hint: {
      en: 'Children, employees, patients, and others who can hardly refuse.',
      nl: 'Kinderen, werknemers, patiënten, en anderen die moeilijk kunnen weigeren.',
    },
  },
  {
    id: 'innovative',
    kind: 'criterion',
    article: wp248,
    text: { en: 'Is the technology used in a new way?', nl: 'Wordt techniek op een nieuwe manier gebruikt?' },
    hint: {
      en: 'Machine learning about people usually is, where nobody did it so before.',
      nl: 'Machine learning over mensen is dat meestal, waar niemand het eerder zo deed.',
    },
  },
  {
    id: 'prevents_right',
    kind: 'criterion',
    article: wp248,
    text: {
      en: 'Can it keep people from a right, a service or a contract?',
      nl: 'Kan het mensen een recht, dienst of contract onthouden?',
    },
    hint: { en: 'For example a loan or an insurance.', nl: 'Bijvoorbeeld een lening of verzekering.' },
  },
];
