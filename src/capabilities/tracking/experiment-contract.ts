import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
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
