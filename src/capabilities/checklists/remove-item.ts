import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { ChecklistItem } from './checklist-contract.ts';
import { showItem } from './checklist-queries.ts';
import { demandOwn, refuseOthers } from './demand-own.ts';
import { checklistErrors } from './errors.ts';
import { lockAnyItem, lockItem } from './lock-item.ts';
import { checklistDb } from './tables.ts';

interface Wanted {
  problemId: string;
  itemId: string;
}

/** Own items only: what the organisation asks is answered, or said not to apply, never taken away. */
export async function removeItem(
  ctx: Context,
  { problemId, itemId }: Wanted,
): Promise<{ id: string; removedAt: number }> {
  await demandOwn(ctx, { problemId, itemId });
  return change(ctx, async (tx) => {
    const row = await lockItem(tx, { problemId, itemId });
    await refuseOthers(ctx, tx.db, row);
    if (row.item_key !== null) throw checklistErrors.notOwn();
    await checklistDb(tx.db)
      .updateTable('checklist_item')
      .set({ removed_at: tx.now })
      .where('id', '=', itemId)
      .execute();
    tx.record({ type: 'checklist.item_removed', subject: { kind: 'checklist_item', id: itemId }, problemId });
    return { id: itemId, removedAt: tx.now };
  });
}

export async function restoreItem(ctx: Context, { problemId, itemId }: Wanted): Promise<ChecklistItem> {
  await demandOwn(ctx, { problemId, itemId });
  await change(ctx, async (tx) => {
    const row = await lockAnyItem(tx, { problemId, itemId });
    await refuseOthers(ctx, tx.db, row);
    if (row.removed_at === null) throw checklistErrors.notRemoved();
    await checklistDb(tx.db).updateTable('checklist_item').set({ removed_at: null }).where('id', '=', itemId).execute();
    tx.record({ type: 'checklist.item_restored', subject: { kind: 'checklist_item', id: itemId }, problemId });
  });
  return showItem(ctx, { problemId, itemId });
}
