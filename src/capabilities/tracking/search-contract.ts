import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, textField } from '../../platform/endpoint/text-field.ts';
import { factNames, runStatuses } from './run.ts';
import { moment, problemParams } from './shared-contract.ts';

export const filterField = textField({ max: 10_000 }).meta({
  description: "Such as metrics.auc > 0.8 AND (params.kind = 'tree' OR NOT tags.team LIKE 'n%'); empty for all",
});
export const viewField = z
  .enum(['active', 'deleted', 'all'])
  .meta({ description: 'Of what was deleted and what was not' });
export const orderField = textField({ max: 500 }).meta({
  description: 'One name with ASC or DESC, such as metrics.auc DESC; what lacks it comes last',
});
/** Names of metrics, parameters and tags hold no commas. */
export const columnsField = textField({ max: 20_000 }).meta({
  description: 'Which values to answer, with commas between: metrics.auc,params.kind,tags.team',
});
export const groupByField = textField({ max: 300 }).meta({
  description: 'experiment, status, parent, or a parameter or tag: params.kind, tags.team',
});

/** Of the six facts of a run. */
export const factChoices = [
  'any',
  'complete',
  'incomplete',
  'no_time',
  'no_result',
  'no_model',
  'no_hyperparameters',
  'no_data',
  'no_code',
] as const;
export const factsField = z
  .enum(factChoices)
  .meta({ description: 'Only runs that have all six facts, that lack one, or that lack this one' });

/** Which runs of a problem. */
const choice = {
  experimentId: z.exactOptional(idField).meta({ description: 'Only runs of this experiment' }),
  filter: filterField.default(''),
  view: viewField.default('active'),
  facts: factsField.default('any'),
};
const group = {
  groupBy: z.exactOptional(groupByField).meta({ description: 'By what `group` names one' }),
  group: z.exactOptional(textField({ max: 8000 })).meta({
    description: 'Only runs with this value of what they are grouped by; without it those that have none',
  }),
};

/** Which runs, as every list of them is asked for. */
export const runChoiceFields = { ...choice, ...group };

const runStatusField = z.enum(runStatuses);
export const foundRunSchema = z
  .object({
    id: z.string(),
    experimentId: z.string(),
    name: z.string(),
    status: runStatusField,
    clientUser: z.string().meta({ description: 'Who logged it, as the client says' }),
    startedAt: moment('When it began').nullable(),
    endedAt: moment('When it ended').nullable(),
    isDeleted: z.boolean(),
    parentId: z.string().nullable().meta({ description: 'The run that it is a part of' }),
    children: z.int().meta({ description: 'Runs that are a part of it, and were not deleted' }),
    lacks: z.array(z.enum(factNames)).meta({ description: 'Which of its six facts are not there' }),
    values: z.record(z.string(), z.union([z.number(), z.string()])).meta({
      description: 'What was asked for, by column, where the run has it; of a metric the last, NaN as a text',
    }),
  })
  .meta({ id: 'FoundRun' });
export type FoundRun = z.infer<typeof foundRunSchema>;

export const listRuns = defineEndpoint({
  id: 'listRuns',
  method: 'GET',
  path: '/api/problems/:problemId/runs',
  permission: 'problem.read',
  summary: 'Runs of a problem, filtered and ordered, a page at a time, with only the values that are asked for.',
  params: problemParams,
  query: z.object({
    ...runChoiceFields,
    order: orderField.default('').meta({ description: 'The newest first unless told' }),
    columns: columnsField.default(''),
    offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
    limit: z.coerce.number().int().min(1).max(1000).default(100),
  }),
  answer: z.object({ runs: z.array(foundRunSchema), hasMore: z.boolean() }),
  cli: { command: 'run list' },
});

export const summariseRuns = defineEndpoint({
  id: 'summariseRuns',
  method: 'GET',
  path: '/api/problems/:problemId/runs/summary',
  permission: 'problem.read',
  summary: 'How many runs there are, how they ended, and when the last one began.',
  params: problemParams,
  query: z.object(runChoiceFields),
  answer: z.object({
    runs: z.int(),
    byStatus: z.array(z.object({ status: runStatusField, runs: z.int() })),
    lastRunAt: moment('When the last one began').nullable(),
  }),
  cli: { command: 'run summary' },
});

export const groupRuns = defineEndpoint({
  id: 'groupRuns',
  method: 'GET',
  path: '/api/problems/:problemId/runs/groups',
  permission: 'problem.read',
  summary: 'Runs counted by experiment, status, parent, a parameter or a tag; the 500 largest groups.',
  params: problemParams,
  query: z.object({ ...choice, by: groupByField }),
  answer: z.object({
    groups: z.array(
      z.object({
        value: z.string().nullable().meta({ description: 'null: runs that have none' }),
        name: z.string().nullable().meta({ description: 'Of an experiment or a run: what it is called' }),
        runs: z.int(),
        lastRunAt: moment('When the last one began').nullable(),
      }),
    ),
    hasMore: z.boolean(),
  }),
  cli: { command: 'run groups' },
});

export const listRunKeys = defineEndpoint({
  id: 'listRunKeys',
  method: 'GET',
  path: '/api/problems/:problemId/runs/keys',
  permission: 'problem.read',
  summary:
    'What runs of a problem have to show and to search by: every metric; parameters and tags of its newest 1,000 runs.',
  params: problemParams,
  answer: z.object({
    metrics: z.array(z.string()),
    params: z.array(z.string()),
    tags: z.array(z.string()),
  }),
  cli: { command: 'run keys' },
});

const manyRuns = z.strictObject({
  runIds: z
    .array(idField.meta({ description: 'Id of a run' }))
    .min(1)
    .max(1000),
});
const changedRuns = z.object({ changed: z.array(z.string()).meta({ description: 'Ids of runs that were otherwise' }) });

export const deleteRuns = defineEndpoint({
  id: 'deleteRuns',
  method: 'POST',
  path: '/api/problems/:problemId/runs/delete',
  permission: 'run.log',
  summary: 'Deletes runs, all of them or none; they can be restored.',
  params: problemParams,
  body: manyRuns,
  answer: changedRuns,
  cli: { command: 'run delete' },
});
