import { type Route, route } from '../../platform/http/route.ts';
import * as contract from './contract.ts';
import { dataRequirements } from './data-requirements.ts';
import { linkKeyResult } from './link-key-result.ts';
import { getProblem } from './problem-queries.ts';
import { showTranslation } from './show-translation.ts';
import { writeTranslation } from './write-translation.ts';

/** The translation into an ML problem, and the data that it needs. */
export const mlProblemRoutes: readonly Route[] = [
  route(contract.readTranslation, (ctx, { params }) => showTranslation(ctx.db, params.problemId)),
  route(contract.writeTranslation, (ctx, { params, body, version }) =>
    writeTranslation(ctx, { ...params, texts: body, version }),
  ),
  route(contract.linkKeyResult, (ctx, { params, body, version }) =>
    linkKeyResult(ctx, { ...params, ...body, version }),
  ),
  route(contract.listDataRequirements, async (ctx, { params }) => {
    await getProblem(ctx.db, params.problemId);
    return { dataRequirements: await dataRequirements.list(ctx.db, params.problemId) };
  }),
  route(contract.createDataRequirement, (ctx, { params, body }) =>
    dataRequirements.create(ctx, { ...params, fields: body }),
  ),
  route(contract.editDataRequirement, (ctx, { params, body, version }) =>
    dataRequirements.edit(ctx, { problemId: params.problemId, id: params.dataRequirementId, fields: body, version }),
  ),
  route(contract.removeDataRequirement, (ctx, { params }) =>
    dataRequirements.remove(ctx, { problemId: params.problemId, id: params.dataRequirementId }),
  ),
  route(contract.restoreDataRequirement, (ctx, { params }) =>
    dataRequirements.restore(ctx, { problemId: params.problemId, id: params.dataRequirementId }),
  ),
  route(contract.orderDataRequirements, async (ctx, { params, body }) => ({
    dataRequirements: await dataRequirements.order(ctx, { ...params, ...body }),
  })),
];
