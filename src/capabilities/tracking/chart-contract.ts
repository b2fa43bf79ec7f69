import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { textField } from '../../platform/endpoint/text-field.ts';
import { runParams } from './run-contract.ts';

const keyField = textField({ min: 1, max: 250 }).meta({ description: 'Name of the metric' });
const whole = z.coerce.number().int().min(-Number.MAX_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);

export const axes = ['step', 'time'] as const;
export type Axis = (typeof axes)[number];

/** So many places along an axis are told apart: each has at most two points. */
export const mostPlaces = 1_250;

export const drawnSchema = z
  .object({
    key: z.string(),
    by: z.enum(axes),
    points: z
      .array(z.tuple([z.number(), z.number().nullable()]))
      .meta({ description: 'Place and value, in order, at most 2,500; null is a gap: no finite number there' }),
    count: z.int().meta({ description: 'Points between the bounds' }),
    isThinned: z.boolean().meta({
      description: 'Of points that share a place along the axis only the lowest and the highest are there',
    }),
    notNumbers: z.int().meta({ description: 'Of the points those that are NaN' }),
    infinite: z.int().meta({ description: 'Of the points those that are infinite' }),
    from: z.number().nullable().meta({ description: 'Place of the first point between the bounds' }),
    to: z.number().nullable().meta({ description: 'Place of the last point between the bounds' }),
    lowest: z.number().nullable().meta({ description: 'Lowest finite value between the bounds' }),
    highest: z.number().nullable(),
  })
  .meta({ id: 'DrawnMetric' });
export type DrawnMetric = z.infer<typeof drawnSchema>;

export const drawMetric = defineEndpoint({
  id: 'drawRunMetric',
  method: 'GET',
  path: '/api/runs/:runId/metrics/chart',
  permission: 'inbox.log',
  summary:
    'The points of a metric of a run as they are drawn: by step or by moment, all of them or between two bounds; where they are many, the lowest and the highest of each place.',
  params: runParams,
  query: z.object({
    key: keyField,
    by: z.enum(axes).default('step').meta({ description: 'Along which axis; time is in epoch milliseconds' }),
    from: z.exactOptional(whole).meta({ description: 'Nothing before it' }),
    to: z.exactOptional(whole).meta({ description: 'Nothing after it' }),
    places: z.coerce.number().int().min(10).max(mostPlaces).default(1_000).meta({
      description: 'How many places along the axis are told apart, such as pixels',
    }),
  }),
  answer: drawnSchema,
  cli: { command: 'run chart' },
});

export const exportMetric = defineEndpoint({
  id: 'exportRunMetric',
  method: 'GET',
  path: '/api/runs/:runId/metrics/points',
  permission: 'inbox.log',
  summary: 'Every point of a metric of a run, as a file: by step, then moment, then value.',
  params: runParams,
  query: z.object({
    key: keyField,
    format: z.enum(['csv', 'jsonl']).default('csv').meta({
      description:
        'csv: step, moment (epoch milliseconds), value; jsonl: an object a line. NaN and infinities as words',
    }),
  }),
  answer: z.string(),
  answerType: 'application/octet-stream',
});
