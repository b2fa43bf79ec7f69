import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { formulationErrors } from './errors.ts';
import { lockForWriting } from './lock-problem.ts';
import type { KeyResult } from './okr-contract.ts';
import { findKeyResult, listObjectivesOf } from './okr-queries.ts';
import { refuseMore } from './positions.ts';
import { showKeyResult } from './show-objective.ts';
import { formulationDb } from './tables.ts';

export async function restoreKeyResult(
  ctx: Context,
  { problemId, keyResultId }: { problemId: string; keyResultId: string },
): Promise<KeyResult> {
  await change(ctx, async (tx) => {
    await lockForWriting(tx, problemId);
    const removed = await findKeyResult(tx.db, { problemId, keyResultId });
    if (!removed) throw formulationErrors.keyResultNotFound({ id: keyResultId });
    if (removed.removed_at === null) throw formulationErrors.notRemoved();
    const objectives = await listObjectivesOf(tx.db, problemId);
    const objective = objectives.find((each) => each.id === removed.objective_id);
    if (!objective) throw formulationErrors.objectiveRemoved();
    refuseMore(objective.keyResults);
    await formulationDb(tx.db)
      .updateTable('key_result')
      .set({ removed_at: null })
      .where('id', '=', keyResultId)
      .execute();
    tx.record({ type: 'key_result.restored', subject: { kind: 'key_result', id: keyResultId }, problemId });
  });
  return showKeyResult(ctx.db, { problemId, keyResultId });
}
