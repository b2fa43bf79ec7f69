import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { lockForWriting } from './lock-problem.ts';
import { showKeyResult } from './show-objective.ts';
import { formulationDb } from './tables.ts';

export async function removeKeyResult(
  ctx: Context,
  { problemId, keyResultId }: { problemId: string; keyResultId: string },
): Promise<{ id: string; removedAt: number }> {
  return change(ctx, async (tx) => {
    await lockForWriting(tx, problemId);
    await showKeyResult(tx.db, { problemId, keyResultId });
    await formulationDb(tx.db)
      .updateTable('key_result')
      .set({ removed_at: tx.now })
      .where('id', '=', keyResultId)
      .execute();
    tx.record({ type: 'key_result.removed', subject: { kind: 'key_result', id: keyResultId }, problemId });
    return { id: keyResultId, removedAt: tx.now };
  });
}
