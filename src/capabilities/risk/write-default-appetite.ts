import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { findDefaultAppetite } from './queries.ts';
import { refuseStale } from '../../platform/errors/refuse-stale.ts';
import type { DefaultAppetite } from './register-contract.ts';
import { riskDb } from './tables.ts';

const only = 'organisation';

export async function writeDefaultAppetite(
  ctx: Context,
  { amount, currency, version }: { amount: string | null; currency: string; version: number },
): Promise<DefaultAppetite> {
  await change(ctx, async (tx) => {
    const row = { amount, currency, version: version + 1, changed_at: tx.now };
    const begun = { id: only, amount: null, currency, version: 0, changed_at: tx.now };
    await riskDb(tx.db)
      .insertInto('default_risk_appetite')
      .values(begun)
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ changed_at: tx.now }))
      .execute();
    const current = await findDefaultAppetite(tx.db);
    refuseStale(
      { given: version, current: current.version },
      { yours: { amount, currency }, theirs: current.appetite },
    );
    await riskDb(tx.db).updateTable('default_risk_appetite').set(row).where('id', '=', only).execute();
    const subject = { kind: 'organisation', id: only };
    tx.record({ type: 'risk_appetite.written', subject, problemId: null, data: { amount, currency } });
  });
  return findDefaultAppetite(ctx.db);
}
