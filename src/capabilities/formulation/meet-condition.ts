import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { Condition } from '../decisions/contract.ts';
import { listConditions, meetCondition as recordMet } from '../decisions/index.ts';
import { lockForWriting } from './lock-problem.ts';

/** Says by what a condition of a go is met, or that it is not met after all. */
export async function meetCondition(
  ctx: Context,
  { problemId, conditionId, evidence }: { problemId: string; conditionId: string; evidence: string | null },
): Promise<{ conditions: Condition[] }> {
  await change(ctx, async (tx) => {
    await lockForWriting(tx, problemId);
    await recordMet(tx, { problemId, conditionId, userId: ctx.actor.userId, evidence });
  });
  return { conditions: await listConditions(ctx.db, { problemId }) };
}
