import { type Route, route } from '../../platform/http/route.ts';
import { beginEvaluation } from './begin-evaluation.ts';
import * as contract from './contract.ts';
import { evaluateAlike } from './evaluate-alike.ts';
import { getEvaluation, listEvaluations } from './evaluation-queries.ts';
import { listPredictions } from './predictions/list-predictions.ts';
import { rankEvaluations } from './rank-evaluations.ts';
import { tellDifferences } from './tell-differences.ts';
import { rescoreEvaluation, rescoreEvaluations } from './rescore-evaluation.ts';

export const evaluationRoutes: readonly Route[] = [
  route(contract.listEvaluations, async (ctx, { params, query }) => ({
    evaluations: await listEvaluations(ctx, { ...params, ...query }),
  })),
  route(contract.rankEvaluations, (ctx, { params, query }) => rankEvaluations(ctx, { ...params, ...query })),
  route(contract.tellDifferences, (ctx, { params, query }) => tellDifferences(ctx, { ...params, ...query })),
  route(contract.readEvaluation, (ctx, { params }) => getEvaluation(ctx, params)),
  route(contract.listPredictions, (ctx, { params }) => listPredictions(ctx, params)),
  route(contract.beginEvaluation, (ctx, { params, body }) => beginEvaluation(ctx, { ...params, ...body })),
  route(contract.rescoreEvaluations, async (ctx, { params }) => ({
    begun: await rescoreEvaluations(ctx, params.problemId),
  })),
  route(contract.evaluateAlike, (ctx, { params, body }) => evaluateAlike(ctx, { ...params, ...body })),
  route(contract.rescoreEvaluation, (ctx, { params, body }) => rescoreEvaluation(ctx, { ...params, ...body })),
];
