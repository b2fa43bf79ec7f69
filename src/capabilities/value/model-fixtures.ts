import { valueModelSchema } from './contract.ts';
import type { Amount, BinaryValueModel, MulticlassValueModel, RegressionValueModel } from './contract.ts';

/** A constant amount, for tests: `constant('-330')` or with its range `constant('-330', '-400', '-300')`. */
export function constant(likely: string, low?: string, high?: string): Amount {
  const range = low === undefined || high === undefined ? {} : { low, high };
  return { kind: 'constant', value: { likely, ...range } };
}

/** A number with its range, for tests. */
export function between(low: number, likely: number, high: number) {
  return { low, likely, high };
}

/** The worked example of the tests: churn calls with a base rate of 4 % and a rule that finds 35 % of it. */
export function churnModel(changes: Partial<BinaryValueModel> = {}): BinaryValueModel {
  const model: BinaryValueModel = {
    task: 'binary',
    currency: 'EUR',
    volumePerYear: { likely: 50_000 },
    runCostPerYear: { likely: '90000' },
    buildCost: { likely: '90000' },
    depreciationYears: 3,
    adoption: { likely: 1 },
    baseRate: { likely: 0.04 },
    values: { tp: constant('-330'), fn: constant('-900'), fp: constant('-60'), tn: constant('0') },
    today: { kind: 'recall-and-precision', recall: { likely: 0.35 }, precision: { likely: 0.2 } },
    ...changes,
  };
  return valueModelSchema.parse(model) as BinaryValueModel;
}

/** Three classes and four decisions, the last of which is to ask an expert. */
export function triageModel(changes: Partial<MulticlassValueModel> = {}): MulticlassValueModel {
  const values = [
    ['0', '-20', '-50', '-8'],
    ['-100', '40', '-30', '-12'],
    ['-400', '-150', '120', '-20'],
  ];
  const model: MulticlassValueModel = {
    task: 'multiclass',
    currency: 'EUR',
    volumePerYear: { likely: 10_000 },
    runCostPerYear: { likely: '20000' },
    buildCost: { likely: '50000' },
    depreciationYears: 5,
    adoption: { likely: 1 },
    classes: [
      { name: 'healthy', share: { likely: 0.7 } },
      { name: 'worn', share: { likely: 0.2 } },
      { name: 'failing', share: { likely: 0.1 } },
    ],
    decisions: ['leave', 'service', 'replace', 'ask'],
    values: values.map((row) => row.map((amount) => constant(amount))),
    defaultDecision: 'leave',
    today: {
      kind: 'confusion',
      rates: [
        [0.9, 0.05, 0, 0.05],
        [0.3, 0.5, 0.1, 0.1],
        [0.2, 0.1, 0.5, 0.2],
      ],
      runCostPerYear: { likely: '5000' },
    },
    ...changes,
  };
  return valueModelSchema.parse(model) as MulticlassValueModel;
}

/** Errors in minutes: too late is dearer than too early, one minute is free, and more than 15 too late is fined. */
export function delayModel(changes: Partial<RegressionValueModel> = {}): RegressionValueModel {
  const model: RegressionValueModel = {
    task: 'regression',
    currency: 'EUR',
    volumePerYear: { likely: 50_000 },
    runCostPerYear: { likely: '120000' },
    buildCost: { likely: '60000' },
    depreciationYears: 3,
    adoption: { likely: 1 },
    unit: 'minutes',
    overCostPerUnit: constant('2'),
    underCostPerUnit: constant('5'),
    tolerance: { likely: 1 },
    steps: [{ side: 'under', beyond: 15, cost: { likely: '40' } }],
    targetSigma: { likely: 12 },
    today: { kind: 'sigma', sigma: { likely: 9 } },
    ...changes,
  };
  return valueModelSchema.parse(model) as RegressionValueModel;
}
