import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField } from '../../platform/endpoint/text-field.ts';
import { runStatuses } from './run.ts';
import { moment, personField } from './shared-contract.ts';

export const runParams = z.object({ runId: idField.meta({ description: 'Id of the run' }) });

const keyValue = z.object({ key: z.string(), value: z.string() });
const runLink = z.object({ id: z.string(), name: z.string(), status: z.enum(runStatuses) });

const measured = z
  .object({
    key: z.string(),
    value: z.number().nullable().meta({ description: 'null: not a number, or infinite; `word` says which' }),
    word: z.enum(['NaN', 'Infinity', '-Infinity']).nullable(),
    step: z.int(),
    at: moment('When it was measured, as the client says'),
  })
  .meta({ id: 'RunMetric' });
export type RunMetric = z.infer<typeof measured>;

const givenData = z
  .object({
    name: z.string().meta({ description: 'As the client calls it' }),
    digest: z.string(),
    context: z.string().nullable().meta({ description: 'What it was used for: training, testing' }),
    sourceType: z.string(),
    version: z
      .object({ id: z.string(), name: z.string().nullable().meta({ description: 'null: no longer there' }) })
      .nullable()
      .meta({ description: 'The version of a data set of the problem that is meant; null: not known here' }),
  })
  .meta({ id: 'RunData' });
export type RunData = z.infer<typeof givenData>;

const modelLink = z
  .object({
    id: z.string(),
    name: z.string(),
    modelType: z.string(),
    status: z.enum(['PENDING', 'READY', 'UPLOAD_FAILED']),
    step: z.int(),
  })
  .meta({ id: 'RunModel' });
export type RunModel = z.infer<typeof modelLink>;

export const shownRunSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    status: z.enum(runStatuses),
    isDeleted: z.boolean(),
    experiment: z.object({ id: z.string(), name: z.string() }),
    problemId: z.string().nullable().meta({ description: 'Of its experiment; null: in the inbox' }),
    startedAt: moment('When it began').nullable(),
    endedAt: moment('When it ended').nullable(),
    clientUser: z.string().meta({ description: 'Who ran it, as the client says; empty where it does not' }),
    createdBy: personField.meta({ description: 'Id of whoever was signed in' }),
    variant: z
      .object({ id: z.string().nullable(), name: z.string() })
      .nullable()
      .meta({ description: 'Of the model; null: it names none' }),
    params: z.array(keyValue),
    tags: z.array(keyValue),
    metrics: z.array(measured).meta({ description: 'The last point of each, by key' }),
    data: z.array(givenData).meta({ description: 'What it was given' }),
    modelsIn: z.array(modelLink).meta({ description: 'Models that it was given' }),
    modelsOut: z.array(modelLink).meta({ description: 'Models that it made' }),
    parent: runLink.nullable(),
    children: z.array(runLink).meta({ description: 'Runs within it, the first hundred by when they began' }),
    childCount: z.int(),
  })
  .meta({ id: 'ShownRun' });
export type ShownRun = z.infer<typeof shownRunSchema>;

export const showRun = defineEndpoint({
  id: 'showRun',
  method: 'GET',
  path: '/api/runs/:runId',
  permission: 'inbox.log',
  summary:
    'A run with all that is known of it: when, by whom, on which data, what was set and measured, the models it made, its parent and the runs within it.',
  params: runParams,
  answer: shownRunSchema,
  cli: { command: 'run show' },
});
