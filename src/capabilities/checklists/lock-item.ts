import type { Tx } from '../../platform/context/change.ts';
import type { StoredItem } from './checklist-queries.ts';
import { checklistErrors } from './errors.ts';
import { checklistDb } from './tables.ts';

interface Wanted {
  problemId: string;
  itemId: string;
}

/** An item of this problem, removed or not, held until the end of the change. Throws 404. */
export async function lockAnyItem(tx: Tx, { problemId, itemId }: Wanted): Promise<StoredItem> {
  const row = await checklistDb(tx.db)
    .updateTable('checklist_item')
    .set((eb) => ({ version: eb.ref('version') }))
    .where('problem_id', '=', problemId)
    .where('id', '=', itemId)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw checklistErrors.itemNotFound({ id: itemId });
  return row;
}

/** As `lockAnyItem`; a removed one is not found. */
export async function lockItem(tx: Tx, wanted: Wanted): Promise<StoredItem> {
  const row = await lockAnyItem(tx, wanted);
  if (row.removed_at !== null) throw checklistErrors.itemNotFound({ id: wanted.itemId });
  return row;
}
