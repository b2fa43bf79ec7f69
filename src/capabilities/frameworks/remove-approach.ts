import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { Approach } from './approach-contract.ts';
import { getApproach } from './approach-queries.ts';
import { refuseBeforeData } from './board-access.ts';
import { frameworksErrors } from './errors.ts';
import { frameworksDb } from './tables.ts';

interface Place {
  problemId: string;
  approachId: string;
}

export function removeApproach(ctx: Context, place: Place): Promise<{ id: string; removedAt: number }> {
  return change(ctx, async (tx) => {
    await refuseBeforeData(tx.db, place.problemId);
    const { id } = await getApproach(tx.db, place);
    await frameworksDb(tx.db).updateTable('approach').set({ removed_at: tx.now }).where('id', '=', id).execute();
    tx.record({ type: 'approach.removed', subject: { kind: 'approach', id }, problemId: place.problemId });
    return { id, removedAt: tx.now };
  });
}

export async function restoreApproach(ctx: Context, place: Place): Promise<Approach> {
  const { problemId, approachId: id } = place;
  await change(ctx, async (tx) => {
    await refuseBeforeData(tx.db, problemId);
    const row = await frameworksDb(tx.db)
      .selectFrom('approach')
      .select('removed_at')
      .where('problem_id', '=', problemId)
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) throw frameworksErrors.approachNotFound({ id });
    if (row.removed_at === null) throw frameworksErrors.notRemoved();
    await frameworksDb(tx.db).updateTable('approach').set({ removed_at: null }).where('id', '=', id).execute();
    tx.record({ type: 'approach.restored', subject: { kind: 'approach', id }, problemId });
  });
  return getApproach(ctx.db, place);
}
