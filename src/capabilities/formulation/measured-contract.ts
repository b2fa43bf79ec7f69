import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, textField } from '../../platform/endpoint/text-field.ts';
import { moment, problemParams, versionField, withinProblem } from './problem-contract.ts';
import { valueModelSchemaOfProblem } from './value-model-contract.ts';

const part = z.union([z.string(), z.number()]);
const estimateSchema = z
  .object({
    low: z.exactOptional(part),
    likely: part,
    high: z.exactOptional(part),
    source: z.exactOptional(z.string()),
  })
  .meta({ description: 'As the value model has it: amounts as text, shares and sizes as numbers' });
export type MeasuredValue = z.infer<typeof estimateSchema>;

export const measuredStates = ['proposed', 'taken', 'left', 'replaced'] as const;

export const measuredFigureSchema = z
  .object({
    id: z.string(),
    path: z.string().meta({ description: 'Place in the value model, such as baseRate or values.fn.mean' }),
    value: estimateSchema.meta({ description: 'What was measured, with its interval where there is one' }),
    datasetVersionId: z.string().meta({ description: 'The version of the data set in which it was measured' }),
    dataset: z.string().meta({ description: 'Name and number of that version' }),
    how: z.string().meta({ description: 'How it follows from the rows, in one line' }),
    proposedBy: z.string(),
    proposedAt: moment('When it was measured and put forward'),
    state: z.enum(measuredStates).meta({
      description:
        'proposed: waits for somebody; taken: it is in the value model; left: it is not, with the reason; replaced: measured anew before that',
    }),
    was: estimateSchema.nullable().meta({ description: 'What stood in the value model before it was taken over' }),
    reason: z.string().meta({ description: 'Why it was left' }),
    settledBy: z.string().nullable(),
    settledAt: moment('When it was taken over or left').nullable(),
  })
  .meta({ id: 'MeasuredFigure' });
export type MeasuredFigure = z.infer<typeof measuredFigureSchema>;

const answer = z.object({
  version: versionField.meta({
    description: 'Of the value model: send it back in If-Match when you take figures over',
  }),
  figures: z.array(measuredFigureSchema).meta({ description: 'The latest first' }),
});

export const listMeasuredFigures = defineEndpoint({
  id: 'listMeasuredFigures',
  method: 'GET',
  path: '/api/problems/:problemId/value/measured',
  permission: 'problem.read',
  summary: 'Figures of the value model that were measured in the data: waiting, taken over, or left.',
  params: problemParams,
  answer,
  cli: { command: 'value measured' },
});

export const takeMeasuredFigures = defineEndpoint({
  id: 'takeMeasuredFigures',
  method: 'POST',
  path: '/api/problems/:problemId/value/measured/take',
  permission: 'problem.price',
  summary: 'Takes measured figures over into the value model, with the data as their source.',
  params: problemParams,
  body: z.strictObject({ ids: z.array(idField).min(1).max(100).meta({ description: 'Ids of figures that wait' }) }),
  answer: valueModelSchemaOfProblem,
  versioned: true,
  cli: { command: 'value take-measured' },
});

export const leaveMeasuredFigure = defineEndpoint({
  id: 'leaveMeasuredFigure',
  method: 'POST',
  path: '/api/problems/:problemId/value/measured/:figureId/leave',
  permission: 'problem.price',
  summary: 'Leaves a measured figure out of the value model, with the reason.',
  params: withinProblem('figureId', 'Id of a figure that waits'),
  body: z.strictObject({
    reason: textField({ max: 2000, min: 1 }).meta({ description: 'Why the estimate stands instead' }),
  }),
  answer,
  cli: { command: 'value leave-measured' },
});
