import { type Route, route } from '../../../platform/http/route.ts';
import * as contract from '../import-contract.ts';
import { bringDeletedExperiment } from './bring-experiment.ts';
import { bringModelMetrics } from './bring-model-metrics.ts';
import { bringModel } from './bring-model.ts';
import { bringRun } from './bring-run.ts';
import { countModelFacts, countRunFacts } from './count-facts.ts';

export const importRoutes: readonly Route[] = [
  route(contract.importExperiment, (ctx, { body }) => bringDeletedExperiment(ctx, body)),
  route(contract.importRun, (ctx, { body }) => bringRun(ctx, body)),
  route(contract.importModel, (ctx, { body }) => bringModel(ctx, body)),
  route(contract.countRun, (ctx, { params: { runId } }) => countRunFacts(ctx, runId)),
  route(contract.importModelMetrics, (ctx, { body, params }) => bringModelMetrics(ctx, { ...params, ...body })),
  route(contract.countModel, (ctx, { params: { modelId } }) => countModelFacts(ctx, modelId)),
];
