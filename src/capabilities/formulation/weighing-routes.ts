import { type Route, route } from '../../platform/http/route.ts';
import { alternatives, showAlternative, showAlternatives } from './alternatives.ts';
import * as contract from './contract.ts';
import { answerFitQuestion, listFits } from './fit-questions.ts';
import { giveVerdict } from './give-verdict.ts';
import { getProblem } from './problem-queries.ts';
import { listVerdictsOf } from './verdict-queries.ts';

/** Is machine learning the answer: alternatives in the same euros, the fit questions, and a verdict per key result. */
export const weighingRoutes: readonly Route[] = [
  route(contract.listAlternatives, (ctx, { params }) => showAlternatives(ctx, params.problemId)),
  route(contract.createAlternative, async (ctx, { params, body }) =>
    showAlternative(await alternatives.create(ctx, { ...params, fields: body })),
  ),
  route(contract.editAlternative, async (ctx, { params, body, version }) => {
    const place = { problemId: params.problemId, id: params.alternativeId };
    return showAlternative(await alternatives.edit(ctx, { ...place, fields: body, version }));
  }),
  route(contract.removeAlternative, (ctx, { params }) =>
    alternatives.remove(ctx, { problemId: params.problemId, id: params.alternativeId }),
  ),
  route(contract.restoreAlternative, async (ctx, { params }) =>
    showAlternative(await alternatives.restore(ctx, { problemId: params.problemId, id: params.alternativeId })),
  ),
  route(contract.orderAlternatives, async (ctx, { params, body }) => ({
    alternatives: (await alternatives.order(ctx, { ...params, ...body })).map(showAlternative),
  })),
  route(contract.listFitQuestions, async (ctx, { params }) => {
    await getProblem(ctx.db, params.problemId);
    return { questions: await listFits(ctx.db, params.problemId) };
  }),
  route(contract.answerFitQuestion, (ctx, { params, body, version }) =>
    answerFitQuestion(ctx, { ...params, ...body, version }),
  ),
  route(contract.listVerdicts, async (ctx, { params }) => {
    await getProblem(ctx.db, params.problemId);
    return { verdicts: await listVerdictsOf(ctx.db, params.problemId) };
  }),
  route(contract.giveVerdict, (ctx, { params, body }) => giveVerdict(ctx, { ...params, ...body })),
];
