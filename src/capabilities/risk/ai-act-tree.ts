import { annexIII } from './annex-iii.ts';
import { forbiddenPractices } from './article-5.ts';
import type { Choice, DecisionTree, InBoth } from './tree-shape.ts';

/** Where the tree ends; each leaf has one class. */
export const aiActLeaves = [
  'outside',
  'forbidden_practice',
  'safety_component',
  'annex_iii_profiling',
  'annex_iii',
  'transparency',
  'none_of_all',
] as const;
export type AiActLeaf = (typeof aiActLeaves)[number];

export const assessedClasses = ['prohibited', 'high', 'limited', 'minimal'] as const;
export type AssessedClass = (typeof assessedClasses)[number];

/** Something outside the Act has no duties from it, as what is minimal has none but literacy. */
export const classOfLeaf: Readonly<Record<AiActLeaf, AssessedClass>> = {
  outside: 'minimal',
  forbidden_practice: 'prohibited',
  safety_component: 'high',
  annex_iii_profiling: 'high',
  annex_iii: 'high',
  transparency: 'limited',
  none_of_all: 'minimal',
};

type To = Choice<AiActLeaf>['to'];

const yes: InBoth = { en: 'Yes', nl: 'Ja' };
const no: InBoth = { en: 'No', nl: 'Nee' };
const none: InBoth = { en: 'None of these', nl: 'Geen van deze' };
const question = (id: string): To => ({ question: id });
const leaf = (id: AiActLeaf): To => ({ leaf: id });

const narrow = (id: string, article: string, text: InBoth): Choice<AiActLeaf> => ({
  id,
  article,
  text,
  needsReason: true,
  to: question('transparency'),
});
const duty = (id: string, article: string, text: InBoth): Choice<AiActLeaf> => ({
  id,
  article,
  text,
  to: leaf('transparency'),
});

/**
 * The class of a system under the EU AI Act, as the law decides it: by a tree, never by a score. The texts are plain
 * words for Regulation (EU) 2024/1689 as amended by the Digital Omnibus, which was adopted on 29 June 2026.
 */
