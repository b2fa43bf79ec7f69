import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { lockForWriting } from './lock-problem.ts';
import type { Objective } from './okr-contract.ts';
import { refuseOtherIds } from './positions.ts';
import { showObjective } from './show-objective.ts';
import { formulationDb } from './tables.ts';

export async function orderKeyResults(
  ctx: Context,
  { problemId, objectiveId, ids }: { problemId: string; objectiveId: string; ids: readonly string[] },
): Promise<Objective> {
  await change(ctx, async (tx) => {
    await lockForWriting(tx, problemId);
    refuseOtherIds(ids, (await showObjective(tx.db, { problemId, objectiveId })).keyResults);
    for (const [position, id] of ids.entries()) {
      await formulationDb(tx.db).updateTable('key_result').set({ position }).where('id', '=', id).execute();
    }
    const subject = { kind: 'objective', id: objectiveId };
    tx.record({ type: 'key_result.ordered', subject, problemId, data: { ids } });
  });
  return showObjective(ctx.db, { problemId, objectiveId });
}
