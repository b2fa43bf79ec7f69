import type { BinaryValueModel } from '../../src/capabilities/value/contract.ts';
import { knownUntil, lateAfterMinutes, type Measured, rule, station } from './measure.ts';

const assumed = 'An assumption of this example: ask the station manager and the crew planner for your own figure';
const measured = `Counted in the flights of 2001 to ${station} before ${knownUntil}`;
const daysPerYear = 365;

const amount = ([low, likely, high]: readonly [string, string, string], source: string) =>
  ({ kind: 'constant', value: { low, likely, high, source: `${source} ${assumed}` } }) as const;
const share = (value: number) => Number(value.toFixed(6));
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
      recall: hope([0.35, 0.45, 0.6]),
      falsePositiveRate: hope([0.06, 0.1, 0.15]),
    },
    runCostPerYear: { low: '70000', likely: '90000', high: '130000', source: assumed },
    buildCost: { low: '120000', likely: '180000', high: '320000', source: assumed },
    depreciationYears: 3,
    adoption: { low: 0.6, likely: 0.8, high: 0.95, source: `How often planners will follow the advice. ${assumed}` },
  };
}

const values: BinaryValueModel['values'] = {
  tp: amount(['-52', '-38', '-26'], 'Late, and a crew was ready: a longer shift, no missed connections.'),
  fn: amount(['-140', '-95', '-60'], 'Late, and nobody was ready: overtime at short notice, missed connections.'),
  fp: amount(['-31', '-22', '-14'], 'In time, and a crew was called in for nothing.'),
  tn: {
    kind: 'constant',
    value: { likely: '0', source: 'In time and planned as usual: the zero that the other figures are measured from' },
  },
};

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

function todaysRule(data: Measured): NonNullable<BinaryValueModel['today']> {
  const source = `${measured}: ${ruleInWords}`;
  return {
    kind: 'recall-and-false-positive-rate',
    recall: { likely: share(data.ruleHits / data.late), source },
    falsePositiveRate: { likely: share(data.ruleFalseAlarms / (data.arrivals - data.late)), source },
  };
}

function hope([low, likely, high]: readonly [number, number, number]) {
  return { low, likely, high, source: `What the data scientist expects before having seen the data. ${assumed}` };
}
