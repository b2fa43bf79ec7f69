import type { Verdict } from './result-contract.ts';
import { decimalToNumber } from './money.ts';

export type Language = 'en' | 'nl';

const locales = { en: 'en-GB', nl: 'nl-NL' } as const;

interface Phrases {
  cheaper: Record<Verdict['against'], string>;
  than: Record<Verdict['against'], string>;
  mustCatch: (recall: string, alarms: string, cheaper: string) => string;
  bePrecise: (given: { precision: string; room: string; cheaper: string }) => string;
  catchAtMost: (recall: string) => string;
  beRight: (accuracy: string, cheaper: string) => string;
  errLess: (error: string, cheaper: string) => string;
  bring: (share: string, cheaper: string) => string;
  improve: (than: string) => string;
  always: (than: string) => string;
  never: Record<
    Extract<Verdict, { kind: 'never-pays' }>['reason'],
    (ceiling: string, cost: string, than: string) => string
  >;
}

const en: Phrases = {
  cheaper: {
    nothing: 'doing nothing is cheaper',
    all: 'acting on every case is cheaper',
    constant: 'one answer for every case is cheaper',
    today: 'today’s practice is cheaper',
  },
  than: {
    nothing: 'doing nothing',
    all: 'acting on every case',
    constant: 'one answer for every case',
    today: 'today’s practice',
  },
  mustCatch: (recall, alarms, cheaper) =>
    `The model must catch at least ${recall} of 100 with at most ${alarms} false alarms, else ${cheaper}.`,
  bePrecise: ({ precision, room, cheaper }) =>
    `There is room to act on ${room} cases a year: at least ${precision} of 100 of them must need it, else ${cheaper}.`,
  catchAtMost: (recall) => ` With this room no model catches more than ${recall} of 100.`,
  beRight: (accuracy, cheaper) => `The model must be right in at least ${accuracy} of 100 cases, else ${cheaper}.`,
  errLess: (error, cheaper) =>
    `The model’s typical error (one standard deviation) must stay at or below ${error}, else ${cheaper}.`,
  bring: (share, cheaper) =>
    `The model must bring at least ${share} of what perfect decisions would bring, else ${cheaper}.`,
  improve: (than) => `Any model that decides better than ${than} pays: the project itself costs nothing.`,
  always: (than) => `Any model pays: even one that knows nothing costs less than ${than}.`,
  never: {
    'no-cases': () => 'No model pays: there are no cases to decide.',
    'no-adoption': () => 'No model pays: nobody would follow it.',
    'nothing-to-gain': (_ceiling, _cost, than) => `No model pays: even perfect decisions bring nothing over ${than}.`,
    'fixed-cost-too-high': (ceiling, cost, than) =>
      `No model pays: perfect decisions bring ${ceiling} a year over ${than}, and the project costs ${cost} a year.`,
    'capacity-too-small': (ceiling, cost, than) =>
      `No model pays with the room there is to act: perfect decisions bring ${ceiling} a year over ${than}, and the project costs ${cost} a year.`,
  },
};

