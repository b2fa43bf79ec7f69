import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, lineField, textField } from '../../platform/endpoint/text-field.ts';

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
  answer: broughtSchema,
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
    models: z.int(),
    files: z.int(),
    files_bytes: z.int(),
  })
  .meta({ id: 'RunCounts', description: 'What there is of a run; `models` are those that it made, with their files' });
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
