import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { riskErrors } from './errors.ts';
import { listStoredRisks } from './queries.ts';
import { refuseStale } from '../../platform/errors/refuse-stale.ts';
import type { Risk, RiskFields } from './register-contract.ts';
import { showRisk } from './show-register.ts';
import { fieldsOf, lockAssessment, rowOf } from './store.ts';
import { riskDb } from './tables.ts';

export async function editRisk(
  ctx: Context,
  {
    problemId,
    riskId,
    version,
    fields,
  }: { problemId: string; riskId: string; version: number; fields: Partial<RiskFields> },
): Promise<Risk> {
  await change(ctx, async (tx) => {
    await lockAssessment(tx, problemId);
    const current = (await listStoredRisks(tx.db, problemId)).find(({ id }) => id === riskId);
    if (!current) throw riskErrors.notFound({ id: riskId });
    const before = fieldsOf(current);
    refuseStale({ given: version, current: current.version }, { yours: { ...before, ...fields }, theirs: before });
    await riskDb(tx.db)
      .updateTable('risk')
      .set({ ...rowOf({ ...before, ...fields }), version: version + 1 })
      .where('id', '=', riskId)
      .execute();
    const data = { fields: Object.keys(fields), version: version + 1 };
    tx.record({ type: 'risk.edited', subject: { kind: 'risk', id: riskId }, problemId, data });
  });
  return showRisk(ctx, { problemId, riskId });
}
