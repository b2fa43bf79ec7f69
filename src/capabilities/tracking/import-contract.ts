import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, lineField, textField } from '../../platform/endpoint/text-field.ts';
import { limits } from './limits.ts';
import { modelStatuses } from './model.ts';
import { runStatuses } from './run.ts';

const keptId = lineField({ min: 1, max: 256 })
  .refine((id) => /^[a-zA-Z0-9][\w-]*$/.test(id))
  .meta({ description: 'Id there, which is kept where it is free' });
const at = z.int().min(0).nullable().meta({ description: 'epoch milliseconds, UTC' });
const tags = z
  .array(z.strictObject({ key: lineField({ min: 1, max: 250 }), value: textField({ max: 8000 }) }))
  .max(2000);
const broughtSchema = z.object({
  id: z.string().meta({ description: 'Id here: the same, or another where that was taken' }),
  isNew: z.boolean().meta({ description: 'False where it was brought before' }),
  isDeleted: z.boolean(),
});

export const importExperiment = defineEndpoint({
  id: 'importDeletedExperiment',
  method: 'POST',
  path: '/api/imports/deleted-experiments',
  permission: 'inbox.log',
  summary:
    'Brings an experiment that was deleted elsewhere, as a deleted one, which takes its runs, models and files as such. Where its name is taken it gets another, and that one stays as it is. The same again is found.',
  body: z.strictObject({
    id: lineField({ min: 1, max: 64 }).meta({ description: 'Id there' }),
    name: textField({ min: 1, max: limits.experimentName }),
    tags,
  }),
  answer: broughtSchema,
  cli: { command: 'import deleted-experiment' },
});

export const importRun = defineEndpoint({
  id: 'importRun',
  method: 'POST',
  path: '/api/imports/runs',
  permission: 'inbox.log',
  summary:
    'Brings a run from elsewhere, with its id where that is free. The same again is found, so that what broke off goes on; its parameters, metrics and files are then logged as ever.',
  body: z.strictObject({
    experimentId: idField.meta({ description: 'Id of the experiment here' }),
    id: keptId,
    name: lineField({ max: 250 }).meta({ description: 'Name of the run' }),
    clientUser: lineField({ max: 250 }).meta({ description: 'Who ran it there' }),
    startedAt: at,
    tags,
  }),
  answer: broughtSchema.extend({
    status: z.enum(runStatuses).meta({ description: 'RUNNING until it is given its last' }),
  }),
  cli: { command: 'import run' },
});

export const importModel = defineEndpoint({
  id: 'importLoggedModel',
  method: 'POST',
  path: '/api/imports/logged-models',
  permission: 'inbox.log',
  summary: 'Brings a logged model from elsewhere, with its id where that is free; as runs are brought.',
  body: z.strictObject({
    experimentId: idField.meta({ description: 'Id of the experiment here' }),
    id: lineField({ min: 1, max: 64 })
      .refine((id) => /^m-[0-9a-f]{32}$/.test(id))
      .meta({ description: 'Id there' }),
    name: lineField({ max: 250 }),
    modelType: lineField({ max: 250 }),
    sourceRunId: idField.nullable().meta({ description: 'Id of its run here' }),
    step: z.int().meta({ description: 'Of its run, when it was made' }),
    status: z
      .enum(modelStatuses)
      .meta({ description: 'PENDING while its files are still to come; a deleted one has its last' }),
    isDeleted: z.boolean().meta({ description: 'Whether it was deleted there, and is here from the start' }),
    params: z
      .array(z.strictObject({ key: lineField({ min: 1, max: 250 }), value: textField({ max: 6000 }) }))
      .max(2000),
    tags,
  }),
  answer: broughtSchema,
  cli: { command: 'import logged-model' },
});

export const runCountsSchema = z
  .object({
    params: z.int(),
    metrics: z.int(),
    points: z.int(),
    tags: z.int(),
    datasets: z.int(),
    files: z.int(),
    files_bytes: z.int(),
  })
  .meta({ id: 'RunCounts', description: 'What there is of a run, without the models that it made' });
export type RunCounts = z.infer<typeof runCountsSchema>;

export const countRun = defineEndpoint({
  id: 'countRun',
  method: 'GET',
  path: '/api/imports/runs/:runId/counts',
  permission: 'inbox.log',
  summary: 'How much there is of a run: what was brought is held against what was there.',
  params: z.object({ runId: idField.meta({ description: 'Id of the run' }) }),
  answer: runCountsSchema,
  cli: { command: 'import counts' },
});

export const modelCountsSchema = z
  .object({ params: z.int(), tags: z.int(), files: z.int(), files_bytes: z.int() })
  .meta({ id: 'LoggedModelCounts', description: 'What there is of a logged model, deleted or not' });
export type ModelCounts = z.infer<typeof modelCountsSchema>;

const modelParams = z.object({ modelId: idField.meta({ description: 'Id of the logged model' }) });

export const countModel = defineEndpoint({
  id: 'countLoggedModel',
  method: 'GET',
  path: '/api/imports/logged-models/:modelId/counts',
  permission: 'inbox.log',
  summary: 'How much there is of a logged model: what was brought is held against what was there.',
  params: modelParams,
  answer: modelCountsSchema,
  cli: { command: 'import model-counts' },
});

export const importModelMetrics = defineEndpoint({
  id: 'importLoggedModelMetrics',
  method: 'POST',
  path: '/api/imports/logged-models/:modelId/metrics',
  permission: 'inbox.log',
  summary:
    'What was measured of a logged model elsewhere, by runs that are here; the model and the runs may be deleted. Of each metric, run and data the last counts, however often it is sent.',
  params: modelParams,
  body: z.strictObject({
    metrics: z
      .array(
        z.strictObject({
          key: lineField({ min: 1, max: limits.key }),
          value: z.union([z.number(), z.enum(['NaN', 'Infinity', '-Infinity'])]),
          at: z.int().min(0).meta({ description: 'epoch milliseconds, UTC' }),
          step: z.int(),
          runId: idField.meta({ description: 'Id of the run here that measured it' }),
          datasetName: textField({ max: limits.datasetName }).meta({ description: 'Empty where no data is named' }),
          datasetDigest: textField({ max: limits.datasetDigest }),
        }),
      )
      .min(1)
      .max(limits.metricsAtOnce),
  }),
  answer: z.object({
    metrics: z.int().meta({ description: 'How many of these are here now, by metric, run and data' }),
  }),
  cli: { command: 'import model-metrics' },
});
