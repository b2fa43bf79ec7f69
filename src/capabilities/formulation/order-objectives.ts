import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { lockForWriting } from './lock-problem.ts';
import type { Objective } from './okr-contract.ts';
import { listObjectivesOf } from './okr-queries.ts';
import { refuseOtherIds } from './positions.ts';
import { formulationDb } from './tables.ts';

export async function orderObjectives(
  ctx: Context,
  { problemId, ids }: { problemId: string; ids: readonly string[] },
): Promise<{ objectives: Objective[] }> {
  await change(ctx, async (tx) => {
    await lockForWriting(tx, problemId);
    refuseOtherIds(ids, await listObjectivesOf(tx.db, problemId));
    for (const [position, id] of ids.entries()) {
      await formulationDb(tx.db).updateTable('objective').set({ position }).where('id', '=', id).execute();
    }
    tx.record({ type: 'objective.ordered', subject: { kind: 'problem', id: problemId }, problemId, data: { ids } });
  });
  return { objectives: await listObjectivesOf(ctx.db, problemId) };
}
