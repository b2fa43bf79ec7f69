import { type Route, route } from '../../../platform/http/route.ts';
import * as contract from '../import-contract.ts';
import { bringModel } from './bring-model.ts';
import { bringRun } from './bring-run.ts';
import { countRunFacts } from './count-run.ts';

export const importRoutes: readonly Route[] = [
  route(contract.importRun, (ctx, { body }) => bringRun(ctx, body)),
  route(contract.importModel, (ctx, { body }) => bringModel(ctx, body)),
  route(contract.countRun, (ctx, { params: { runId } }) => countRunFacts(ctx, runId)),
];