const nl: Phrases = {
  cheaper: {
    nothing: 'is niets doen goedkoper',
    all: 'is bij elk geval ingrijpen goedkoper',
    constant: 'is één antwoord voor elk geval goedkoper',
    today: 'is de huidige praktijk goedkoper',
  },
  than: {
    nothing: 'niets doen',
    all: 'bij elk geval ingrijpen',
    constant: 'één antwoord voor elk geval',
    today: 'de huidige praktijk',
  },
  mustCatch: (recall, alarms, cheaper) =>
    `Het model moet er minstens ${recall} van de 100 vinden met hoogstens ${alarms} vals alarm, anders ${cheaper}.`,
  bePrecise: ({ precision, room, cheaper }) =>
    `Er is ruimte om in ${room} gevallen per jaar in te grijpen: minstens ${precision} van de 100 daarvan moeten dat nodig hebben, anders ${cheaper}.`,
  catchAtMost: (recall) => ` Met deze ruimte vindt geen enkel model er meer dan ${recall} van de 100.`,
  beRight: (accuracy, cheaper) =>
    `Het model moet het in minstens ${accuracy} van de 100 gevallen goed hebben, anders ${cheaper}.`,
  errLess: (error, cheaper) =>
    `De typische fout van het model (één standaardafwijking) mag hoogstens ${error} zijn, anders ${cheaper}.`,
  bring: (share, cheaper) =>
    `Het model moet minstens ${share} opleveren van wat volmaakte beslissingen zouden opleveren, anders ${cheaper}.`,
  improve: (than) => `Elk model dat beter beslist dan ${than} loont: het project zelf kost niets.`,
  always: (than) => `Elk model loont: zelfs een model dat niets weet kost minder dan ${than}.`,
  never: {
    'no-cases': () => 'Geen model loont: er zijn geen gevallen om over te beslissen.',
    'no-adoption': () => 'Geen model loont: niemand zou het volgen.',
    'nothing-to-gain': (_ceiling, _cost, than) =>
      `Geen model loont: zelfs volmaakte beslissingen leveren niets op boven ${than}.`,
    'fixed-cost-too-high': (ceiling, cost, than) =>
      `Geen model loont: volmaakte beslissingen leveren ${ceiling} per jaar op boven ${than}, en het project kost ${cost} per jaar.`,
    'capacity-too-small': (ceiling, cost, than) =>
      `Geen model loont met de ruimte die er is om in te grijpen: volmaakte beslissingen leveren ${ceiling} per jaar op boven ${than}, en het project kost ${cost} per jaar.`,
  },
};

const phrases = { en, nl };

/** A space that does not break, as both languages set it between number and sign or unit. */
const FIXED_SPACE = '\u00a0';

/** The verdict as one sentence for people, numbers and money by the locale of the language. */
export function verdictSentence(verdict: Verdict, language: Language): string {
  const text = phrases[language];
  const locale = locales[language];
  const number = (value: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(value);
  const percent = (value: number) => `${number(value)}${FIXED_SPACE}%`;
  const cheaper = text.cheaper[verdict.against];
  switch (verdict.kind) {
    case 'must-catch':
      return text.mustCatch(number(verdict.recallPercent), percent(verdict.falseAlarmPercent), cheaper);
    case 'must-be-precise':
      return sayRoom(verdict, { text, number, cheaper });
    case 'must-be-right':
      return text.beRight(number(verdict.accuracyPercent), cheaper);
    case 'must-err-less':
      return text.errLess(`${number(verdict.sigma)}${FIXED_SPACE}${verdict.unit}`, cheaper);
    case 'must-bring':
      if (verdict.percent === 0) return text.improve(text.than[verdict.against]);
      return text.bring(percent(verdict.percent), cheaper);
    case 'always-pays':
      return text.always(text.than[verdict.against]);
    case 'never-pays': {
      const currency = new Intl.NumberFormat(locale, {
        style: 'currency',
        currency: verdict.currency,
        maximumFractionDigits: 0,
      });
      const [ceiling, cost] = [verdict.ceilingPerYear, verdict.fixedCostPerYear].map((amount) =>
        currency.format(decimalToNumber(amount)),
      );
      return text.never[verdict.reason](ceiling ?? '', cost ?? '', text.than[verdict.against]);
    }
  }
}

function sayRoom(
  { precisionPercent, casesPerYear, highestRecallPercent }: Extract<Verdict, { kind: 'must-be-precise' }>,
  { text, number, cheaper }: { text: Phrases; number: (value: number) => string; cheaper: string },
): string {
  const room = number(Math.floor(casesPerYear));
  const needed = text.bePrecise({ precision: number(precisionPercent), room, cheaper });
  return highestRecallPercent >= 100 ? needed : needed + text.catchAtMost(number(highestRecallPercent));
}
