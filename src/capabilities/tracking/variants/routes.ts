import { type Route, route } from '../../../platform/http/route.ts';
import { refuseUnknownProblem } from '../../identity/index.ts';
import * as contract from '../variant-contract.ts';
import { moveRuns } from './move-runs.ts';
import { listVariantsOf } from './variant-queries.ts';
import { addVariant, editVariant, removeVariant, restoreVariant } from './write-variant.ts';

export const variantRoutes: readonly Route[] = [
  route(contract.listVariants, async (ctx, { params: { problemId }, query }) => {
    await refuseUnknownProblem(ctx, problemId);
    return listVariantsOf(ctx.db, problemId, query);
  }),
  route(contract.addVariant, async (ctx, { params: { problemId }, body: given }) => {
    await refuseUnknownProblem(ctx, problemId);
    return addVariant(ctx, { problemId, given });
  }),
  route(contract.editVariant, (ctx, { params, body: given, version }) =>
    editVariant(ctx, { ...params, given, version }),
  ),
  route(contract.removeVariant, (ctx, { params }) => removeVariant(ctx, params)),
  route(contract.restoreVariant, (ctx, { params }) => restoreVariant(ctx, params)),
  route(contract.assignRuns, async (ctx, { params, body }) => ({ moved: await moveRuns(ctx, { ...params, ...body }) })),
];
