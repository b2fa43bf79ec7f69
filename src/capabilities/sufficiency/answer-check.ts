import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { CheckId, CheckVerdict, ExpertAnswer } from './check-contract.ts';
import { sufficiencyErrors } from './errors.ts';
import { listJudged } from './judged-queries.ts';
import { checkFrom } from './show-sufficiency.ts';
import type { JudgedCheck } from './sufficiency-contract.ts';
import { sufficiencyDb } from './tables.ts';

interface Given {
  problemId: string;
  dataRequirementId: string;
  checkId: CheckId;
  runId: string;
  verdict: CheckVerdict;
  answer: ExpertAnswer;
  reason: string;
}

/** What the expert says of what a check found: of the run and the verdict that they looked at, and of no other. */
export async function answerCheck(ctx: Context, given: Given): Promise<JudgedCheck> {
  const { problemId, checkId, runId, answer, reason } = given;
  await change(ctx, async (tx) => {
    const { outcome } = await findCheck(tx.db, given);
    if (outcome.verdict !== given.verdict) throw sufficiencyErrors.answerStale();
    if (outcome.verdict !== 'warn' && outcome.verdict !== 'fail')
      throw sufficiencyErrors.notAsked({ verdict: outcome.verdict });
    const row = {
      verdict: outcome.verdict,
      answer,
      reason,
      answered_by: ctx.actor.userId,
      answered_at: tx.now,
    };
    await sufficiencyDb(tx.db)
      .insertInto('sufficiency_answer')
      .values({ run_id: runId, check_id: checkId, ...row })
      .onConflict((conflict) => conflict.columns(['run_id', 'check_id']).doUpdateSet(row))
      .execute();
    tx.record({
      type: 'sufficiency_check.answered',
      subject: { kind: 'sufficiency_run', id: runId },
      problemId,
      data: { dataRequirementId: given.dataRequirementId, check: checkId, verdict: outcome.verdict, answer },
    });
  });
  return checkFrom(await findCheck(ctx.db, given), ctx.locale);
}

async function findCheck(db: Context['db'], { problemId, dataRequirementId, checkId, runId }: Given) {
  const judged = (await listJudged(db, problemId)).find(({ plan }) => plan.dataRequirementId === dataRequirementId);
  if (!judged) throw sufficiencyErrors.requirementNotFound({ id: dataRequirementId });
  if (!judged.run) throw sufficiencyErrors.runNotFound({ id: runId });
  const found = judged.checks.find(({ check }) => check === checkId);
  if (judged.run.id !== runId || !found) throw sufficiencyErrors.answerStale();
  return found;
}
