import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { listStoredRisks } from './queries.ts';
import type { RiskRegister } from './register-contract.ts';
import { refuseOtherIds } from './risk-positions.ts';
import { showRegister } from './show-register.ts';
import { lockAssessment } from './store.ts';
import { riskDb } from './tables.ts';

export async function orderRisks(
  ctx: Context,
  { problemId, ids }: { problemId: string; ids: readonly string[] },
): Promise<RiskRegister> {
  await change(ctx, async (tx) => {
    await lockAssessment(tx, problemId);
    refuseOtherIds(ids, await listStoredRisks(tx.db, problemId));
    for (const [position, id] of ids.entries())
      await riskDb(tx.db).updateTable('risk').set({ position }).where('id', '=', id).execute();
    tx.record({ type: 'risk.ordered', subject: { kind: 'problem', id: problemId }, problemId, data: { ids } });
  });
  return showRegister(ctx, problemId);
}
