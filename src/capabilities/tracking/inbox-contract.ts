import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField } from '../../platform/endpoint/text-field.ts';
import {
  moment,
  movedField,
  nextField,
  personField,
  proposalsField,
  targetField,
  waitingQuery,
} from './shared-contract.ts';

const count = (description: string) => z.int().meta({ description });

export const waitingExperimentSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    createdBy: personField,
    createdAt: moment('When it was made'),
    isDefault: z.boolean().meta({ description: 'Where everybody logs who names no experiment: it stays' }),
    runs: count('Runs in it that were not deleted'),
    lastRunAt: moment('When its last run began').nullable(),
    proposals: proposalsField,
  })
  .meta({ id: 'WaitingExperiment' });
export type WaitingExperiment = z.infer<typeof waitingExperimentSchema>;

export const listInbox = defineEndpoint({
  id: 'listInbox',
  method: 'GET',
  path: '/api/inbox/experiments',
  permission: 'inbox.log',
  summary: 'Experiments of which nobody has said yet to which problem they belong, the newest first.',
  query: waitingQuery,
  answer: z.object({ experiments: z.array(waitingExperimentSchema), next: nextField }),
  cli: { command: 'inbox list' },
});

export const countInbox = defineEndpoint({
  id: 'countInbox',
  method: 'GET',
  path: '/api/inbox',
  permission: 'inbox.log',
  summary: 'How many experiments wait in the inbox, and how many of them a naming rule of one problem speaks for.',
  query: z.object({ problemId: z.exactOptional(idField).meta({ description: 'Whose naming rules are asked' }) }),
  answer: z.object({
    experiments: count('Experiments that wait'),
    proposed: count('Of them those that belong to the problem by a naming rule of it'),
  }),
  cli: { command: 'inbox count' },
});

export const assignWaitingRuns = defineEndpoint({
  id: 'assignWaitingRuns',
  method: 'POST',
  path: '/api/runs/assign',
  permission: 'inbox.log',
  summary:
    'Says to which problem runs belong that were logged without naming an experiment, or puts them back in the inbox: all of them, or none. Runs within them go along, and so do their models and files.',
  body: z.strictObject({
    runIds: z
      .array(idField.meta({ description: 'Id of a run' }))
      .min(1)
      .max(500),
    problemId: targetField,
  }),
  answer: z.object({ moved: movedField }),
  cli: { command: 'inbox assign-runs' },
});

export const assignExperiments = defineEndpoint({
  id: 'assignExperiments',
  method: 'POST',
  path: '/api/experiments/assign',
  permission: 'inbox.log',
  summary:
    'Says to which problem experiments belong, or puts them back in the inbox: all of them, or none. You may log where they were and where they go.',
  body: z.strictObject({
    experimentIds: z
      .array(idField.meta({ description: 'Id of an experiment' }))
      .min(1)
      .max(500),
    problemId: targetField,
  }),
  answer: z.object({ moved: movedField }),
  cli: { command: 'inbox assign' },
});
