import { type Route, route } from '../../../platform/http/route.ts';
import { refuseUnknownProblem } from '../../identity/index.ts';
import { eraseDeleted } from './erase-deleted.ts';
import { listDeleted } from './list-deleted.ts';
import { restoreDeleted } from './restore-deleted.ts';
import * as contract from '../erasing-contract.ts';

const problemId = null;

export const erasingRoutes: readonly Route[] = [
  route(contract.listDeletedRuns, async (ctx, { params, query }) => {
    await refuseUnknownProblem(ctx, params.problemId);
    return listDeleted(ctx, { ...params, ...query });
  }),
  route(contract.restoreDeletedRuns, async (ctx, { params, body }) => {
    await restoreDeleted(ctx, { ...params, ...body });
    return {};
  }),
  route(contract.eraseDeletedRuns, (ctx, { params, body }) => eraseDeleted(ctx, { ...params, ...body })),
  route(contract.listDeletedInInbox, (ctx, { query }) => listDeleted(ctx, { problemId, ...query })),
  route(contract.restoreDeletedInInbox, async (ctx, { body }) => {
    await restoreDeleted(ctx, { problemId, ...body });
    return {};
  }),
  route(contract.eraseDeletedInInbox, (ctx, { body }) => eraseDeleted(ctx, { problemId, ...body })),
];
