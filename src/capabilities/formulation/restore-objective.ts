import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { formulationErrors } from './errors.ts';
import { lockForWriting } from './lock-problem.ts';
import type { Objective } from './okr-contract.ts';
import { findObjective, listObjectivesOf } from './okr-queries.ts';
import { refuseMore } from './positions.ts';
import { showObjective } from './show-objective.ts';
import { formulationDb } from './tables.ts';

export async function restoreObjective(
  ctx: Context,
  { problemId, objectiveId }: { problemId: string; objectiveId: string },
): Promise<Objective> {
  await change(ctx, async (tx) => {
    await lockForWriting(tx, problemId);
    const removed = await findObjective(tx.db, { problemId, objectiveId });
    if (!removed) throw formulationErrors.objectiveNotFound({ id: objectiveId });
    if (removed.removed_at === null) throw formulationErrors.notRemoved();
    refuseMore(await listObjectivesOf(tx.db, problemId));
    await formulationDb(tx.db)
      .updateTable('objective')
      .set({ removed_at: null })
      .where('id', '=', objectiveId)
      .execute();
    tx.record({ type: 'objective.restored', subject: { kind: 'objective', id: objectiveId }, problemId });
  });
  return showObjective(ctx.db, { problemId, objectiveId });
}
