import { z } from 'zod';

/** What a column holds, of all the types that a table may have. */
export const columnKinds = [
  'integer',
  'decimal',
  'number',
  'boolean',
  'text',
  'date',
  'timestamp',
  'time',
  'nested',
  'other',
] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** What the edges of a histogram count: the value itself, or days or seconds. */
export const axes = ['value', 'days_since_1970', 'seconds_since_1970', 'seconds_since_midnight'] as const;
export type Axis = (typeof axes)[number];

const count = z.int().min(0);

/**
 * What is frozen of a column before its rows are counted, so that counts of other rows can be added: edges, values that
 * are counted one by one, and where its powers are taken from. Edges come from the first data only.
 */
export const columnFrameSchema = z.object({
  name: z.string(),
  type: z.string().meta({ description: 'as DuckDB writes it: DECIMAL(18,3), TIMESTAMP WITH TIME ZONE' }),
  kind: z.enum(columnKinds),
  axis: z.enum(axes).nullable().meta({ description: 'null where the kind has no order to measure by' }),
  shift: z
    .string()
    .meta({ description: 'powers are taken of (value - shift) x scale, so that they neither cancel nor overflow' }),
  scale: z.number().positive(),
  edges: z.array(z.number()).meta({
    description:
      'right-closed: a cell holds what is above the edge before it, up to its own; below the first and above the last are tails',
  }),
  values: z.array(z.string()).meta({ description: 'counted one by one, as DuckDB writes them, in its order' }),
  hash: z
    .string()
    .meta({ description: 'of edges and values: two counts with the same hash can be compared cell by cell' }),
});
export type ColumnFrame = z.infer<typeof columnFrameSchema>;

/** Sums and counts of a column over some rows, all of which add up: the counts of a week are the sum of its days. */
export const columnCountsSchema = z.object({
  rows: count,
  nulls: count,
  nan: count,
  plusInfinity: count,
  minusInfinity: count,
  powers: z
    .tuple([z.number(), z.number(), z.number(), z.number()])
    .nullable()
    .meta({ description: 'sums of the first to fourth power of (value - shift) x scale; null where too large' }),
  sum: z.string().nullable().meta({ description: 'exact, of whole numbers and decimals' }),
  min: z.union([z.number(), z.string()]).nullable(),
  max: z.union([z.number(), z.string()]).nullable(),
  cells: z.array(count).meta({ description: 'one more than the edges; the last is the tail above them' }),
  values: z.array(count).meta({ description: 'one for each value of the frame' }),
  lengths: z
    .object({ characters: count, shortest: count, longest: count })
    .nullable()
    .meta({ description: 'of texts, in characters' }),
});
export type ColumnCounts = z.infer<typeof columnCountsSchema>;

export const tableFrameSchema = z.object({ version: z.literal(1), columns: z.array(columnFrameSchema) });
export type TableFrame = z.infer<typeof tableFrameSchema>;

export const tableCountsSchema = z.object({ rows: count, columns: z.array(columnCountsSchema) });
export type TableCounts = z.infer<typeof tableCountsSchema>;
