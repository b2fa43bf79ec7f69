import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { lockForWriting } from './lock-problem.ts';
import type { Objective } from './okr-contract.ts';
import { refuseStale } from '../../platform/errors/refuse-stale.ts';
import { showObjective } from './show-objective.ts';
import { formulationDb } from './tables.ts';

export async function editObjective(
  ctx: Context,
  { problemId, objectiveId, text, version }: { problemId: string; objectiveId: string; text: string; version: number },
): Promise<Objective> {
  await change(ctx, async (tx) => {
    await lockForWriting(tx, problemId);
    const current = await showObjective(tx.db, { problemId, objectiveId });
    refuseStale({ given: version, current: current.version }, { yours: { text }, theirs: { text: current.text } });
    await formulationDb(tx.db)
      .updateTable('objective')
      .set({ text, version: version + 1 })
      .where('id', '=', objectiveId)
      .execute();
    const subject = { kind: 'objective', id: objectiveId };
    tx.record({ type: 'objective.edited', subject, problemId, data: { version: version + 1 } });
  });
  return showObjective(ctx.db, { problemId, objectiveId });
}
