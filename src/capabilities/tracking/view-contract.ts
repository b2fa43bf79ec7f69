import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, lineField } from '../../platform/endpoint/text-field.ts';
import { columnsField, factsField, filterField, groupByField, orderField, viewField } from './search-contract.ts';
import { moment, personField, problemParams } from './shared-contract.ts';

export const shownRunsSchema = z
  .strictObject({
    filter: filterField.default(''),
    order: orderField.default(''),
    columns: columnsField.default(''),
    groupBy: groupByField.nullable().default(null),
    experimentId: idField.nullable().default(null).meta({ description: 'Only runs of this experiment' }),
    view: viewField.default('active'),
    facts: factsField.default('any'),
  })
  .meta({ id: 'ShownRuns', description: 'What the table of runs shows' });
export type ShownRuns = z.infer<typeof shownRunsSchema>;

export const runViewSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    shown: shownRunsSchema,
    createdBy: personField,
    createdAt: moment('When it was kept'),
  })
  .meta({ id: 'RunView' });
export type RunView = z.infer<typeof runViewSchema>;

const withinView = problemParams.extend({ viewId: idField.meta({ description: 'Id of the view' }) });

export const listRunViews = defineEndpoint({
  id: 'listRunViews',
  method: 'GET',
  path: '/api/problems/:problemId/run-views',
  permission: 'problem.read',
  summary: 'Views of the table of runs that the team has kept, by name.',
  params: problemParams,
  answer: z.object({ views: z.array(runViewSchema) }),
  cli: { command: 'run-view list' },
});

export const keepRunView = defineEndpoint({
  id: 'keepRunView',
  method: 'POST',
  path: '/api/problems/:problemId/run-views',
  permission: 'run.log',
  summary: 'Keeps what the table of runs shows under a name, for everybody who works on the problem.',
  params: problemParams,
  body: z.strictObject({ name: lineField({ min: 1, max: 120 }), shown: shownRunsSchema }),
  answer: runViewSchema,
  status: 201,
  cli: { command: 'run-view keep' },
});

export const removeRunView = defineEndpoint({
  id: 'removeRunView',
  method: 'DELETE',
  path: '/api/problems/:problemId/run-views/:viewId',
  permission: 'run.log',
  summary: 'Removes a view of the table of runs; it can be brought back.',
  params: withinView,
  answer: z.object({ id: z.string(), removedAt: moment('When it was removed') }),
  cli: { command: 'run-view remove' },
});

export const restoreRunView = defineEndpoint({
  id: 'restoreRunView',
  method: 'POST',
  path: '/api/problems/:problemId/run-views/:viewId/restore',
  permission: 'run.log',
  summary: 'Brings back a view that was removed.',
  params: withinView,
  answer: runViewSchema,
  cli: { command: 'run-view restore' },
});
