import { z } from 'zod';
import { dateWritten, inBoth } from '../../platform/endpoint/field-words.ts';
import { idField, lineField, textField } from '../../platform/endpoint/text-field.ts';

const column = z.string().min(1).max(300).meta({ description: 'Name of a column' });
const oneColumn = (description: string) => column.nullable().default(null).meta({ description });
const columns = (description: string) =>
  z
    .array(column)
    .max(500)
    .refine((names) => new Set(names).size === names.length, {
      error: inBoth('Name each column once', 'Noem elke kolom één keer'),
    })
    .default([])
    .meta({ description });
const days = z.number().gt(0).max(36_500);
const share = z.number().min(0).max(1);
const words = (description: string) => textField({ max: 1000 }).default('').meta({ description });

const segment = z.strictObject({
  name: lineField({ max: 100, min: 1 }),
  column,
  value: z.string().max(500).meta({ description: 'The value of the column, as text' }),
  share: share
    .nullable()
    .default(null)
    .meta({ description: 'Of the cases for which the model is meant; null: unknown' }),
});

const split = z
  .discriminatedUnion('by', [
    z.strictObject({
      by: z.literal('time'),
      cut: z.iso.date({ error: dateWritten }).meta({
        description: 'The first day of the test, by the column of the moment of prediction',
      }),
    }),
    z.strictObject({ by: z.literal('column'), column, test: z.string().min(1).max(500) }),
  ])
  .meta({ description: 'Which rows test; the rest is learnt from' });

/** How a data set answers a data requirement. What is not given makes a check not assessed, never a pass. */
export const planContentSchema = z
  .strictObject({
    datasetId: idField.nullable().default(null).meta({ description: 'The data set that answers the requirement' }),
    role: z.enum(['cases', 'context']).default('cases').meta({
      description: 'cases: a row is what is predicted, with its target; context: it is joined to the cases',
    }),
    columns: columns('What a model would be given; empty: all that have no other part here'),
    key: columns('Which columns together name one row'),
    entity: columns('Whose rows belong together: a customer, an aircraft'),
    target: oneColumn('What is predicted'),
    positive: z.string().min(1).max(500).nullable().default(null).meta({
      description: 'The value of the target that counts as a hit, as text; for two classes',
    }),
    moment: oneColumn('When the prediction must be there'),
    labelTime: oneColumn('When the truth became known'),
    outcomeWindow_days: days
      .nullable()
      .default(null)
      .meta({ description: 'How long after that moment the truth is known' }),
    seasonality_days: days.nullable().default(null).meta({ description: 'How long one cycle takes: 7, 365' }),
    maxAge_days: days.nullable().default(null).meta({
      description: 'How old the newest row may be',
    }),
    segments: z.array(segment).max(200).default([]).meta({ description: 'Parts that must be there, with their share' }),
    groups: columns('Columns that tell of a protected group, or of one that might be treated worse'),
    parameters: z.int().min(1).max(100_000).nullable().default(null).meta({
      description: 'Candidate parameters of the model: one for each number, one less than the values of each list',
    }),
    r2: z.number().gt(0).lt(1).nullable().default(null).meta({
      description: 'Share of the variation that the model is expected to explain (Cox and Snell)',
    }),
    gateMetric: z
      .strictObject({ expected: share, within: z.number().gt(0).lt(1) })
      .nullable()
      .default(null)
      .meta({ description: 'The recall that is expected, and how far it may be off for the gate to decide' }),
    sentinels: z
      .array(z.strictObject({ column, values: z.array(z.string().max(500)).min(1).max(50) }))
      .max(200)
      .default([])
      .meta({ description: 'Values that mean that there is none: 9999, unknown' }),
    critical: columns('Columns that must nearly always be filled in'),
    split: split.nullable().default(null),
    fieldTimes: z
      .array(z.strictObject({ column, knownAt: column }))
      .max(500)
      .default([])
      .meta({ description: 'For a column, the column with the moment at which it is known' }),
    serving: z
      .array(
        z.strictObject({
          column,
          available: z.enum(['same', 'other', 'too_late', 'never']),
        }),
      )
      .max(500)
      .default([])
      .meta({
        description:
          'Whether a column can be had at the moment of prediction: from the same source, from another one, too late, or never',
      }),
    secondLabel: oneColumn('The label that a second person gave the same cases, where two did'),
    relabelled: z
      .strictObject({ cases: z.int().min(1).max(1e9), wrong: z.int().min(0).max(1e9) })
      .refine(({ cases, wrong }) => wrong <= cases, {
        error: inBoth(
          'No more can be wrong than were looked at',
          'Er kunnen er niet meer fout zijn dan er zijn bekeken',
        ),
        path: ['wrong'],
      })
      .nullable()
      .default(null)
      .meta({
        description: 'Of how many cases, drawn by chance, somebody looked at the label again, and how many were wrong',
      }),
    joinTo: z
      .strictObject({
        datasetId: idField.meta({ description: 'The data set with the cases' }),
        on: z
          .array(z.strictObject({ column, of: column }))
          .min(1)
          .max(20)
          .meta({
            description: 'Which column here has the same value as which column of the cases',
          }),
      })
      .nullable()
      .default(null)
      .meta({ description: 'For data in the role context: how it is joined to the cases' }),
    labelledBy: words('Who or what decided the label'),
    labelPolicy: words('By which rule; and which cases were never looked at'),
    isProxy: z.boolean().nullable().default(null).meta({ description: 'The target stands in for the true outcome' }),
    proxyFor: words('What it stands in for, and where the two differ'),
    noiseBudget: share.nullable().default(null).meta({ description: 'Share of labels that may be wrong' }),
    isAllowed: z.boolean().nullable().default(null).meta({ description: 'It may be used for this purpose' }),
    basis: words('On which ground'),
    personal: columns('Columns that tell of people'),
    retention: words('How long it is kept, and what happens then'),
  })
  .superRefine((plan, context) => {
    if (plan.target !== null && plan.columns.includes(plan.target))
      context.addIssue({
        code: 'custom',
        path: ['columns'],
        message: inBoth(
          `${plan.target} is what is predicted, so a model cannot be given it`,
          `${plan.target} wordt voorspeld, en kan dus niet aan een model worden gegeven`,
        )(),
      });
    const shares = Map.groupBy(plan.segments, ({ column: name }) => name);
    for (const [name, all] of shares) {
      const sum = all.reduce((total, each) => total + (each.share ?? 0), 0);
      if (sum > 1 + 1e-9)
        context.addIssue({
          code: 'custom',
          path: ['segments'],
          message: inBoth(
            `The shares of the segments by ${name} are together more than 1`,
            `De aandelen van de segmenten naar ${name} zijn samen meer dan 1`,
          )(),
        });
    }
  })
  .meta({ id: 'SufficiencyPlanContent' });
