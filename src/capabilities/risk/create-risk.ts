import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import { listStoredRisks } from './queries.ts';
import type { Risk, RiskFields } from './register-contract.ts';
import { nextPosition, refuseMore } from './risk-positions.ts';
import { showRisk } from './show-register.ts';
import { lockAssessment, rowOf } from './store.ts';
import { riskDb } from './tables.ts';

export async function createRisk(
  ctx: Context,
  { problemId, fields }: { problemId: string; fields: RiskFields },
): Promise<Risk> {
  const riskId = await change(ctx, async (tx) => {
    await lockAssessment(tx, problemId);
    refuseMore(await listStoredRisks(tx.db, problemId));
    const id = newId(tx.now);
    const position = await nextPosition(tx.db, problemId);
    await riskDb(tx.db)
      .insertInto('risk')
      .values({ id, problem_id: problemId, ...rowOf(fields), position, version: 1, removed_at: null })
      .execute();
    tx.record({ type: 'risk.created', subject: { kind: 'risk', id }, problemId });
    return id;
  });
  return showRisk(ctx, { problemId, riskId });
}
