import { change } from '../../../platform/context/change.ts';
import type { Context } from '../../../platform/context/context.ts';
import { demandTracking } from '../standing.ts';
import { trackingDb } from '../tables.ts';
import { getModelRow } from './model-queries.ts';

/** Idempotent: one that is not deleted stays as it is. Throws 404. */
export async function restoreModel(ctx: Context, id: string): Promise<void> {
  await change(ctx, async (tx) => {
    const { problem_id: problemId } = await getModelRow(tx.db, id);
    await demandTracking(ctx, 'write', problemId);
    await trackingDb(tx.db)
      .updateTable('logged_model')
      .set({ deleted_at: null, changed_at: tx.now })
      .where('id', '=', id)
      .execute();
    tx.record({ type: 'logged_model.restored', subject: { kind: 'logged_model', id }, problemId });
  });
}
