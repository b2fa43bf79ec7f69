import { defineTexts } from '../../platform/text/define-texts.ts';

interface Asked {
  /** the column, segment, month or group that stands out most; null where there is none */
  subject: string | null;
}

const about = ({ subject }: Asked): string => (subject === null ? '' : ` (${subject})`);

/** Sentences that the server says: what each check measures, what it asks of the expert, what a gate asks. */
export const sufficiencyTexts = defineTexts(
  {
    definition: {
      leakage:
        'What a model could know in the data and will not know in use: fields from after the moment of prediction, a field that alone gives the answer (AUC above .95), the same customer or row on both sides of the split, a test that lies before what was learnt, names of cases.',
      serving: 'Whether every field can be had at the moment of prediction, from the same source.',
      labels: 'The share of rows with a known outcome, and who decided it by which rule.',
      label_noise:
        'Rows that are the same in every field and have another outcome: of each such group, all but the most frequent.',
      size_development:
        'Cases, or entities where rows belong together, beside the number that Riley et al. (2020) ask for this many parameters; fewer than half fails.',
      size_evaluation:
        'Hits and others in the test, at least 100 of each, and enough hits for the interval to be as narrow as the gate needs.',
      classes: 'Cases of each class; rows of one entity count once. Under 100 warns, under 30 fails.',
      coverage:
        'Rows and hits of each declared segment, and how far the shares lie from those that are meant (stability index: .2 warns, .5 fails).',
      time_span:
        'How many whole cycles the data reaches over (two, or it warns), and how many cases are too young for their outcome to be known.',
      freshness: 'How old the newest row is beside what the requirement allows; twice that fails.',
      completeness:
        'Share of each column that is filled in; values that mean that there is none count as missing. 99 % of what must be there.',
      validity:
        'What the contract of the data found in this version; rows that are repeated, and keys that name more than one row.',
      stability:
        'How far each month lies from the one before: the stability index of each field (.1 warns, .2 fails) and jumps of the share of hits, where they are more than chance brings among so many comparisons.',
      signal:
        'A small model on the later rows: against labels that are dealt out anew, against the best single field, and in money against doing nothing, acting on all, and that field.',
      learning_curve: 'The error of that model on ever more rows, and how much twice as many would take away.',
      representativeness:
        'Rows of each group, how much emptier their fields are, and how far their share of hits lies from the others.',
      lawful:
        'Whether it may be used for this purpose, whether it comes again by itself, and whether taking it out again gave the same.',
    },
    question: {
      leakage: (p: Asked) => `Can this be known when the prediction must be there${about(p)}?`,
      serving: (p: Asked) => `How would this reach the model in time${about(p)}?`,
      labels: () => 'Why do some cases have no outcome, or one that stands in for another?',
      label_noise: () => 'Why do the same cases end differently?',
      size_development: () => 'Is there a reason why there are so few cases, and can there be more?',
      size_evaluation: () => 'Is there a reason why so few cases are left to test on, and can there be more?',
      classes: (p: Asked) => `Is this class really so rare${about(p)}?`,
      coverage: (p: Asked) => `Is this part of the cases really so thin, or of another share${about(p)}?`,
      time_span: () => 'Is what happened in this time like what is to come?',
      freshness: () => 'Why is there nothing newer?',
      completeness: (p: Asked) => `Why is this so often empty${about(p)}?`,
      validity: () => 'Why does the data break what was agreed, or repeat itself?',
      stability: (p: Asked) => `What changed here${about(p)}?`,
      signal: () => 'Would you yourself see from these fields how a case ends?',
      learning_curve: () => 'Can more of the same data be had, and what would it cost?',
      representativeness: (p: Asked) => `Why does this group differ${about(p)}?`,
      lawful: () => 'On which ground may this be used, and how does it come again?',
    },
    overall: {
      none: 'Nobody has said yet which data is needed.',
      open: 'Not every requirement has been judged on its newest data.',
      sufficient: 'The data is enough.',
      conditional: 'The data is enough on conditions: some checks were not assessed, or are not explained.',
      insufficient: 'The data is not enough.',
    },
    whatThen: 'Collect more or better data, narrow the scope to what the data does cover, or decide on a no-go.',
    gate: {
      required: 'Write down which data is needed.',
      plan: (p: { what: string }) => `Say which data answers “${p.what}”, and confirm it.`,
      judged: (p: { what: string }) => `Run the checks on the newest data for “${p.what}”.`,
      answered: (p: { what: string; count: number }) =>
        p.count === 1
          ? `One question about “${p.what}” waits for the expert.`
          : `${p.count} questions about “${p.what}” wait for the expert.`,
      enough: (p: { what: string }) => `The data for “${p.what}” is not enough.`,
      assessed: (p: { what: string; count: number }) =>
        p.count === 1
          ? `One check of “${p.what}” is not assessed or not explained.`
          : `${p.count} checks of “${p.what}” are not assessed or not explained.`,
      sources: (p: { what: string }) =>
        `Let data engineer and expert together name the source of “${p.what}”, and choose it.`,
    },
  },
  {
    definition: {
      leakage:
        'Wat een model in de gegevens zou kunnen weten en in het gebruik niet weet: velden van na het moment van voorspellen, een veld dat alleen al het antwoord geeft (AUC boven 0,95), dezelfde klant of rij aan beide kanten van de splitsing, een toets die vóór het geleerde ligt, namen van gevallen.',
      serving: 'Of elk veld er op het moment van voorspellen is, uit dezelfde bron.',
      labels: 'Het deel van de rijen met een bekende uitkomst, en wie die volgens welke regel heeft bepaald.',
      label_noise:
        'Rijen die in elk veld gelijk zijn en toch een andere uitkomst hebben: van elke groep alle behalve de meest voorkomende.',
      size_development:
        'Gevallen, of entiteiten waar rijen bij elkaar horen, naast het aantal dat Riley e.a. (2020) voor zoveel parameters vragen; minder dan de helft wordt afgekeurd.',
      size_evaluation:
        'Treffers en andere gevallen in de toets, van elk minstens 100, en genoeg treffers voor een interval dat zo smal is als de poort nodig heeft.',
      classes:
        'Gevallen per klasse; rijen van één entiteit tellen één keer. Onder 100 is een waarschuwing, onder 30 een afkeuring.',
      coverage:
        'Rijen en treffers van elk opgegeven segment, en hoe ver de aandelen liggen van wat bedoeld is (stabiliteitsindex: 0,2 waarschuwt, 0,5 keurt af).',
      time_span:
        'Over hoeveel hele cycli de gegevens lopen (twee, anders een waarschuwing), en hoeveel gevallen te jong zijn voor een bekende uitkomst.',
      freshness: 'Hoe oud de nieuwste rij is naast wat de eis toestaat; twee keer zo oud wordt afgekeurd.',
      completeness:
        'Het deel van elke kolom dat is ingevuld; waarden die "geen" betekenen tellen als ontbrekend. 99 % van wat er moet zijn.',
      validity:
        'Wat het contract van de gegevens in deze versie vond; rijen die zich herhalen, en sleutels die meer dan één rij noemen.',
      stability:
        'Hoe ver elke maand van de vorige ligt: de stabiliteitsindex van elk veld (0,1 waarschuwt, 0,2 keurt af) en sprongen in het aandeel treffers, als ze meer zijn dan toeval bij zoveel vergelijkingen.',
      signal:
        'Een klein model op de latere rijen: naast uitkomsten die opnieuw zijn uitgedeeld, naast het beste losse veld, en in geld naast niets doen, bij alles ingrijpen en dat veld.',
      learning_curve:
        'De fout van dat model op steeds meer rijen, en hoeveel twee keer zoveel rijen daarvan zouden wegnemen.',
      representativeness:
        'Rijen van elke groep, hoeveel leger hun velden zijn en hoe ver hun aandeel treffers van de anderen ligt.',
      lawful:
        'Of het voor dit doel gebruikt mag worden, of het vanzelf opnieuw komt en of opnieuw ophalen hetzelfde gaf.',
    },
    question: {
      leakage: (p) => `Is dit bekend op het moment dat de voorspelling er moet zijn${about(p)}?`,
      serving: (p) => `Hoe zou dit op tijd bij het model komen${about(p)}?`,
      labels: () => 'Waarom hebben sommige gevallen geen uitkomst, of een die voor een andere staat?',
      label_noise: () => 'Waarom lopen dezelfde gevallen verschillend af?',
      size_development: () => 'Is er een reden dat er zo weinig gevallen zijn, en kunnen er meer komen?',
      size_evaluation: () =>
        'Is er een reden dat er zo weinig gevallen over zijn om op te toetsen, en kunnen er meer komen?',
      classes: (p) => `Is deze klasse echt zo zeldzaam${about(p)}?`,
      coverage: (p) => `Is dit deel van de gevallen echt zo dun, of is het aandeel anders${about(p)}?`,
      time_span: () => 'Lijkt wat in deze tijd gebeurde op wat komt?',
      freshness: () => 'Waarom is er niets nieuwers?',
      completeness: (p) => `Waarom is dit zo vaak leeg${about(p)}?`,
      validity: () => 'Waarom houden de gegevens zich niet aan wat is afgesproken, of herhalen ze zich?',
      stability: (p) => `Wat is hier veranderd${about(p)}?`,
      signal: () => 'Zou u zelf aan deze velden zien hoe een geval afloopt?',
      learning_curve: () => 'Kunnen er meer van dezelfde gegevens komen, en wat zou dat kosten?',
      representativeness: (p) => `Waarom wijkt deze groep af${about(p)}?`,
      lawful: () => 'Op welke grond mag dit gebruikt worden, en hoe komt het opnieuw?',
    },
    overall: {
      none: 'Niemand heeft nog gezegd welke gegevens nodig zijn.',
      open: 'Niet elke eis is beoordeeld op de nieuwste gegevens.',
      sufficient: 'De gegevens zijn genoeg.',
      conditional:
        'De gegevens zijn genoeg onder voorwaarden: sommige controles zijn niet beoordeeld of niet verklaard.',
      insufficient: 'De gegevens zijn niet genoeg.',
    },
    whatThen: 'Verzamel meer of betere gegevens, beperk u tot wat de gegevens wel dekken, of besluit tot een no-go.',
    gate: {
      required: 'Schrijf op welke gegevens nodig zijn.',
      plan: (p) => `Zeg welke gegevens “${p.what}” beantwoorden, en bevestig dat.`,
      judged: (p) => `Voer de controles uit op de nieuwste gegevens voor “${p.what}”.`,
      answered: (p) =>
        p.count === 1
          ? `Eén vraag over “${p.what}” wacht op de expert.`
          : `${p.count} vragen over “${p.what}” wachten op de expert.`,
      enough: (p) => `De gegevens voor “${p.what}” zijn niet genoeg.`,
      assessed: (p) =>
        p.count === 1
          ? `Eén controle van “${p.what}” is niet beoordeeld of niet verklaard.`
          : `${p.count} controles van “${p.what}” zijn niet beoordeeld of niet verklaard.`,
      sources: (p) => `Laat data-engineer en expert samen de bron van “${p.what}” aanwijzen, en kies die.`,
    },
  },
);
