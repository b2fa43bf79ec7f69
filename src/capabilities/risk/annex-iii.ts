import type { InBoth } from './tree-shape.ts';

interface Area {
  group: InBoth;
  items: readonly { id: string; article: string; text: InBoth }[];
}

/** Annex III of Regulation (EU) 2024/1689, in plain words: the areas of high risk with the uses that count. */
export const annexIII: readonly Area[] = [
  {
    group: { en: 'Biometrics', nl: 'Biometrie' },
    items: [
      {
        id: '1a',
        article: 'Annex III(1)(a)',
        text: {
          en: 'Recognising people from a distance by their body (not merely checking that somebody is who they say)',
          nl: 'Mensen op afstand herkennen aan hun lichaam (niet enkel nagaan of iemand is wie hij zegt)',
        },
      },
      {
        id: '1b',
        article: 'Annex III(1)(b)',
        text: {
          en: 'Sorting people by sensitive traits that are read from their body',
          nl: 'Mensen indelen naar gevoelige kenmerken die uit hun lichaam worden afgeleid',
        },
      },
      {
        id: '1c',
        article: 'Annex III(1)(c)',
        text: { en: 'Recognising emotions', nl: 'Emoties herkennen' },
      },
    ],
  },
  {
    group: { en: 'Critical infrastructure', nl: 'Kritieke infrastructuur' },
    items: [
      {
        id: '2',
        article: 'Annex III(2)',
        text: {
          en: 'Safety of digital infrastructure, road traffic, or the supply of water, gas, heat or electricity',
          nl: 'Veiligheid van digitale infrastructuur, wegverkeer, of de levering van water, gas, warmte of stroom',
        },
      },
    ],
  },
  {
    group: { en: 'Education and training', nl: 'Onderwijs en opleiding' },
    items: [
      {
        id: '3a',
        article: 'Annex III(3)(a)',
        text: { en: 'Deciding who is admitted, or where', nl: 'Bepalen wie wordt toegelaten, of waar' },
      },
      {
        id: '3b',
        article: 'Annex III(3)(b)',
        text: { en: 'Judging what somebody has learned', nl: 'Beoordelen wat iemand heeft geleerd' },
      },
      {
        id: '3c',
        article: 'Annex III(3)(c)',
        text: {
          en: 'Judging which level of education somebody may get',
          nl: 'Beoordelen welk onderwijsniveau iemand mag volgen',
        },
      },
      {
        id: '3d',
        article: 'Annex III(3)(d)',
        text: { en: 'Watching for cheating during tests', nl: 'Toezien op fraude tijdens toetsen' },
      },
    ],
  },
  {
    group: { en: 'Work', nl: 'Werk' },
    items: [
      {
        id: '4a',
        article: 'Annex III(4)(a)',
        text: {
          en: 'Recruiting: targeting vacancies, sifting applications, judging candidates',
          nl: 'Werving: vacatures gericht tonen, sollicitaties schiften, kandidaten beoordelen',
        },
      },
      {
        id: '4b',
        article: 'Annex III(4)(b)',
        text: {
          en: 'Terms, promotion or dismissal; handing out tasks by behaviour or traits; watching how people work',
          nl: 'Voorwaarden, promotie of ontslag; taken verdelen naar gedrag of kenmerken; volgen hoe mensen werken',
        },
      },
    ],
  },
  {
    group: { en: 'Essential services', nl: 'Essentiële diensten' },
    items: [
      {
        id: '5a',
        article: 'Annex III(5)(a)',
        text: {
          en: 'Public benefits and services, among them care: who gets them, keeps them or must repay',
          nl: 'Uitkeringen en publieke diensten, ook zorg: wie ze krijgt, houdt of moet terugbetalen',
        },
      },
      {
        id: '5b',
        article: 'Annex III(5)(b)',
        text: {
          en: 'Creditworthiness and credit scores of people (detecting financial fraud does not count)',
          nl: 'Kredietwaardigheid en kredietscores van mensen (opsporen van financiële fraude telt niet)',
        },
      },
      {
        id: '5c',
        article: 'Annex III(5)(c)',
        text: {
          en: 'Risk and price of life and health insurance for people',
          nl: 'Risico en prijs van levens- en ziektekostenverzekeringen voor mensen',
        },
      },
      {
        id: '5d',
        article: 'Annex III(5)(d)',
        text: {
          en: 'Emergency calls: judging them, sending help, putting patients in order of urgency',
          nl: 'Noodoproepen: ze beoordelen, hulp sturen, patiënten op urgentie ordenen',
        },
      },
    ],
  },
  {
    group: { en: 'Law enforcement', nl: 'Rechtshandhaving' },
    items: [
      {
        id: '6a',
        article: 'Annex III(6)(a)',
        text: { en: 'Who may become a victim of a crime', nl: 'Wie slachtoffer van een misdrijf kan worden' },
      },
      {
        id: '6b',
        article: 'Annex III(6)(b)',
        text: { en: 'Lie detectors and the like', nl: 'Leugendetectors en dergelijke' },
      },
      {
        id: '6c',
        article: 'Annex III(6)(c)',
        text: { en: 'How reliable evidence is', nl: 'Hoe betrouwbaar bewijs is' },
      },
      {
        id: '6d',
        article: 'Annex III(6)(d)',
        text: {
          en: 'Who may offend or offend again, not by profiling alone',
          nl: 'Wie (opnieuw) een strafbaar feit kan plegen, niet alleen door profilering',
        },
      },
      {
        id: '6e',
        article: 'Annex III(6)(e)',
        text: {
          en: 'Profiling people while crimes are detected, investigated or prosecuted',
          nl: 'Mensen profileren bij het opsporen, onderzoeken of vervolgen van strafbare feiten',
        },
      },
    ],
  },
  {
    group: { en: 'Migration, asylum, borders', nl: 'Migratie, asiel, grenzen' },
    items: [
      {
        id: '7a',
        article: 'Annex III(7)(a)',
        text: { en: 'Lie detectors and the like', nl: 'Leugendetectors en dergelijke' },
      },
      {
        id: '7b',
        article: 'Annex III(7)(b)',
        text: {
          en: 'The risk that somebody who enters the country poses',
          nl: 'Het risico dat iemand vormt die het land binnenkomt',
        },
      },
      {
        id: '7c',
        article: 'Annex III(7)(c)',
        text: {
          en: 'Examining applications for asylum, visas or residence',
          nl: 'Aanvragen voor asiel, visum of verblijf onderzoeken',
        },
      },
      {
        id: '7d',
        article: 'Annex III(7)(d)',
        text: {
          en: 'Detecting or recognising people (checking travel documents does not count)',
          nl: 'Mensen opsporen of herkennen (controle van reisdocumenten telt niet)',
        },
      },
    ],
  },
  {
    group: { en: 'Justice and democracy', nl: 'Rechtspraak en democratie' },
    items: [
      {
        id: '8a',
        article: 'Annex III(8)(a)',
        text: {
          en: 'Helping a judge or mediator to find and apply facts and law',
          nl: 'Een rechter of bemiddelaar helpen feiten en recht te vinden en toe te passen',
        },
      },
      {
        id: '8b',
        article: 'Annex III(8)(b)',
        text: {
          en: 'Influencing an election, a referendum or how people vote',
          nl: 'Een verkiezing, een referendum of stemgedrag beïnvloeden',
        },
      },
    ],
  },
];
