import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { riskErrors } from './errors.ts';
import { findRemoval, listStoredRisks } from './queries.ts';
import type { Risk } from './register-contract.ts';
import { refuseMore } from './risk-positions.ts';
import { showRisk } from './show-register.ts';
import { lockAssessment } from './store.ts';
import { riskDb } from './tables.ts';

export async function restoreRisk(
  ctx: Context,
  { problemId, riskId }: { problemId: string; riskId: string },
): Promise<Risk> {
  await change(ctx, async (tx) => {
    await lockAssessment(tx, problemId);
    const found = await findRemoval(tx.db, { problemId, riskId });
    if (!found) throw riskErrors.notFound({ id: riskId });
    if (found.removedAt === null) throw riskErrors.notRemoved();
    refuseMore(await listStoredRisks(tx.db, problemId));
    await riskDb(tx.db).updateTable('risk').set({ removed_at: null }).where('id', '=', riskId).execute();
    tx.record({ type: 'risk.restored', subject: { kind: 'risk', id: riskId }, problemId });
  });
  return showRisk(ctx, { problemId, riskId });
}
