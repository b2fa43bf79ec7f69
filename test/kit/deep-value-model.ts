import type { BinaryValueModel } from '../../src/capabilities/value/contract.ts';

const money = (likely: string, low: string, high: string) => ({
  kind: 'constant' as const,
  value: { low, likely, high, source: 'Finance, 2026' },
});

/** A value model with every part a binary one can have: counted cases, room to act, segments, years, a pilot, scenarios. */
export const deepValueModel: BinaryValueModel = {
  task: 'binary',
  currency: 'EUR',
  volumePerYear: { low: 45_000, likely: 50_000, high: 60_000, source: 'Register, 2025' },
  baseRate: { low: 0.03, likely: 0.04, high: 0.05, source: 'Log of the night shift' },
  values: {
    tp: money('-330', '-420', '-280'),
    fn: money('-900', '-1200', '-700'),
    fp: money('-60', '-90', '-40'),
    tn: { kind: 'constant', value: { likely: '0' } },
  },
  today: {
    kind: 'cases',
    months: 12,
    source: 'Log of the night shift',
    rows: [
      { truth: 'positive', decision: 'act', count: 700 },
      { truth: 'positive', decision: 'leave', count: 1300 },
      { truth: 'negative', decision: 'act', count: 2800 },
      { truth: 'negative', decision: 'leave', count: 45_200 },
    ],
  },
  expected: {
    recall: { low: 0.4, likely: 0.6, high: 0.75, source: 'A first look at the data' },
    falsePositiveRate: { low: 0.03, likely: 0.05, high: 0.08 },
  },
  capacity: { cases: { likely: 250 }, per: 'month', precision: { low: 0.22, likely: 0.32, high: 0.42 } },
  segments: [
    { name: 'Old machines', share: { likely: 0.4 }, baseRate: { likely: 0.07 } },
    { name: 'New machines', share: { likely: 0.35 }, baseRate: { likely: 0.03 } },
    {
      name: 'Spare machines',
      share: { likely: 0.25 },
      baseRate: { likely: 0.006 },
      values: { fn: { kind: 'constant', value: { likely: '-300' } } },
    },
  ],
  runCostPerYear: { low: '50000', likely: '60000', high: '90000' },
  buildCost: { low: '90000', likely: '120000', high: '220000' },
  depreciationYears: 4,
  adoption: { low: 0.7, likely: 0.9, high: 1 },
  timing: { horizonYears: 5, discountRate: { likely: 0.06 }, monthsToOutcome: { low: 2, likely: 3, high: 8 } },
  pilot: { cases: 1500, cost: { likely: '15000' } },
  scenarios: [
    { name: 'Pessimistic', changes: { adoption: { likely: 0.5 }, runCostPerYear: { likely: '90000' } } },
    {
      name: 'Merger',
      note: 'Twice the machines.',
      changes: {
        volumePerYear: { likely: 100_000 },
        capacity: { cases: { likely: 550 }, per: 'month', precision: { likely: 0.34 } },
      },
    },
  ],
};
