import { type Route, route } from '../../../platform/http/route.ts';
import * as artifacts from '../artifact-contract.ts';
import { listRunArtifacts, previewTable, uriBelow } from '../artifacts/list-run-artifacts.ts';
import { drawMetric, exportMetric } from '../chart-contract.ts';
import { describeRunModel } from '../model-file-contract.ts';
import { describeModelFile } from '../model-file/describe-model-file.ts';
import { showRun as showRunEndpoint } from '../run-contract.ts';
import { showExperiment as showExperimentEndpoint } from '../experiment-contract.ts';
import { drawPoints } from '../charts/draw-points.ts';
import { exportPoints } from '../charts/export-points.ts';
import { showExperiment } from './show-experiment.ts';
import { showRun } from './show-run.ts';

export const runRoutes: readonly Route[] = [
  route(showRunEndpoint, (ctx, { params: { runId } }) => showRun(ctx, runId)),
  route(showExperimentEndpoint, (ctx, { params: { experimentId } }) => showExperiment(ctx, experimentId)),
  route(drawMetric, (ctx, { params, query }) => drawPoints(ctx, { ...params, ...query })),
  route(exportMetric, (ctx, { params, query, reply }) => exportPoints(ctx, { ...params, ...query }, reply)),
  route(artifacts.listRunArtifacts, (ctx, { params, query }) => listRunArtifacts(ctx, { ...params, ...query })),
  route(artifacts.previewRunTable, (ctx, { params, query }) => previewTable(ctx, { ...params, ...query })),
  route(describeRunModel, async (ctx, { params, query: { path, ...of } }) =>
    describeModelFile(ctx, await uriBelow(ctx, { ...params, ...of }), path),
  ),
];
