import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField } from '../../platform/endpoint/text-field.ts';
import { moment, problemParams } from './shared-contract.ts';

const days = z.coerce.number().int().min(0).max(36_500).default(0);
const olderThan = { olderThanDays: days.meta({ description: 'Only what was deleted at least so many days ago' }) };
const ids = (of: string) =>
  z
    .array(idField)
    .max(500)
    .default([])
    .meta({ description: `Ids of ${of}` });
const named = { experimentIds: ids('experiments'), runIds: ids('runs'), modelIds: ids('logged models') };

const deletedAt = moment('When it was deleted');
const holds = z.array(z.string()).meta({ description: 'What still stands on it, in words: it cannot be erased' });
const thing = z.object({
  id: z.string(),
  name: z.string(),
  experimentId: z.string(),
  experimentName: z.string(),
  deletedAt,
  holds,
});
const totalsFields = {
  experiments: z.int(),
  runs: z.int().meta({ description: 'With those of deleted experiments' }),
  models: z.int(),
  files: z.int().meta({ description: 'Artifacts at the usual places of these runs and models' }),
  size_bytes: z.int().meta({ description: 'Of these files; what others have too is kept once, and stays' }),
};

export const deletedRunsSchema = z
  .object({
    experiments: z.array(z.object({ id: z.string(), name: z.string(), deletedAt, holds })),
    runs: z.array(thing).meta({ description: 'Deleted by themselves; the latest 500' }),
    models: z.array(thing).meta({ description: 'Deleted by themselves; the latest 500' }),
    totals: z.object({
      ...totalsFields,
      held: z.int().meta({ description: 'Of these runs and models those that something stands on: they stay' }),
    }),
  })
  .meta({ id: 'DeletedRuns' });
export type DeletedRuns = z.infer<typeof deletedRunsSchema>;

const erasingSchema = z.object(totalsFields).meta({ id: 'ErasingRuns' });
const eraseBody = z.strictObject({
  ...olderThan,
  only: z.exactOptional(z.strictObject(named)).meta({ description: 'Only these; without it everything' }),
});
const restoreBody = z.strictObject(named);
const nothing = z.object({});

export const listDeletedRuns = defineEndpoint({
  id: 'listDeletedRuns',
  method: 'GET',
  path: '/api/problems/:problemId/deleted-runs',
  permission: 'problem.read',
  summary: 'Experiments, runs and logged models that were deleted, how much that is, and what still stands on them.',
  params: problemParams,
  query: z.object(olderThan),
  answer: deletedRunsSchema,
  cli: { command: 'run list-deleted' },
});

export const restoreDeletedRuns = defineEndpoint({
  id: 'restoreDeletedRuns',
  method: 'POST',
  path: '/api/problems/:problemId/deleted-runs/restore',
  permission: 'run.log',
  summary: 'Brings back what was deleted; an experiment comes back with its runs.',
  params: problemParams,
  body: restoreBody,
  answer: nothing,
  cli: { command: 'run restore-deleted' },
});

export const eraseDeletedRuns = defineEndpoint({
  id: 'eraseDeletedRuns',
  method: 'POST',
  path: '/api/problems/:problemId/deleted-runs/erase',
  permission: 'run.erase',
  summary:
    'Begins to erase what was deleted, for good, with its files; names are free again. What something stands on stays.',
  params: problemParams,
  body: eraseBody,
  answer: erasingSchema,
  status: 202,
  cli: { command: 'run erase' },
});

export const listDeletedInInbox = defineEndpoint({
  id: 'listDeletedInInbox',
  method: 'GET',
  path: '/api/inbox/deleted-runs',
  permission: 'inbox.log',
  summary: 'What was deleted before anybody said to which problem it belongs.',
  query: z.object(olderThan),
  answer: deletedRunsSchema,
  cli: { command: 'inbox list-deleted' },
});

export const restoreDeletedInInbox = defineEndpoint({
  id: 'restoreDeletedInInbox',
  method: 'POST',
  path: '/api/inbox/deleted-runs/restore',
  permission: 'inbox.log',
  summary: 'Brings back what was deleted in the inbox.',
  body: restoreBody,
  answer: nothing,
  cli: { command: 'inbox restore' },
});

export const eraseDeletedInInbox = defineEndpoint({
  id: 'eraseDeletedInInbox',
  method: 'POST',
  path: '/api/inbox/deleted-runs/erase',
  permission: 'organisation.administer',
  summary: 'Begins to erase what was deleted in the inbox, for good, with its files.',
  body: eraseBody,
  answer: erasingSchema,
  status: 202,
  cli: { command: 'inbox erase' },
});