export const aiActTree: DecisionTree<AiActLeaf> = {
  asOf: '2026-06-29',
  source: {
    en: 'Regulation (EU) 2024/1689; Digital Omnibus as adopted by the Council on 29 June 2026',
    nl: 'Verordening (EU) 2024/1689; Digital Omnibus zoals de Raad die aannam op 29 juni 2026',
  },
  questions: [
    {
      id: 'system',
      article: 'Art. 3(1)',
      text: { en: 'Will it be an AI system?', nl: 'Wordt het een AI-systeem?' },
      hint: {
        en: 'A machine that infers from its input how to make predictions, content, advice or decisions. A rule that people wrote out whole is none.',
        nl: 'Een machine die uit haar invoer afleidt hoe zij voorspellingen, inhoud, adviezen of beslissingen maakt. Een regel die mensen helemaal hebben uitgeschreven is dat niet.',
      },
      choices: [
        { id: 'yes', text: yes, to: question('practice') },
        { id: 'no', text: no, to: leaf('outside') },
      ],
    },
    {
      id: 'practice',
      article: 'Art. 5',
      text: { en: 'Is it a practice that the law forbids?', nl: 'Is het een praktijk die de wet verbiedt?' },
      hint: {
        en: 'One that fits is enough: what is forbidden cannot be made lawful by controls.',
        nl: 'Eén die past is genoeg: wat verboden is, wordt niet geoorloofd door maatregelen.',
      },
      choices: [
        ...forbiddenPractices.map((practice) => ({ ...practice, to: leaf('forbidden_practice') })),
        { id: 'none', text: none, to: question('product') },
      ],
    },
    {
      id: 'product',
      article: 'Art. 6(1), Annex I',
      text: {
        en: 'Is it the safety part of a product, or itself a product, that a third party must approve?',
        nl: 'Is het een veiligheidsonderdeel van een product, of zelf een product, dat door een derde moet worden gekeurd?',
      },
      hint: {
        en: 'Under the product laws of Annex I: machines, toys, lifts, medical devices, radio equipment, vehicles, aircraft, ships, rail and others.',
        nl: 'Onder de productwetten van bijlage I: machines, speelgoed, liften, medische hulpmiddelen, radioapparatuur, voertuigen, vliegtuigen, schepen, spoor en andere.',
      },
      choices: [
        {
          id: 'section_a',
          article: 'Annex I, section A',
          text: {
            en: 'Yes: machines, toys, lifts, medical devices or another law of section A',
            nl: 'Ja: machines, speelgoed, liften, medische hulpmiddelen of een andere wet van afdeling A',
          },
          to: leaf('safety_component'),
        },
        {
          id: 'section_b',
          article: 'Annex I, section B',
          text: {
            en: 'Yes: vehicles, aviation, shipping, rail or another law of section B',
            nl: 'Ja: voertuigen, luchtvaart, scheepvaart, spoor of een andere wet van afdeling B',
          },
          to: leaf('safety_component'),
        },
        { id: 'no', text: no, to: question('area') },
      ],
    },
    {
      id: 'area',
      article: 'Art. 6(2), Annex III',
      text: { en: 'Is it meant for one of these uses?', nl: 'Is het bedoeld voor een van deze toepassingen?' },
      hint: {
        en: 'Choose the first that fits; what it is meant for counts, not how well it works.',
        nl: 'Kies de eerste die past; het gaat om waarvoor het bedoeld is, niet hoe goed het werkt.',
      },
      choices: [
        ...annexIII.flatMap(({ group, items }) => items.map((item) => ({ ...item, group, to: question('profiling') }))),
        { id: 'none', text: none, to: question('transparency') },
      ],
    },
    {
      id: 'profiling',
      article: 'Art. 6(3)',
      text: { en: 'Does it profile people?', nl: 'Profileert het mensen?' },
      hint: {
        en: 'Judging somebody by automatic processing of their personal data: work, money, health, behaviour, place. If so, no exemption is possible.',
        nl: 'Iemand beoordelen door automatische verwerking van persoonsgegevens: werk, geld, gezondheid, gedrag, plaats. Dan is geen uitzondering mogelijk.',
      },
      choices: [
        { id: 'yes', text: yes, to: leaf('annex_iii_profiling') },
        { id: 'no', text: no, to: question('exemption') },
      ],
    },
    {
      id: 'exemption',
      article: 'Art. 6(3)-(4)',
      text: {
        en: 'Is its part in the decision so small that an exemption applies?',
        nl: 'Is de rol in de beslissing zo klein dat een uitzondering geldt?',
      },
      hint: {
        en: 'An exemption counts only with its reasons written down here: the law asks for that document before the system is used.',
        nl: 'Een uitzondering telt alleen met een opgeschreven motivering: de wet vraagt dat document vóór het gebruik.',
      },
      choices: [
        narrow('narrow_task', 'Art. 6(3)(a)', {
          en: 'It does a narrow procedural task',
          nl: 'Het doet een beperkte procedurele taak',
        }),
        narrow('improves_result', 'Art. 6(3)(b)', {
          en: 'It improves the result of something that a person has already done',
          nl: 'Het verbetert het resultaat van iets dat een mens al heeft gedaan',
        }),
        narrow('detects_patterns', 'Art. 6(3)(c)', {
          en: 'It shows where earlier decisions deviate, and does not replace the person who judges',
          nl: 'Het toont waar eerdere beslissingen afwijken, en vervangt niet wie oordeelt',
        }),
        narrow('prepares', 'Art. 6(3)(d)', {
          en: 'It only prepares for an assessment',
          nl: 'Het bereidt een beoordeling alleen voor',
        }),
        { id: 'none', text: { en: 'No exemption applies', nl: 'Er geldt geen uitzondering' }, to: leaf('annex_iii') },
      ],
    },
    {
      id: 'transparency',
      article: 'Art. 50',
      text: { en: 'Must people be told that it is AI?', nl: 'Moeten mensen weten dat het AI is?' },
      hint: {
        en: 'Choose the first that fits.',
        nl: 'Kies de eerste die past.',
      },
      choices: [
        duty('talks', 'Art. 50(1)', { en: 'It talks with people directly', nl: 'Het praat rechtstreeks met mensen' }),
        duty('generates', 'Art. 50(2)', {
          en: 'It makes sound, images, video or text',
          nl: 'Het maakt geluid, beeld, video of tekst',
        }),
        duty('reads_bodies', 'Art. 50(3)', {
          en: 'It recognises emotions or sorts people by their body',
          nl: 'Het herkent emoties of deelt mensen in naar hun lichaam',
        }),
        duty('deep_fake', 'Art. 50(4)', {
          en: 'It makes deep fakes, or texts that inform the public',
          nl: 'Het maakt deepfakes, of teksten die het publiek voorlichten',
        }),
        { id: 'none', text: none, to: leaf('none_of_all') },
      ],
    },
  ],
};
