import { type Route, route } from '../../../platform/http/route.ts';
import { refuseUnknownProblem } from '../../identity/index.ts';
import * as contract from '../inbox-contract.ts';
import { demandTracking } from '../standing.ts';
import { assignExperiments } from './assign-experiments.ts';
import { assignRuns } from './assign-runs.ts';
import { countWaiting, listWaitingExperiments } from './list-waiting.ts';

export const inboxRoutes: readonly Route[] = [
  route(contract.listInbox, async (ctx, { query }) => listWaitingExperiments(ctx, { cursor: undefined, ...query })),
  route(contract.countInbox, async (ctx, { query: { problemId = null } }) => {
    if (problemId !== null) {
      await demandTracking(ctx, 'read', problemId);
      await refuseUnknownProblem(ctx, problemId);
    }
    return countWaiting(ctx, problemId);
  }),
  route(contract.assignWaitingRuns, async (ctx, { body }) => ({ moved: await assignRuns(ctx, body) })),
  route(contract.assignExperiments, async (ctx, { body }) => ({ moved: await assignExperiments(ctx, body) })),
];
