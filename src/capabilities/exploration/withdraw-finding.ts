import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { explorationErrors } from './errors.ts';
import type { Finding } from './finding-contract.ts';
import { getFinding } from './finding-queries.ts';
import { refuseTooMany } from './keep-finding.ts';
import { lockAnyFinding, lockFinding } from './lock-finding.ts';
import { explorationDb } from './tables.ts';

interface Place {
  problemId: string;
  findingId: string;
}

export function withdrawFinding(ctx: Context, place: Place): Promise<{ id: string; removedAt: number }> {
  return change(ctx, async (tx) => {
    const { id } = await lockFinding(tx, place);
    await explorationDb(tx.db)
      .updateTable('finding')
      .set({ withdrawn_by: ctx.actor.userId, withdrawn_at: tx.now })
      .where('id', '=', id)
      .execute();
    tx.record({ type: 'finding.withdrawn', subject: { kind: 'finding', id }, problemId: place.problemId });
    return { id, removedAt: tx.now };
  });
}

/** With everything that was answered. */
export async function restoreFinding(ctx: Context, place: Place): Promise<Finding> {
  const { problemId } = place;
  await change(ctx, async (tx) => {
    const { id, withdrawn_at } = await lockAnyFinding(tx, place);
    if (withdrawn_at === null) throw explorationErrors.notWithdrawn();
    await refuseTooMany(tx.db, problemId);
    await explorationDb(tx.db)
      .updateTable('finding')
      .set({ withdrawn_by: null, withdrawn_at: null })
      .where('id', '=', id)
      .execute();
    tx.record({ type: 'finding.restored', subject: { kind: 'finding', id }, problemId });
  });
  return getFinding(ctx, ctx.db, place);
}
