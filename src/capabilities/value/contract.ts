import { z } from 'zod';
import { findModelProblems } from './model-problems.ts';
import { compareDecimals, decimalPattern, describeBadDecimal } from './money.ts';
import { describeDisorder } from './estimate.ts';

export { valueResultSchema, type ValueResult, type Verdict } from './result-contract.ts';

const decimal = z
  .string({
    error: (issue) =>
      issue.input === undefined
        ? 'An amount is missing; expected is a text such as "1234.50".'
        : `An amount is written as text, such as "1234.50", so that no digit is lost; given is ${JSON.stringify(issue.input)}.`,
  })
  .regex(decimalPattern, { abort: true, error: (issue) => describeBadDecimal(String(issue.input)) })
  .meta({ description: 'An exact amount as text, with a point and no thousands separators: 1234.50' });

const cost = decimal.refine((text) => !text.startsWith('-'), {
  error: (issue) =>
    `A cost is written as a positive amount, since its name says it is a cost; given is ${String(issue.input)}.`,
});

const numberBetween = (what: string, low: number, high: number) =>
  z
    .number({
      error: (issue) => `${what} is a number from ${low} to ${high}; given is ${JSON.stringify(issue.input)}.`,
    })
    .min(low, { error: (issue) => `${what} runs from ${low} to ${high}; given is ${String(issue.input)}.` })
    .max(high, { error: (issue) => `${what} runs from ${low} to ${high}; given is ${String(issue.input)}.` });

const source = z
  .exactOptional(z.string().max(2000))
  .meta({ description: 'Where this figure comes from: a person, a report, a measurement' });

/** What an expert gives for one figure: the likely value, and the low and high between which it will nearly always lie. */
function estimate<Shape extends z.ZodType<string> | z.ZodType<number>>(value: Shape, description: string) {
  const shape = { low: z.exactOptional(value), likely: value, high: z.exactOptional(value), source };
  return z
    .strictObject(shape)
    .superRefine((given, context) => {
      const { low, likely, high } = given as { low?: string | number; likely: string | number; high?: string | number };
      const problem = describeDisorder({ low, likely, high }, (a, b) =>
        typeof a === 'string' && typeof b === 'string' ? compareDecimals(a, b) : Number(a) - Number(b),
      );
      if (problem !== undefined)
        context.addIssue({ code: 'custom', path: [problem.field], message: problem.message, input: given });
    })
    .meta({ description });
}

const rate = (what: string) => estimate(numberBetween(what, 0, 1), `${what}, a share from 0 to 1`);
const size = (what: string) => estimate(numberBetween(what, 0, 1e12), what);

const perRow = z
  .strictObject({
    kind: z.literal('per-row'),
    column: z.string().min(1).max(200).meta({ description: 'Name of a numeric column of the data' }),
    rate: decimal.meta({ description: 'Value per unit of the column; negative for a cost' }),
    plus: decimal.meta({ description: 'Constant part of the value, added to rate × column' }),
    mean: estimate(
      numberBetween('The mean of the column', -1e12, 1e12),
      'Mean of the column over the cases of this truth; used before there is data',
    ),
    source,
  })
  .meta({ description: 'An amount that differs by row: rate × column + plus' });

const constant = (value: z.ZodType<string>) =>
  z.strictObject({ kind: z.literal('constant'), value: estimate(value, 'The same for every case') });

const value = z
  .discriminatedUnion('kind', [constant(decimal), perRow])
  .meta({ description: 'Value of one case for the organisation: a gain is positive, a cost negative' });
const costPerUnit = z
  .discriminatedUnion('kind', [constant(cost), perRow])
  .meta({ description: 'Cost of an error of one unit of the target: positive' });

const directCost = {
  kind: z.literal('yearly-cost'),
  costPerYear: estimate(
    decimal,
    'What all cases together cost a year as they are decided today; negative when they earn',
  ),
};
const runCost = estimate(cost, 'What it costs a year to keep this running');
const ownRunCost = { runCostPerYear: z.exactOptional(runCost) };
const confusion = z
  .array(z.array(numberBetween('A rate of decisions', 0, 1)).max(25))
  .max(20)
  .meta({
    description:
      'Rates [truth][decision]: of the cases of a class, the share that gets each decision. Rows add up to 1',
  });

const project = {
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, {
      error: (issue) => `A currency is three capitals such as EUR; given is ${JSON.stringify(issue.input)}.`,
    })
    .meta({ description: 'ISO 4217 code; every amount in the model is in it' }),
  volumePerYear: size('The number of cases a year'),
  runCostPerYear: runCost,
  buildCost: estimate(cost, 'What it costs once to build'),
  depreciationYears: numberBetween('The depreciation time in years', 0.1, 50).meta({
    description: 'Years over which the build cost is spread evenly',
  }),
  adoption: rate('The share of cases in which the model is followed'),
};

const binaryModel = z.strictObject({
  task: z.literal('binary'),
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
        z.strictObject({ ...directCost, ...ownRunCost }),
      ]),
    )
    .meta({ description: 'How it is decided today, by people or by a rule' }),
  expected: z
    .exactOptional(z.strictObject({ recall: rate('The recall'), falsePositiveRate: rate('The false-positive rate') }))
    .meta({ description: 'What the team expects of the model. Without it the interval is that of a perfect model' }),
});

const name = z.string().min(1).max(200);

const multiclassModel = z.strictObject({
  task: z.literal('multiclass'),
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
        z.strictObject({ kind: z.literal('confusion'), rates: confusion, ...ownRunCost }),
        z.strictObject({ ...directCost, ...ownRunCost }),
      ]),
    )
    .meta({ description: 'How it is decided today, by people or by a rule' }),
  expected: z
    .exactOptional(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('accuracy'), accuracy: rate('The accuracy') }),
        z.strictObject({ kind: z.literal('confusion'), rates: confusion }),
      ]),
    )
    .meta({
      description: 'What the team expects of the model: an accuracy (errors spread evenly) or a table of rates',
    }),
});

const bias = z
  .exactOptional(estimate(numberBetween('The bias', -1e12, 1e12), 'Mean of prediction minus truth'))
  .meta({ description: 'Absent: the model predicts the best quantile, today’s practice the mean' });

const regressionModel = z.strictObject({
  task: z.literal('regression'),
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
});

/** The value model of a problem: what each outcome is worth, how often, and what a project costs. All figures by year. */
export const valueModelSchema = z
  .discriminatedUnion('task', [binaryModel, multiclassModel, regressionModel])
  .superRefine((model, context) => {
    for (const { path, message } of findModelProblems(model))
      context.addIssue({ code: 'custom', path, message, input: model });
  });

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
