import type { Locale } from '../../../platform/text/locale.ts';
import type { ApproachKind } from '../approach-contract.ts';

type Words = Record<'title' | 'idea' | 'pros' | 'cons', string>;

export interface ShippedSuggestion {
  key: string;
  kind: ApproachKind;
  /** tasks of the translation it is for; empty: any */
  tasks: readonly string[];
  words: Record<Locale, Words>;
}

const classifying = ['binary', 'multiclass'];
const tables = [...classifying, 'regression', 'ranking'];

/** What is usually worth weighing, by task. The rule and buying come with every task. */
export const shippedSuggestions: readonly ShippedSuggestion[] = [
  {
    key: 'rule',
    kind: 'baseline_rule',
    tasks: [],
    words: {
      en: {
        title: 'A rule that the expert can write down',
        idea: 'Two or three conditions on what is known at the moment of deciding, as an experienced colleague would do it.',
        pros: 'Explains itself\nRuns anywhere, today\nIs the mark that every model must beat',
        cons: 'Catches only what somebody thought of\nAges when the world changes, and nobody notices',
      },
      nl: {
        title: 'Een regel die de deskundige kan opschrijven',
        idea: 'Twee of drie voorwaarden op wat bekend is als er wordt besloten, zoals een ervaren collega het zou doen.',
        pros: 'Legt zichzelf uit\nDraait overal, vandaag\nIs de lat waar elk model overheen moet',
        cons: 'Vindt alleen wat iemand heeft bedacht\nVeroudert als de wereld verandert, en niemand merkt het',
      },
    },
  },
  {
    key: 'buy',
    kind: 'buy',
    tasks: [],
    words: {
      en: {
        title: 'Buy it as a service',
        idea: 'A vendor has solved this for others. We test it on our own cases, with our own prices for errors.',
        pros: 'Quick to try\nSomebody else keeps it running',
        cons: 'Our data goes to the vendor\nPrice for each prediction\nVersions may change or end',
      },
      nl: {
        title: 'Kopen als dienst',
        idea: 'Een leverancier heeft dit voor anderen opgelost. We toetsen het op eigen gevallen, met onze eigen prijs van fouten.',
        pros: 'Snel te proberen\nIemand anders houdt het draaiend',
        cons: 'Onze data gaat naar de leverancier\nPrijs per voorspelling\nVersies kunnen veranderen of stoppen',
      },
    },
  },
  {
    key: 'logistic',
    kind: 'linear',
    tasks: classifying,
    words: {
      en: {
        title: 'Logistic regression',
        idea: 'A weighted sum of what is known becomes a probability.',
        pros: 'Every weight can be read and defended\nNeeds few cases\nProbabilities are usually honest',
        cons: 'Sees no interplay unless it is put in\nAsks for careful columns',
      },
      nl: {
        title: 'Logistische regressie',
        idea: 'Een gewogen som van wat bekend is wordt een kans.',
        pros: 'Elk gewicht is te lezen en te verdedigen\nHeeft weinig gevallen nodig\nKansen zijn meestal eerlijk',
        cons: 'Ziet geen samenspel tenzij u het erin stopt\nVraagt zorgvuldige kolommen',
      },
    },
  },
  {
    key: 'linear',
    kind: 'linear',
    tasks: ['regression'],
    words: {
      en: {
        title: 'Linear regression with a penalty',
        idea: 'A weighted sum of what is known becomes the amount.',
        pros: 'Every weight can be read and defended\nNeeds few cases',
        cons: 'Sees no interplay unless it is put in\nA few extremes can pull it away',
      },
      nl: {
        title: 'Lineaire regressie met een rem',
        idea: 'Een gewogen som van wat bekend is wordt het bedrag of de hoeveelheid.',
        pros: 'Elk gewicht is te lezen en te verdedigen\nHeeft weinig gevallen nodig',
        cons: 'Ziet geen samenspel tenzij u het erin stopt\nEnkele uitschieters kunnen het wegtrekken',
      },
    },
  },
  {
    key: 'boosted-trees',
    kind: 'trees',
    tasks: tables,
    words: {
      en: {
        title: 'Boosted trees',
        idea: 'Many small trees, each correcting those before it.',
        pros: 'Usually the best on tables\nTakes gaps and mixed columns as they are\nFast to predict',
        cons: 'Explained only afterwards, case by case\nFollows the past outside which it knows nothing',
      },
      nl: {
        title: 'Boosted trees',
        idea: 'Veel kleine bomen, elk een verbetering van de vorige.',
        pros: 'Meestal het beste op tabellen\nNeemt gaten en gemengde kolommen zoals ze zijn\nVoorspelt snel',
        cons: 'Pas achteraf uit te leggen, geval voor geval\nVolgt het verleden; daarbuiten weet het niets',
      },
    },
  },
  {
    key: 'single-tree',
    kind: 'trees',
    tasks: classifying,
    words: {
      en: {
        title: 'One small tree',
        idea: 'A handful of questions, one after the other, learnt from the data.',
        pros: 'Fits on one page\nThe expert can correct it',
        cons: 'Less exact\nA little other data gives another tree',
      },
      nl: {
        title: 'Eén kleine boom',
        idea: 'Een handvol vragen na elkaar, geleerd uit de data.',
        pros: 'Past op één bladzijde\nDe deskundige kan hem verbeteren',
        cons: 'Minder precies\nIets andere data geeft een andere boom',
      },
    },
  },
  {
    key: 'alike-cases',
    kind: 'neighbours',
    tasks: tables,
    words: {
      en: {
        title: 'The most alike cases of the past',
        idea: 'What happened in the cases that look most like this one?',
        pros: 'Explained by examples\nNothing to train',
        cons: 'What is alike must be defined well\nKeeps the data at hand for every prediction',
      },
      nl: {
        title: 'De meest gelijkende gevallen van vroeger',
        idea: 'Wat gebeurde er in de gevallen die hier het meest op lijken?',
        pros: 'Uitleg met voorbeelden\nNiets te trainen',
        cons: 'Wat lijkt, moet goed bepaald zijn\nHoudt de data bij de hand voor elke voorspelling',
      },
    },
  },
  {
    key: 'neural-network',
    kind: 'neural_network',
    tasks: [...tables, 'anomaly'],
    words: {
      en: {
        title: 'A neural network',
        idea: 'For pictures, sound, text or long series: start from an existing network and fit it to our cases.',
        pros: 'Strong on pictures, sound and text\nCan start from what others trained',
        cons: 'Asks for many cases, or a good one to start from\nHard to explain\nHeavier to run',
      },
      nl: {
        title: 'Een neuraal netwerk',
        idea: 'Voor beeld, geluid, tekst of lange reeksen: begin met een bestaand netwerk en stem het af op onze gevallen.',
        pros: 'Sterk op beeld, geluid en tekst\nKan beginnen met wat anderen trainden',
        cons: 'Vraagt veel gevallen, of een goed begin\nMoeilijk uit te leggen\nZwaarder om te draaien',
      },
    },
  },
  {
    key: 'forecast',
    kind: 'forecasting',
    tasks: ['regression'],
    words: {
      en: {
        title: 'A statistical forecast',
        idea: 'Season, trend and the last values carry on.',
        pros: 'Needs only the series itself\nGives an interval by itself',
        cons: 'Does not see causes\nBreaks where the past breaks',
      },
      nl: {
        title: 'Een statistische voorspelling',
        idea: 'Seizoen, trend en de laatste waarden lopen door.',
        pros: 'Heeft alleen de reeks zelf nodig\nGeeft vanzelf een interval',
        cons: 'Ziet geen oorzaken\nBreekt waar het verleden breekt',
      },
    },
  },
  {
    key: 'quantiles',
    kind: 'trees',
    tasks: ['regression'],
    words: {
      en: {
        title: 'Predict a quantile instead of the mean',
        idea: 'Too much and too little do not cost the same: predict the point where both costs balance.',
        pros: 'Fits the prices of errors\nSays how sure it is',
        cons: 'Asks for more cases in the tails',
      },
      nl: {
        title: 'Een kwantiel voorspellen in plaats van het gemiddelde',
        idea: 'Te veel en te weinig kosten niet hetzelfde: voorspel het punt waar beide in balans zijn.',
        pros: 'Past bij de prijs van fouten\nZegt hoe zeker het is',
        cons: 'Vraagt meer gevallen in de staarten',
      },
    },
  },
  {
    key: 'isolation',
    kind: 'trees',
    tasks: ['anomaly'],
    words: {
      en: {
        title: 'What is easy to set apart',
        idea: 'Cases that few random splits suffice to isolate are unusual.',
        pros: 'Needs no labels\nFast',
        cons: 'Unusual is not the same as wrong: somebody has to look',
      },
      nl: {
        title: 'Wat makkelijk af te zonderen is',
        idea: 'Gevallen die met weinig toevallige splitsingen apart staan, zijn ongewoon.',
        pros: 'Heeft geen labels nodig\nSnel',
        cons: 'Ongewoon is niet hetzelfde als fout: iemand moet kijken',
      },
    },
  },
  {
    key: 'language-model',
    kind: 'language_model',
    tasks: ['generation', 'multiclass', 'other'],
    words: {
      en: {
        title: 'A language model with our own texts',
        idea: 'An existing model answers with the texts that we give it; people check what matters.',
        pros: 'Works with few examples\nHandles free text',
        cons: 'May say what is not so\nCosts for each answer\nThe version must be pinned',
      },
      nl: {
        title: 'Een taalmodel met onze eigen teksten',
        idea: 'Een bestaand model antwoordt met de teksten die we meegeven; mensen controleren wat ertoe doet.',
        pros: 'Werkt met weinig voorbeelden\nKan met vrije tekst overweg',
        cons: 'Kan iets zeggen wat niet zo is\nKost geld per antwoord\nDe versie moet vastliggen',
      },
    },
  },
];

/** Those that are for this task; while no task was chosen, those that are for any. */
export function suggestionsFor(task: string): readonly ShippedSuggestion[] {
  return shippedSuggestions.filter(({ tasks }) => tasks.length === 0 || tasks.includes(task));
}
