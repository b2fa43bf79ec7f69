import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { riskErrors } from './errors.ts';
import { findRemoval } from './queries.ts';
import { lockAssessment } from './store.ts';
import { riskDb } from './tables.ts';

export async function removeRisk(
  ctx: Context,
  { problemId, riskId }: { problemId: string; riskId: string },
): Promise<{ id: string; removedAt: number }> {
  return change(ctx, async (tx) => {
    await lockAssessment(tx, problemId);
    const found = await findRemoval(tx.db, { problemId, riskId });
    if (!found || found.removedAt !== null) throw riskErrors.notFound({ id: riskId });
    await riskDb(tx.db).updateTable('risk').set({ removed_at: tx.now }).where('id', '=', riskId).execute();
    tx.record({ type: 'risk.removed', subject: { kind: 'risk', id: riskId }, problemId });
    return { id: riskId, removedAt: tx.now };
  });
}
