import { type Route, route } from '../../platform/http/route.ts';
import { answerCheck } from './answer-check.ts';
import { beginRun } from './begin-run.ts';
import * as contract from './contract.ts';
import { showSufficiency } from './show-sufficiency.ts';
import { suggestPlan } from './suggest-plan.ts';
import { confirmPlan, writePlan } from './write-plan.ts';

export const sufficiencyRoutes: readonly Route[] = [
  route(contract.readSufficiency, (ctx, { params }) => showSufficiency(ctx, params.problemId)),
  route(contract.suggestSufficiencyPlan, async (ctx, { params, query }) => ({
    content: await suggestPlan(ctx, { ...params, ...query }),
  })),
  route(contract.writeSufficiencyPlan, (ctx, { params, body, version }) =>
    writePlan(ctx, { ...params, ...body, version }),
  ),
  route(contract.confirmSufficiencyPlan, (ctx, { params, version }) => confirmPlan(ctx, { ...params, version })),
  route(contract.runSufficiency, async (ctx, { params, body }) => ({
    runs: await beginRun(ctx, { ...params, ...body }),
  })),
  route(contract.answerSufficiency, (ctx, { params, body }) => answerCheck(ctx, { ...params, ...body })),
];
