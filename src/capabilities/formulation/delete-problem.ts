import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { listDecisionsOf } from '../decisions/index.ts';
import { formulationErrors } from './errors.ts';
import { lockProblem } from './lock-problem.ts';
import { formulationDb } from './tables.ts';

/** Can be undone by `restoreProblem`. A problem on which something was decided stays: decisions are for good. */
export async function deleteProblem(
  ctx: Context,
  { problemId }: { problemId: string },
): Promise<{ id: string; title: string; deletedAt: number }> {
  return change(ctx, async (tx) => {
    const { title } = await lockProblem(tx, problemId);
    const decisions = await listDecisionsOf(tx.db, problemId);
    if (decisions.length > 0) throw formulationErrors.decidedProblem({ title });
    await formulationDb(tx.db).updateTable('problem').set({ deleted_at: tx.now }).where('id', '=', problemId).execute();
    tx.record({ type: 'problem.deleted', subject: { kind: 'problem', id: problemId }, problemId });
    return { id: problemId, title, deletedAt: tx.now };
  });
}
