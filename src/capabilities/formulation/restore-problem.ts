import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { formulationErrors } from './errors.ts';
import type { Problem } from './problem-contract.ts';
import { findProblem } from './problem-queries.ts';
import { showProblem } from './show-problem.ts';
import { formulationDb } from './tables.ts';

export async function restoreProblem(ctx: Context, { problemId }: { problemId: string }): Promise<Problem> {
  await change(ctx, async (tx) => {
    const restored = await formulationDb(tx.db)
      .updateTable('problem')
      .set({ deleted_at: null, changed_at: tx.now })
      .where('id', '=', problemId)
      .where('deleted_at', 'is not', null)
      .executeTakeFirst();
    if (restored.numUpdatedRows === 0n) {
      const problem = await findProblem(tx.db, problemId);
      if (!problem) throw formulationErrors.problemNotFound({ id: problemId });
      throw formulationErrors.notDeleted({ id: problemId, title: problem.title });
    }
    tx.record({ type: 'problem.restored', subject: { kind: 'problem', id: problemId }, problemId });
  });
  return showProblem(ctx.db, problemId);
}
