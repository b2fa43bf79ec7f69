import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField } from '../../platform/endpoint/text-field.ts';
import { runStatuses } from './run.ts';
import { moment, personField, problemParams } from './shared-contract.ts';

const experimentSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    createdBy: personField,
    createdAt: moment('When it was made'),
    isDeleted: z.boolean(),
    runs: z.int().meta({ description: 'Runs in it that were not deleted' }),
    running: z.int().meta({ description: 'Of them those that have not ended' }),
    lastRunAt: moment('When its last run began').nullable(),
  })
  .meta({ id: 'Experiment' });
export type ExperimentOnList = z.infer<typeof experimentSchema>;

export const listExperiments = defineEndpoint({
  id: 'listExperiments',
  method: 'GET',
  path: '/api/problems/:problemId/experiments',
  permission: 'problem.read',
  summary: 'The experiments of a problem with how many runs each has, the one that was used last first.',
  params: problemParams,
  answer: z.object({ experiments: z.array(experimentSchema) }),
  cli: { command: 'experiment list' },
});

const shownExperimentSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    problemId: z.string().nullable().meta({ description: 'null: in the inbox' }),
    isDefault: z
      .boolean()
      .meta({ description: 'Where everybody logs who names no experiment: its runs are assigned one by one' }),
    createdBy: personField,
    createdAt: moment('When it was made'),
    isDeleted: z.boolean(),
    runCount: z.int().meta({ description: 'Runs in it that were not deleted' }),
    runs: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          status: z.enum(runStatuses),
          startedAt: moment('When it began').nullable(),
        }),
      )
      .meta({ description: 'Of them the last hundred by when they began' }),
  })
  .meta({ id: 'ShownExperiment' });
export type ShownExperiment = z.infer<typeof shownExperimentSchema>;

export const showExperiment = defineEndpoint({
  id: 'showExperiment',
  method: 'GET',
  path: '/api/experiments/:experimentId',
  permission: 'inbox.log',
  summary:
    'An experiment with its last runs, and the problem that it belongs to; also where it still waits in the inbox.',
  params: z.object({ experimentId: idField.meta({ description: 'Id of the experiment' }) }),
  answer: shownExperimentSchema,
  cli: { command: 'experiment show' },
});
