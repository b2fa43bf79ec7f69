import type { BinaryValueModel } from '../../src/capabilities/value/contract.ts';
import { amount, assumed as assume, estimate, share, sharesOf } from '../kit/figures.ts';
import { knownUntil, lateAfterMinutes, type Measured, partsOfDay, rule, station } from './measure.ts';

const assumed = assume('station manager and the crew planner');
const measured = `Counted in the flights of 2001 to ${station} before ${knownUntil}`;
const daysPerYear = 365;

const priced = (amounts: readonly [string, string, string], what: string) => amount(amounts, `${what} ${assumed}`);
const perYear = (perDay: number) => Math.round(perDay * daysPerYear);

export const ruleInWords = `extra crew is called in when more than ${rule.share * 100} % of the route's flights of the last ${rule.days} days were late`;

/** What each outcome is worth to the station: euros are assumptions and say so, shares and counts are measured. */
export function valueModel(data: Measured): BinaryValueModel {
  return {
    task: 'binary',
    currency: 'EUR',
    ...howOften(data),
    values,
    today: todaysRule(data),
    expected: {
      recall: hope([0.2, 0.45, 0.6]),
      falsePositiveRate: hope([0.05, 0.1, 0.22]),
    },
    segments: segments(data),
    runCostPerYear: { low: '70000', likely: '90000', high: '130000', source: assumed },
    buildCost: { low: '120000', likely: '180000', high: '320000', source: assumed },
    depreciationYears: 3,
    adoption: { low: 0.6, likely: 0.8, high: 0.95, source: `How often planners will follow the advice. ${assumed}` },
    timing: {
      horizonYears: 5,
      discountRate: { likely: 0.06, source: assumed },
      monthsToOutcome: { likely: 1, source: 'Overtime is settled in the month after' },
    },
    pilot: { cases: 2000, cost: { likely: '12000', source: `Two weeks in which planners see the advice. ${assumed}` } },
    scenarios,
  };
}

const values: BinaryValueModel['values'] = {
  tp: priced(['-52', '-38', '-26'], 'Late, and a crew was ready: a longer shift, no missed connections.'),
  fn: priced(['-140', '-95', '-60'], 'Late, and nobody was ready: overtime at short notice, missed connections.'),
  fp: priced(['-31', '-22', '-14'], 'In time, and a crew was called in for nothing.'),
  tn: {
    kind: 'constant',
    value: { likely: '0', source: 'In time and planned as usual: the zero that the other figures are measured from' },
  },
};

const scenarios: NonNullable<BinaryValueModel['scenarios']> = [
  {
    name: 'Doubting planners',
    note: 'They follow one advice in two: as in the first months of the roster system.',
    changes: { adoption: { likely: 0.5 } },
  },
  {
    name: 'Dearer overtime',
    note: 'The collective agreement of next year asks a third more for work at short notice.',
    changes: { values: { fn: { kind: 'constant', value: { likely: '-120' } } } },
  },
  {
    name: 'A weaker model',
    note: 'It catches little more than the rule could, with more false alarms.',
    changes: { expected: { recall: { likely: 0.25 }, falsePositiveRate: { likely: 0.15 } } },
  },
];

function howOften(data: Measured): Pick<BinaryValueModel, 'volumePerYear' | 'baseRate'> {
  return {
    volumePerYear: {
      low: perYear(data.arrivalsPerDay.low),
      likely: perYear(data.arrivals / data.days),
      high: perYear(data.arrivalsPerDay.high),
      source: `${measured}, a day, times ${daysPerYear}; low and high are the quietest and the busiest month`,
    },
    baseRate: {
      low: share(data.lateShare.low),
      likely: share(data.late / data.arrivals),
      high: share(data.lateShare.high),
      source: `${measured}: more than ${lateAfterMinutes} minutes late; low and high are the best and the worst month`,
    },
  };
}

/** Today's practice as it was counted, case by case; the rates and their margins follow from it. */
function todaysRule(data: Measured): NonNullable<BinaryValueModel['today']> {
  const inTime = data.arrivals - data.late;
  return {
    kind: 'cases',
    months: 3,
    source: `${measured}: ${ruleInWords}`,
    rows: [
      { truth: 'positive', decision: 'act', count: data.ruleHits },
      { truth: 'positive', decision: 'leave', count: data.late - data.ruleHits },
      { truth: 'negative', decision: 'act', count: data.ruleFalseAlarms },
      { truth: 'negative', decision: 'leave', count: inTime - data.ruleFalseAlarms },
    ],
  };
}

export const namesOfParts = {
  morning: 'Departed 5:00 to 12:00',
  afternoon: 'Departed 12:00 to 18:00',
  evening: 'Departed after 18:00',
} as const;

function segments({ byPart }: Measured): NonNullable<BinaryValueModel['segments']> {
  const shares = sharesOf(partsOfDay.map((part) => byPart[part].arrivals));
  return partsOfDay.map((part, index) => {
    const { arrivals, late } = byPart[part];
    return {
      name: namesOfParts[part],
      share: { likely: shares[index] ?? 0, source: measured },
      baseRate: { likely: share(late / arrivals), source: measured },
    };
  });
}

function hope(range: readonly [number, number, number]) {
  return estimate(range, `What the data scientist expects before having seen the data. ${assumed}`);
}
