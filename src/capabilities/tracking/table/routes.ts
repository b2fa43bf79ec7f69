import type { Context } from '../../../platform/context/context.ts';
import type { Answer, Endpoint } from '../../../platform/endpoint/define-endpoint.ts';
import { type Asked, type Route, route } from '../../../platform/http/route.ts';
import { refuseUnknownProblem } from '../../identity/index.ts';
import { listExperiments } from '../experiment-contract.ts';
import * as contract from '../search-contract.ts';
import * as views from '../view-contract.ts';
import { keepRunView, listRunViews, removeRunView, restoreRunView } from '../views/write-run-view.ts';
import { groupRuns, summariseRuns } from './count-runs.ts';
import { deleteRuns } from './delete-runs.ts';
import { listExperimentsOf } from './list-experiments.ts';
import { listRunKeys } from './list-run-keys.ts';
import { listRuns } from './list-runs.ts';

/** An address within a problem that must be there. */
function within<E extends Endpoint>(endpoint: E, handle: (ctx: Context, asked: Asked<E>) => Promise<Answer<E>>): Route {
  return route(endpoint, async (ctx, asked) => {
    await refuseUnknownProblem(ctx, (asked.params as unknown as { problemId: string }).problemId);
    return handle(ctx, asked);
  });
}

export const tableRoutes: readonly Route[] = [
  within(listExperiments, async (ctx, { params }) => ({
    experiments: await listExperimentsOf(ctx, params.problemId),
  })),
  within(contract.listRuns, (ctx, { params, query }) => listRuns(ctx, { ...params, ...query })),
  within(contract.summariseRuns, (ctx, { params, query }) => summariseRuns(ctx, { ...params, ...query })),
  within(contract.groupRuns, (ctx, { params, query }) => groupRuns(ctx, { ...params, ...query })),
  within(contract.listRunKeys, (ctx, { params }) => listRunKeys(ctx, params.problemId)),
  within(contract.deleteRuns, async (ctx, { params, body }) => ({
    changed: await deleteRuns(ctx, { ...params, ...body }),
  })),
  within(views.listRunViews, async (ctx, { params }) => ({ views: await listRunViews(ctx.db, params.problemId) })),
  within(views.keepRunView, (ctx, { params, body }) => keepRunView(ctx, { ...params, ...body })),
  within(views.removeRunView, (ctx, { params }) => removeRunView(ctx, params)),
  within(views.restoreRunView, (ctx, { params }) => restoreRunView(ctx, params)),
];
