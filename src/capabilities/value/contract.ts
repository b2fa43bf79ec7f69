import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';
import {
  cost,
  costPerUnit,
  decimal,
  estimate,
  name,
  numberBetween,
  optional,
  ownRunCost,
  rate,
  runCost,
  size,
  source,
  value,
} from './model-fields.ts';
import {
  binaryCases,
  binarySegments,
  capacity,
  multiclassCases,
  multiclassSegments,
  pilot,
  regressionSegments,
  scenarioHead,
  timing,
} from './model-parts.ts';
import { findModelProblems } from './model-problems.ts';

export { type AlternativeFigures, alternativeFiguresSchema } from './alternative-fields.ts';
export { valueResultSchema, type ValueResult, type Verdict } from './result-contract.ts';

const directCost = {
  kind: z.literal('yearly-cost'),
  costPerYear: estimate(
    decimal,
    'What all cases together cost a year as they are decided today; negative when they earn',
  ),
};
const confusion = z
  .array(z.array(numberBetween('A rate of decisions', 0, 1)).max(25))
  .max(20)
  .meta({
    description:
      'Rates [truth][decision]: of the cases of a class, the share that gets each decision. Rows add up to 1',
  });

const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, {
    error: ({ input }) =>
      inBoth(
        `A currency is three capitals such as EUR; given is ${JSON.stringify(input)}.`,
        `Een munt is drie hoofdletters, zoals EUR; gegeven is ${JSON.stringify(input)}.`,
      )(),
  })
  .meta({ description: 'ISO 4217 code; every amount in the model is in it' });

/** What may differ between scenarios, whatever the task. */
const project = {
  volumePerYear: size('The number of cases a year'),
  runCostPerYear: runCost,
  buildCost: estimate(cost, 'What it costs once to build'),
  depreciationYears: numberBetween('The depreciation time in years', 0.1, 50).meta({
    description: 'Years over which the build cost is spread evenly',
  }),
  depreciationSource: source,
  adoption: rate('The share of cases in which the model is followed'),
  timing: z.exactOptional(timing),
};

/** Named variants of the figures; the model itself is the base case. */
function scenarios<Shape extends z.ZodRawShape>(shape: Shape) {
  return z
    .exactOptional(
      z
        .array(z.strictObject({ ...scenarioHead, changes: z.strictObject(optional(shape)) }))
        .min(1)
        .max(8),
    )
    .meta({ description: 'Named variants, each with the figures that differ from the model itself, the base case' });
}

const binaryFields = {
  ...project,
  baseRate: rate('The share of cases that are positive'),
  values: z
    .strictObject({ tp: value, fn: value, fp: value, tn: value })
    .meta({ description: 'tp hit, fn miss, fp false alarm, tn rightly left alone' }),
  today: z
    .exactOptional(
      z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('recall-and-false-positive-rate'),
          recall: rate('The recall'),
          falsePositiveRate: rate('The false-positive rate'),
          ...ownRunCost,
        }),
        z.strictObject({
          kind: z.literal('recall-and-precision'),
          recall: rate('The recall'),
          precision: rate('The precision'),
          ...ownRunCost,
        }),
        binaryCases,
        z.strictObject({ ...directCost, ...ownRunCost }),
      ]),
    )
    .meta({ description: 'How it is decided today, by people or by a rule' }),
  expected: z
    .exactOptional(z.strictObject({ recall: rate('The recall'), falsePositiveRate: rate('The false-positive rate') }))
    .meta({ description: 'What the team expects of the model. Without it the interval is that of a perfect model' }),
  capacity: z.exactOptional(capacity),
  segments: z.exactOptional(binarySegments),
};

const { values: outcomes } = binaryFields;

const binaryModel = z.strictObject({
  task: z.literal('binary'),
  currency,
  ...binaryFields,
  pilot: z.exactOptional(pilot),
  // A scenario may change one outcome and leave the other three.
  scenarios: scenarios({ ...binaryFields, values: z.strictObject(optional(outcomes.shape)) }),
});

