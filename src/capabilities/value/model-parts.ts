import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';
import {
  cost,
  costPerUnit,
  estimate,
  name,
  numberBetween,
  ownRunCost,
  rate,
  size,
  source,
  value,
} from './model-fields.ts';

const wholeCases = ({ input }: { input?: unknown }) =>
  inBoth(
    `A count is a whole number of cases, 0 or more; given is ${JSON.stringify(input)}.`,
    `Een aantal is een geheel getal, 0 of meer gevallen; gegeven is ${JSON.stringify(input)}.`,
  )();

const count = z
  .int({ error: wholeCases })
  .min(0, { error: wholeCases })
  .max(1e12)
  .meta({ description: 'Number of cases' });

const tableOfCases = {
  kind: z.literal('cases'),
  months: z.exactOptional(numberBetween('The months that were counted', 0.1, 600)).meta({
    description: 'Over how many months the cases were counted; with it the table says how many there are a year',
  }),
  source,
  ...ownRunCost,
};

/** Today's practice, counted: how many cases of each truth got each decision. Rates follow, with their interval. */
export const binaryCases = z.strictObject({
  ...tableOfCases,
  rows: z
    .array(z.strictObject({ truth: z.enum(['positive', 'negative']), decision: z.enum(['act', 'leave']), count }))
    .min(1)
    .max(200),
});

export const multiclassCases = z.strictObject({
  ...tableOfCases,
  rows: z
    .array(z.strictObject({ truth: name, decision: name, count }))
    .min(1)
    .max(1000),
});

export const capacity = z
  .strictObject({
    cases: size('The number of cases that can be acted on'),
    per: z.enum(['day', 'week', 'month', 'quarter', 'year']).meta({ description: 'A day is one of 365, a week of 52' }),
    precision: z
      .exactOptional(rate('The precision among the cases that can be acted on'))
      .meta({ description: 'Of the cases at the top that there is room for, the share that needs acting' }),
  })
  .meta({ description: 'How many cases can be acted on; a model that points at more is followed for the surest ones' });

export const binarySegments = z
  .array(
    z.strictObject({
      name,
      share: rate('The share of the volume'),
      baseRate: z.exactOptional(rate('The share of cases that are positive')),
      values: z.exactOptional(
        z.strictObject({
          tp: z.exactOptional(value),
          fn: z.exactOptional(value),
          fp: z.exactOptional(value),
          tn: z.exactOptional(value),
        }),
      ),
    }),
  )
  .min(2)
  .max(20)
  .meta({ description: 'Parts of the volume that differ; what a part does not say is as in the whole' });

const partHead = { name, share: rate('The share of the volume') };

/** Parts in which the mix of classes differs; what a case is worth does not. */
export const multiclassSegments = z
  .array(
    z.strictObject({
      ...partHead,
      classShares: z.exactOptional(z.array(rate('The share of a class')).min(2).max(20)).meta({
        description: 'Share of each class in this part, in the order of the classes; absent: as in the whole',
      }),
    }),
  )
  .min(2)
  .max(20)
  .meta({ description: 'Parts of the volume that differ; what a part does not say is as in the whole' });

/** Parts in which an error costs something else; how large the errors are does not differ. */
export const regressionSegments = z
  .array(
    z.strictObject({
      ...partHead,
      overCostPerUnit: z.exactOptional(costPerUnit),
      underCostPerUnit: z.exactOptional(costPerUnit),
    }),
  )
  .min(2)
  .max(20)
  .meta({ description: 'Parts of the volume that differ; what a part does not say is as in the whole' });

export const timing = z
  .strictObject({
    horizonYears: z.int().min(1).max(30).meta({ description: 'Years over which the value is counted' }),
    source,
    discountRate: estimate(numberBetween('The discount rate', 0, 1), 'Discount rate a year, a share from 0 to 1'),
    monthsToOutcome: z.exactOptional(
      estimate(
        numberBetween('The months to the outcome', 0, 360),
        'Months between a decision and its outcome; value counts from then',
      ),
    ),
  })
  .meta({ id: 'Timing', description: 'When the money comes, for the net present value' });

export const pilot = z
  .strictObject({
    cases: z.int().min(0).max(10_000_000).meta({ description: 'Labelled cases that the pilot would look at' }),
    source,
    cost: z.exactOptional(estimate(cost, 'What the pilot costs, once')),
  })
  .meta({ description: 'A trial before the decision to build: what its labelled cases are worth knowing' });

/** What a named variant of the figures is called and why it is there. */
export const scenarioHead = { name, note: z.exactOptional(z.string().max(2000)) };
