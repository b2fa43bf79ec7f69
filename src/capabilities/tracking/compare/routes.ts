import { type Route, route } from '../../../platform/http/route.ts';
import { refuseUnknownProblem } from '../../identity/index.ts';
import * as contract from '../compare-contract.ts';
import { compareCode } from './compare-code.ts';
import { compareRuns } from './compare-runs.ts';

export const compareRoutes: readonly Route[] = [
  route(contract.compareRuns, async (ctx, { params, query }) => {
    await refuseUnknownProblem(ctx, params.problemId);
    return compareRuns(ctx, { ...params, ...query });
  }),
  route(contract.compareRunCode, async (ctx, { params, query }) => {
    await refuseUnknownProblem(ctx, params.problemId);
    return compareCode(ctx, { ...params, ...query });
  }),
];