export type PlanContent = z.infer<typeof planContentSchema>;

/** Before anybody wrote one. */
export const emptyPlan: PlanContent = planContentSchema.parse({});

/** Every column that a plan names, to be held against those that there are. */
export function columnsNamed(plan: PlanContent): string[] {
  const single = [plan.target, plan.moment, plan.labelTime, plan.secondLabel].filter((name) => name !== null);
  const listed = [
    ...plan.columns,
    ...plan.key,
    ...plan.entity,
    ...plan.groups,
    ...plan.critical,
    ...plan.personal,
    ...plan.segments.map((each) => each.column),
    ...plan.sentinels.map((each) => each.column),
    ...plan.serving.map((each) => each.column),
    ...plan.fieldTimes.flatMap((each) => [each.column, each.knownAt]),
    ...(plan.split?.by === 'column' ? [plan.split.column] : []),
    ...(plan.joinTo?.on ?? []).map((each) => each.column),
  ];
  return [...new Set([...single, ...listed])];
}

/** What a model would be given: what was named, or all that has no other part. */
export function featuresOf(plan: PlanContent, all: readonly string[]): string[] {
  if (plan.columns.length > 0) return plan.columns.filter((name) => all.includes(name));
  const others = new Set([
    ...plan.key,
    ...[plan.target, plan.moment, plan.labelTime, plan.secondLabel].filter((name) => name !== null),
    ...plan.fieldTimes.map(({ knownAt }) => knownAt),
    ...(plan.split?.by === 'column' ? [plan.split.column] : []),
  ]);
  return all.filter((name) => !others.has(name));
}
