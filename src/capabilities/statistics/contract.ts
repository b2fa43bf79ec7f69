import { z } from 'zod';
import { defineTexts } from '../../platform/text/define-texts.ts';
import { outcomeSchema } from './chart-contract.ts';
import { figureSchema, scalarFigureSchema } from './figure.ts';
import { axes, columnKinds, tableCountsSchema, tableFrameSchema } from './frame-contract.ts';

export { type Chart, chartRequestSchema, chartSchema, type Outcome } from './chart-contract.ts';
export { type ColumnComparison, columnComparisonSchema } from './comparison-contract.ts';
export type { Figure, Scalar, ScalarFigure } from './figure.ts';
export type { Axis, ColumnCounts, ColumnFrame, ColumnKind, TableCounts, TableFrame } from './frame-contract.ts';

const count = z.int().min(0);

/** Where a column has no order, or no text, the whole part is null; where a part has no figure, the figure says why. */
export const columnProfileSchema = z.object({
  name: z.string(),
  type: z.string().meta({ description: 'as DuckDB writes it' }),
  kind: z.enum(columnKinds),
  rows: count,
  nulls: count,
  nan: count.meta({ description: 'not a number: neither null nor a value' }),
  plusInfinity: count,
  minusInfinity: count,
  finite: count.meta({ description: 'values that are neither null, NaN nor infinite; moments and cells are of these' }),
  distinct: figureSchema.meta({ description: 'different finite values' }),
  min: scalarFigureSchema,
  max: scalarFigureSchema,
  moments: z
    .object({
      sum: scalarFigureSchema,
      mean: figureSchema,
      sampleStd: figureSchema.meta({ description: 'with n - 1' }),
      skewness: figureSchema.meta({ description: 'of the population: m3 / m2^1.5' }),
      excessKurtosis: figureSchema.meta({ description: 'of the population: m4 / m2^2 - 3' }),
    })
    .nullable()
    .meta({ description: 'of numbers' }),
  histogram: z
    .object({
      axis: z.enum(axes),
      edges: z.array(z.number()),
      counts: z
        .array(count)
        .meta({ description: 'one more than the edges: right-closed cells, then the tail above the last' }),
      hash: z.string(),
    })
    .nullable()
    .meta({ description: 'of what can be measured: numbers, dates and times' }),
  quantiles: z
    .array(z.object({ share: z.number(), value: scalarFigureSchema }))
    .nullable()
    .meta({ description: 'the smallest value that at least this share of the values does not exceed' }),
  top: z
    .object({
      values: z
        .array(z.object({ value: z.string(), count }))
        .meta({ description: 'the most frequent, with exact counts' }),
      other: count.meta({ description: 'finite values that are not listed' }),
      status: z.enum(['exact', 'approximate']).meta({
        description:
          'exact: no value that is not listed occurs more often; approximate: one may occur up to `other` times',
      }),
    })
    .nullable(),
  text: z
    .object({
      shortest: figureSchema,
      longest: figureSchema,
      meanLength: figureSchema,
      empty: count,
      nullTokens: z.array(z.object({ token: z.string(), count })).meta({
        description: 'texts that stand for "nothing here", such as NA and null, where they occur',
      }),
    })
    .nullable()
    .meta({ description: 'lengths in characters' }),
});
export type ColumnProfile = z.infer<typeof columnProfileSchema>;

const pairSchema = z.object({
  a: z.string(),
  b: z.string(),
  rows: count.meta({ description: 'that have a value in both' }),
  pearson: figureSchema,
  spearman: figureSchema.meta({
    description:
      'of the ranks among all values of each column; of more than 50,000 rows from a sample, within four standard errors',
  }),
});

const associationSchema = z.object({
  column: z.string(),
  measure: z.enum(['pearson', 'correlation_ratio', 'cramers_v']).meta({
    description: "by the kinds of column and target; Cramér's V with what chance adds taken off (Bergsma)",
  }),
  strength: figureSchema.meta({ description: 'from 0 to 1' }),
  pointBiserial: figureSchema.nullable().meta({ description: 'of a number with a target of two values, from -1 to 1' }),
  auc: figureSchema.nullable().meta({
    description: 'how well the column alone ranks cases: above 0.5 where higher values are more often positive',
  }),
  informationValue: figureSchema.nullable().meta({ description: 'how far positive and negative cases lie apart' }),
});
export type Association = z.infer<typeof associationSchema>;

