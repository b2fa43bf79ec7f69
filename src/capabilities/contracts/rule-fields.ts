import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';
import { idField, lineField, textField } from '../../platform/endpoint/text-field.ts';

/** The seven dimensions of data quality that the open standard names. */
export const dimensions = [
  'accuracy',
  'completeness',
  'conformity',
  'consistency',
  'coverage',
  'timeliness',
  'uniqueness',
] as const;
export type Dimension = (typeof dimensions)[number];

export const operators = [
  'is',
  'is_not',
  'less',
  'at_most',
  'more',
  'at_least',
  'in',
  'not_in',
  'is_null',
  'is_not_null',
] as const;
export type Operator = (typeof operators)[number];

export const columnField = lineField({ max: 300, min: 1 }).meta({ description: 'Name of a column, exactly' });
export const columnsField = z
  .array(columnField)
  .min(1)
  .max(2000)
  .refine((columns) => new Set(columns).size === columns.length, {
    error: inBoth('A column stands in the list more than once', 'Een kolom staat meer dan eens in de lijst'),
  });

export const valueField = z.union([textField({ max: 500 }), z.number(), z.boolean()]);
export type RuleValue = z.infer<typeof valueField>;
export const valuesField = z.array(valueField).min(1).max(5000);

const takesNone: readonly Operator[] = ['is_null', 'is_not_null'];
const takesMany: readonly Operator[] = ['in', 'not_in'];

/** One safe condition on a row: no SQL of people in it. */
export const conditionSchema = z
  .strictObject({
    column: columnField,
    operator: z.enum(operators),
    values: z.array(valueField).max(200).default([]).meta({ description: 'One value; several for in and not_in' }),
  })
  .refine(
    ({ operator, values }) =>
      takesNone.includes(operator)
        ? values.length === 0
        : takesMany.includes(operator)
          ? values.length > 0
          : values.length === 1,
    {
      error: inBoth(
        'Give no value for is_null and is_not_null, at least one for in and not_in, and else exactly one',
        'Geef geen waarde bij is_null en is_not_null, ten minste één bij in en not_in, en anders precies één',
      ),
    },
  )
  .meta({ id: 'RowCondition' });
export type Condition = z.infer<typeof conditionSchema>;

const share = z.number().min(0).max(1);
export const shareField = share;

/** What every rule has beside what it is about. */
export const everyRule = {
  id: textField({ max: 64 })
    .default('')
    .meta({ description: 'Stays the same over all versions of the contract; a new rule gets its own' }),
  description: textField({ max: 1000 }).default('').meta({ description: 'In words, why this must be so' }),
  severity: z.enum(['warn', 'fail']).default('fail').meta({ description: 'The verdict where the rule is broken' }),
  where: z
    .array(conditionSchema)
    .max(20)
    .default([])
    .meta({ description: 'Only rows that meet every one of these are looked at' }),
  dimension: z.exactOptional(z.enum(dimensions)).meta({ description: 'Of quality; that of the kind unless told' }),
  businessImpact: textField({ max: 1000 })
    .default('')
    .meta({ description: 'What it costs the work when it is broken' }),
  impact_eur: z
    .exactOptional(
      z.string().regex(/^\d{1,12}(\.\d{1,2})?$/, {
        error: inBoth('An amount in euros, such as 1250.00', 'Een bedrag in euro’s, zoals 1250.00'),
      }),
    )
    .meta({ description: 'Euros at stake in a load that breaks it' }),
};

const by = { by: z.exactOptional(columnField).meta({ description: 'Judged for each value of this column apart' }) };

/** Rules of which every row keeps or breaks them. Rows without a value are not looked at, unless the kind says so. */
export const rowRule = {
  ...everyRule,
  ...by,
  mostly: share.default(1).meta({ description: 'The least share (0-1) of the rows looked at that must keep it' }),
  mostFailing: z
    .exactOptional(z.int().min(0))
    .meta({ description: 'At most so many rows may break it, whatever share that is; instead of mostly' }),
  warnMostly: z
    .exactOptional(share)
    .meta({ description: 'Below this share it warns, though it is not broken; above mostly' }),
};

const bound = z.exactOptional(z.number());

/** Rules of one figure over all rows looked at; both bounds count as inside. */
export const figureRule = {
  ...everyRule,
  min: bound.meta({ description: 'The least that is right' }),
  max: bound.meta({ description: 'The most that is right' }),
  warnMin: bound.meta({ description: 'Below this it warns, though it is not broken' }),
  warnMax: bound.meta({ description: 'Above this it warns, though it is not broken' }),
};
export const groupedFigureRule = { ...figureRule, ...by };

/** Which other data a rule compares with. */
export const referenceSchema = z
  .discriminatedUnion('to', [
    z.strictObject({ to: z.literal('previous') }),
    z.strictObject({ to: z.literal('version'), versionId: idField }),
    z.strictObject({ to: z.literal('dataset'), datasetId: idField }),
  ])
  .meta({
    id: 'RuleReference',
    description:
      'previous: the version before this one; version: always that one; dataset: the newest version of another data set',
  });
export const comparedWithPrevious = { reference: referenceSchema.default({ to: 'previous' }) };
export const comparedWith = { reference: referenceSchema };
