import type { Context } from '../../platform/context/context.ts';
import { findingSentences, verdictSentence } from '../value/index.ts';
import { checkValueDraft } from './check-value-draft.ts';
import { formulationErrors } from './errors.ts';
import { getProblem } from './problem-queries.ts';
import { evaluateInThread } from './value-evaluator.ts';
import type { Evaluation } from './value-model-contract.ts';
import { findValueModel } from './value-queries.ts';

/** What the value model of the problem says; throws 409 with what is missing while it is not complete. */
export async function evaluateProblemValue(
  ctx: Context,
  { problemId, draws }: { problemId: string; draws: number },
): Promise<Evaluation> {
  await getProblem(ctx.db, problemId);
  const stored = await findValueModel(ctx.db, problemId);
  const { model, problems } = checkValueDraft(stored.model, ctx.locale);
  if (!model || stored.hash === null)
    throw formulationErrors.valueIncomplete({ missing: problems.map((problem) => problem.path || 'model') });
  const result = await evaluateInThread({ model, hash: stored.hash, draws });
  return {
    modelVersion: stored.version,
    modelHash: stored.hash,
    result,
    sentence: verdictSentence(result.verdict, ctx.locale),
    findings: findingSentences(result, ctx.locale),
  };
}