const countedValueSchema = z.object({
  value: z.string().nullable().meta({ description: 'null: all values that are not listed, or none' }),
  counts: tableCountsSchema,
});

const targetSchema = z.object({
  column: z.string(),
  kind: z.enum(['classes', 'number']),
  positive: z.string().nullable().meta({ description: 'of two classes, the one whose share is the target rate' }),
  classes: z.array(countedValueSchema).meta({ description: 'counts of the rows of each class; empty for a number' }),
  columns: z.array(associationSchema),
});
export type TargetProfile = z.infer<typeof targetSchema>;

const segmentProfileSchema = z.object({
  name: z.string(),
  column: z.string().nullable().meta({ description: 'whose values are the parts; null for conditions' }),
  values: z.array(countedValueSchema).meta({ description: 'of conditions the rows for which they hold, by the name' }),
});
export type SegmentProfile = z.infer<typeof segmentProfileSchema>;

const partSchema = z.object({
  rows: count,
  outcome: outcomeSchema.meta({
    description: 'share of positive cases, or mean of the target; null where none is known',
  }),
  missing: z.number().min(0).max(1).nullable().meta({ description: 'share of the rows without a finite value' }),
  mean: figureSchema.nullable().meta({ description: 'of a column of numbers' }),
});

/** Parts of the rows beside the whole. */
export const segmentSummarySchema = z.object({
  column: z.string().nullable().meta({ description: 'of which missing and mean are told' }),
  whole: partSchema,
  segments: z.array(
    z.object({
      name: z.string(),
      column: z.string().nullable(),
      parts: z.array(partSchema.extend({ value: z.string().nullable() })),
    }),
  ),
});
export type SegmentSummary = z.infer<typeof segmentSummarySchema>;

export const tableProfileSchema = z.object({
  version: z.literal(1),
  pass: z.enum(['first', 'complete']).meta({
    description:
      'until complete, quantiles and numbers of different values are approximate, and later parts may be missing',
  }),
  rows: count,
  columns: z.array(columnProfileSchema),
  frame: tableFrameSchema,
  counts: tableCountsSchema,
  pairs: z
    .array(pairSchema)
    .nullable()
    .meta({ description: 'between every two of the first 50 numeric columns; null until computed' }),
  target: targetSchema.nullable().meta({ description: 'null until computed, or where no target was named' }),
  segments: z.array(segmentProfileSchema).meta({ description: 'the same counts for each part of a segment' }),
});
export type TableProfile = z.infer<typeof tableProfileSchema>;

/** What is said where there is no figure. */
export const reasonTexts = defineTexts(
  {
    no_values: 'There are no values.',
    too_few_values: 'There are too few values.',
    one_value_only: 'All values are the same.',
    not_for_this_kind: 'This does not exist for a column of this kind.',
    too_large: 'The numbers are too large to compute this.',
    one_side_empty: 'One of the two sides has no values.',
    not_same_cells: 'The two were not counted in the same cells.',
    no_target: 'The target has no values here.',
    too_many_values: 'There are too many different values.',
    out_of_range: 'What was given lies out of range.',
    not_yet: 'This is still being computed.',
  },
  {
    no_values: 'Er zijn geen waarden.',
    too_few_values: 'Er zijn te weinig waarden.',
    one_value_only: 'Alle waarden zijn gelijk.',
    not_for_this_kind: 'Dit bestaat niet voor een kolom van deze soort.',
    too_large: 'De getallen zijn te groot om dit te berekenen.',
    one_side_empty: 'Een van beide kanten heeft geen waarden.',
    not_same_cells: 'De twee zijn niet in dezelfde vakken geteld.',
    no_target: 'De doelkolom heeft hier geen waarden.',
    too_many_values: 'Er zijn te veel verschillende waarden.',
    out_of_range: 'Wat is opgegeven ligt buiten het bereik.',
    not_yet: 'Dit wordt nog berekend.',
  },
);
