import type { Context } from '../../platform/context/context.ts';
import type { Answer, Endpoint } from '../../platform/endpoint/define-endpoint.ts';
import { type Asked, type Route, route } from '../../platform/http/route.ts';
import { refuseUnknownProblem } from '../identity/index.ts';
import { answerAiAct } from './answer-ai-act.ts';
import { answerDpia } from './answer-dpia.ts';
import { answerRegulator } from './answer-regulator.ts';
import { classifyAtOnce } from './classify-at-once.ts';
import { confirmAiAct } from './confirm-ai-act.ts';
import * as contract from './contract.ts';
import { createRisk } from './create-risk.ts';
import { editRisk } from './edit-risk.ts';
import { orderRisks } from './order-risks.ts';
import { findDefaultAppetite, getSignature } from './queries.ts';
import { removeRisk } from './remove-risk.ts';
import { restoreRisk } from './restore-risk.ts';
import { showAiAct } from './show-ai-act.ts';
import { showAssessment } from './show-assessment.ts';
import { showDpia } from './show-dpia.ts';
import { showRegister } from './show-register.ts';
import { signAssessment } from './sign-assessment.ts';
import { writeAppetite } from './write-appetite.ts';
import { writeDefaultAppetite } from './write-default-appetite.ts';
import { writeDpia } from './write-dpia.ts';

/** An address within a problem that must be there. */
function within<E extends Endpoint>(endpoint: E, handle: (ctx: Context, asked: Asked<E>) => Promise<Answer<E>>): Route {
  return route(endpoint, async (ctx, asked) => {
    await refuseUnknownProblem(ctx, (asked.params as unknown as { problemId: string }).problemId);
    return handle(ctx, asked);
  });
}

const assessment: readonly Route[] = [
  within(contract.readRiskAssessment, (ctx, { params }) => showAssessment(ctx, params.problemId)),
  within(contract.signRiskAssessment, (ctx, { params, body }) => signAssessment(ctx, { ...params, ...body })),
  within(contract.readRiskSignature, (ctx, { params }) => getSignature(ctx.db, params)),
  within(contract.readAiAct, (ctx, { params }) => showAiAct(ctx, params.problemId)),
  within(contract.answerAiAct, (ctx, { params, body, version }) => answerAiAct(ctx, { ...params, ...body, version })),
  within(contract.classifyAtOnce, (ctx, { params, body, version }) =>
    classifyAtOnce(ctx, { ...params, ...body, version }),
  ),
  within(contract.confirmAiAct, (ctx, { params, body, version }) => confirmAiAct(ctx, { ...params, ...body, version })),
  within(contract.readDpia, (ctx, { params }) => showDpia(ctx, params.problemId)),
  within(contract.answerDpia, (ctx, { params, body, version }) => answerDpia(ctx, { ...params, ...body, version })),
  within(contract.writeDpia, (ctx, { params, body, version }) => writeDpia(ctx, { ...params, ...body, version })),
  within(contract.answerRegulator, (ctx, { params, body, version }) =>
    answerRegulator(ctx, { ...params, ...body, version }),
  ),
];

const register: readonly Route[] = [
  within(contract.readRiskRegister, (ctx, { params }) => showRegister(ctx, params.problemId)),
  within(contract.createRisk, (ctx, { params, body }) => createRisk(ctx, { ...params, fields: body })),
  within(contract.editRisk, (ctx, { params, body, version }) => editRisk(ctx, { ...params, fields: body, version })),
  within(contract.removeRisk, (ctx, { params }) => removeRisk(ctx, params)),
  within(contract.restoreRisk, (ctx, { params }) => restoreRisk(ctx, params)),
  within(contract.orderRisks, (ctx, { params, body }) => orderRisks(ctx, { ...params, ...body })),
  within(contract.writeAppetite, (ctx, { params, body, version }) =>
    writeAppetite(ctx, { ...params, ...body, version }),
  ),
  route(contract.readDefaultAppetite, (ctx) => findDefaultAppetite(ctx.db)),
  route(contract.writeDefaultAppetite, (ctx, { body, version }) => writeDefaultAppetite(ctx, { ...body, version })),
];

export const riskRoutes: readonly Route[] = [...assessment, ...register];
