import { z } from 'zod';
import { reasons } from './figure.ts';

export const timeUnits = ['hour', 'day', 'week', 'month', 'year', 'decade'] as const;

const count = z.int().min(0);

/** Where a case may lie along one side of a chart. */
const axisCellSchema = z.discriminatedUnion('cell', [
  z.object({ cell: z.literal('value'), value: z.string() }),
  z
    .object({ cell: z.literal('range'), above: z.number().nullable(), upTo: z.number().nullable() })
    .meta({ description: 'what is above the one, up to and with the other; null where it has no end' }),
  z.object({ cell: z.literal('time'), from: z.string().meta({ description: 'its first moment, ISO 8601' }) }),
  z.object({ cell: z.literal('other') }).meta({ description: 'all values that are not listed' }),
  z.object({ cell: z.literal('missing') }).meta({ description: 'null, not a number, or infinite' }),
]);
export type AxisCell = z.infer<typeof axisCellSchema>;

const axisSchema = z.object({
  column: z.string(),
  unit: z.enum(timeUnits).nullable().meta({ description: 'of time; coarser than asked where there would be too many' }),
  cells: z.array(axisCellSchema),
});
export type ChartAxis = z.infer<typeof axisSchema>;

const shareSchema = z.object({
  measure: z.literal('share'),
  known: count.meta({ description: 'cases of which the target is known' }),
  positives: count,
  value: z.number(),
  low: z.number().meta({ description: 'of the interval of 95 % (Wilson)' }),
  high: z.number(),
});
const meanSchema = z.object({
  measure: z.literal('mean'),
  known: count,
  value: z.number(),
  low: z.number().meta({ description: 'of the interval of 95 %' }),
  high: z.number(),
});
export const outcomeSchema = z
  .union([shareSchema, meanSchema])
  .nullable()
  .meta({ description: 'null where none is known' });
export type Outcome = z.infer<typeof outcomeSchema>;

/** What a chart shows: how many cases lie in each cell, and their outcome where a target was named. */
export const chartSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('drawn'),
    rows: count,
    x: axisSchema,
    y: axisSchema.nullable(),
    target: z.object({ column: z.string(), positive: z.string().nullable() }).nullable(),
    cells: z.array(
      z.object({
        x: count.meta({ description: 'place on the axis' }),
        y: count.nullable(),
        rows: count,
        outcome: outcomeSchema,
      }),
    ),
    overall: outcomeSchema,
  }),
  z.object({ status: z.literal('not_computable'), column: z.string(), reason: z.enum(reasons) }),
]);
export type Chart = z.infer<typeof chartSchema>;

/** What to draw. A column alone is its distribution, with a target its rate, of a date over time, with another a map. */
export const chartRequestSchema = z.object({
  x: z.string(),
  y: z.string().exactOptional(),
  unit: z.enum(timeUnits).exactOptional().meta({ description: 'of dates; by their span unless told' }),
  target: z
    .object({
      column: z.string(),
      positive: z
        .string()
        .exactOptional()
        .meta({ description: 'the value whose share is drawn; a number without one is averaged' }),
    })
    .exactOptional(),
  where: z
    .array(z.object({ column: z.string(), value: z.string().nullable() }))
    .max(10)
    .exactOptional()
    .meta({ description: 'only the rows that have these values' }),
});
export type ChartRequest = z.infer<typeof chartRequestSchema>;
