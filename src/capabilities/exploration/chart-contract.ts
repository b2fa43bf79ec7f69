import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { chartRequestSchema, chartSchema } from '../statistics/contract.ts';
import { columnField, valueField, withinProblem } from './shared-contract.ts';

const versionParams = withinProblem('versionId', 'Id of the version of a data set');

/** What is looked at: kept with a finding, and drawn again on a newer version. */
export const chartSpecSchema = z
  .strictObject({
    x: columnField.meta({ description: 'The column that is looked at' }),
    y: columnField.exactOptional().meta({ description: 'A second one: how the two go together' }),
    unit: chartRequestSchema.shape.unit,
    target: z
      .strictObject({
        column: columnField.meta({ description: 'What it is held against: the outcome' }),
        positive: valueField.exactOptional().meta({
          description: 'The value whose share is drawn; true unless told, and a number without one is averaged',
        }),
      })
      .exactOptional(),
    where: z
      .array(z.strictObject({ column: columnField, value: valueField.nullable() }))
      .max(10)
      .exactOptional()
      .meta({ description: 'Only the rows that have these values; null is what is missing' }),
  })
  .meta({ id: 'ChartSpec', description: 'A column alone, over time, against an outcome, or with a second one' });
export type ChartSpec = z.infer<typeof chartSpecSchema>;

export const chartKinds = ['distribution', 'outcome', 'over_time', 'two_columns'] as const;
export type ChartKind = (typeof chartKinds)[number];

const sentenceField = z.string().meta({ description: 'What it shows, in a sentence made from its numbers' });

const drawnChartSchema = z
  .object({
    versionId: z.string(),
    versionNumber: z.int(),
    spec: chartSpecSchema,
    kind: z.enum(chartKinds),
    sentence: sentenceField,
    chart: chartSchema,
  })
  .meta({ id: 'DrawnChart' });
export type DrawnChart = z.infer<typeof drawnChartSchema>;

export const columnLooksSchema = z
  .object({
    versionId: z.string(),
    versionNumber: z.int(),
    target: z.object({ column: z.string(), positive: z.string().nullable() }).nullable(),
    columns: z.array(
      z.object({
        column: z.string(),
        kind: z.enum(chartKinds),
        strength: z.number().nullable().meta({
          description:
            'From 0 to 1, over the cells drawn: Cramér’s V, with what chance adds taken off, of a share; the correlation ratio of a mean; null where there is none',
        }),
        sentence: sentenceField,
        chart: chartSchema,
      }),
    ),
    leftOut: z.array(z.string()).meta({ description: 'Columns beyond the first 48: ask for their chart by name' }),
  })
  .meta({ id: 'ColumnLooks' });
export type ColumnLooks = z.infer<typeof columnLooksSchema>;

const targetQuery = {
  target: z.exactOptional(columnField).meta({ description: 'A column that is the outcome' }),
  positive: z.exactOptional(valueField).meta({ description: 'The value of it whose share is drawn' }),
};

export const drawChart = defineEndpoint({
  id: 'drawDataChart',
  method: 'GET',
  path: '/api/problems/:problemId/dataset-versions/:versionId/chart',
  permission: 'problem.read',
  summary: 'A chart of one column of a version or of two, with what it shows as a sentence.',
  params: versionParams,
  query: z.object({
    column: columnField,
    by: z.exactOptional(columnField).meta({ description: 'A second column' }),
    unit: chartRequestSchema.shape.unit,
    ...targetQuery,
    only: z.exactOptional(columnField).meta({ description: 'A column: only rows with one value of it' }),
    onlyValue: z.exactOptional(valueField).meta({ description: 'That value; what is missing unless told' }),
  }),
  answer: drawnChartSchema,
  cli: { command: 'chart draw' },
});

export const lookAtColumns = defineEndpoint({
  id: 'lookAtColumns',
  method: 'GET',
  path: '/api/problems/:problemId/dataset-versions/:versionId/column-charts',
  permission: 'problem.read',
  summary:
    'Every column of a version as a chart, against an outcome where one is named: what goes with it most, first.',
  params: versionParams,
  query: z.object(targetQuery),
  answer: columnLooksSchema,
  cli: { command: 'chart columns' },
});
