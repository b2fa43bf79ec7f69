import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { Stakeholder } from './contract.ts';
import { stakeholderErrors } from './errors.ts';
import { listPresentIds } from './positions.ts';
import { listStakeholdersOf } from './queries.ts';
import { stakeholderDb } from './tables.ts';

/** Throws 409 unless the order names exactly who is there: somebody may have added one meanwhile. */
export async function orderStakeholders(
  ctx: Context,
  { problemId, ids }: { problemId: string; ids: readonly string[] },
): Promise<{ stakeholders: Stakeholder[] }> {
  await change(ctx, async (tx) => {
    const expected = await listPresentIds(tx.db, problemId);
    const isSame = new Set(ids).size === ids.length && [...ids].sort().join() === [...expected].sort().join();
    if (!isSame) throw stakeholderErrors.orderDiffers({ expected });
    for (const [position, id] of ids.entries()) {
      await stakeholderDb(tx.db).updateTable('stakeholder').set({ position }).where('id', '=', id).execute();
    }
    tx.record({ type: 'stakeholder.ordered', subject: { kind: 'problem', id: problemId }, problemId, data: { ids } });
  });
  return { stakeholders: await listStakeholdersOf(ctx.db, problemId, ctx.locale) };
}