const multiclassFields = {
  ...project,
  classes: z
    .array(z.strictObject({ name, share: rate('The share of a class') }))
    .min(2)
    .max(20),
  decisions: z.array(name).min(1).max(25).meta({ description: 'May outnumber the classes: act, wait, ask an expert' }),
  values: z.array(z.array(value)).meta({ description: 'Value [truth][decision] of one case' }),
  defaultDecision: z
    .exactOptional(name)
    .meta({ description: 'What happens when nobody decides; the best single decision when absent' }),
  today: z
    .exactOptional(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('confusion'), rates: confusion, source, ...ownRunCost }),
        multiclassCases,
        z.strictObject({ ...directCost, ...ownRunCost }),
      ]),
    )
    .meta({ description: 'How it is decided today, by people or by a rule' }),
  expected: z
    .exactOptional(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('accuracy'), accuracy: rate('The accuracy') }),
        z.strictObject({ kind: z.literal('confusion'), rates: confusion, source }),
      ]),
    )
    .meta({
      description: 'What the team expects of the model: an accuracy (errors spread evenly) or a table of rates',
    }),
  segments: z.exactOptional(multiclassSegments),
};

const multiclassModel = z.strictObject({
  task: z.literal('multiclass'),
  currency,
  ...multiclassFields,
  pilot: z.exactOptional(pilot),
  scenarios: scenarios(multiclassFields),
});

const bias = z
  .exactOptional(estimate(numberBetween('The bias', -1e12, 1e12), 'Mean of prediction minus truth'))
  .meta({ description: 'Absent: the model predicts the best quantile, today’s practice the mean' });

const regressionFields = {
  ...project,
  unit: name.meta({ description: 'Unit of the target and of its errors: minutes, kWh' }),
  overCostPerUnit: costPerUnit,
  underCostPerUnit: costPerUnit,
  tolerance: size('The size of error that costs nothing'),
  steps: z
    .array(
      z.strictObject({
        side: z.enum(['over', 'under', 'both']),
        beyond: numberBetween('The size of error', 0, 1e12),
        cost: estimate(cost, 'Cost of one case whose error is larger'),
      }),
    )
    .max(20)
    .meta({ description: 'Penalties paid once per case beyond a size of error, on top of the cost per unit' }),
  targetSigma: z
    .exactOptional(size('The standard deviation of the target'))
    .meta({ description: 'Prices the baseline that predicts one number for every case (Gaussian target)' }),
  today: z.exactOptional(
    z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('sigma'),
        sigma: size('The standard deviation of the error'),
        bias,
        ...ownRunCost,
      }),
      z.strictObject({ ...directCost, ...ownRunCost }),
    ]),
  ),
  expected: z
    .exactOptional(z.strictObject({ sigma: size('The standard deviation of the error'), bias }))
    .meta({ description: 'What the team expects of the model, errors Gaussian. Without it: a perfect model' }),
  segments: z.exactOptional(regressionSegments),
};

const regressionModel = z.strictObject({
  task: z.literal('regression'),
  currency,
  ...regressionFields,
  pilot: z.exactOptional(pilot),
  scenarios: scenarios(regressionFields),
});

/** The value model of a problem: what each outcome is worth, how often, and what a project costs. All figures by year. */
export const valueModelSchema = z
  .discriminatedUnion('task', [binaryModel, multiclassModel, regressionModel])
  .superRefine((model, context) => {
    for (const { path, message, nl } of findModelProblems(model))
      context.addIssue({ code: 'custom', path, message: inBoth(message, nl)(), input: model });
  })
  .meta({ id: 'ValueModel' });

export type ValueModel = z.infer<typeof valueModelSchema>;
export type BinaryValueModel = z.infer<typeof binaryModel>;
export type MulticlassValueModel = z.infer<typeof multiclassModel>;
export type RegressionValueModel = z.infer<typeof regressionModel>;
export type Amount = z.infer<typeof value>;

/** How to draw the interval; every field has a default (10,000 draws, seed 1, PERT, 40 bins). */
export const valueOptionsSchema = z.strictObject({
  draws: z.exactOptional(z.int().min(1000).max(100_000)).meta({ description: 'Number of draws, 10,000 by default' }),
  seed: z
    .exactOptional(z.int().min(0).max(0xffff_ffff))
    .meta({ description: 'Same seed, same interval; 1 by default' }),
  shape: z.exactOptional(z.enum(['pert', 'triangular'])).meta({ description: 'Distribution over low, likely, high' }),
  bins: z.exactOptional(z.int().min(1).max(200)).meta({ description: 'Bars of the histogram, 40 by default' }),
});

export type ValueOptions = z.infer<typeof valueOptionsSchema>;
