import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { lockForWriting } from './lock-problem.ts';
import { showObjective } from './show-objective.ts';
import { formulationDb } from './tables.ts';

/** Its key results go out of sight with it, and come back with it. */
export async function removeObjective(
  ctx: Context,
  { problemId, objectiveId }: { problemId: string; objectiveId: string },
): Promise<{ id: string; removedAt: number }> {
  return change(ctx, async (tx) => {
    await lockForWriting(tx, problemId);
    await showObjective(tx.db, { problemId, objectiveId });
    await formulationDb(tx.db)
      .updateTable('objective')
      .set({ removed_at: tx.now })
      .where('id', '=', objectiveId)
      .execute();
    tx.record({ type: 'objective.removed', subject: { kind: 'objective', id: objectiveId }, problemId });
    return { id: objectiveId, removedAt: tx.now };
  });
}
