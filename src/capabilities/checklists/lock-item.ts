import type { Tx } from '../../platform/context/change.ts';
import { lockRow } from '../../platform/db/lock-row.ts';
import type { StoredItem } from './checklist-queries.ts';
import { checklistErrors } from './errors.ts';
import { checklistDb } from './tables.ts';

interface Wanted {
  problemId: string;
  itemId: string;
}

/** An item of this problem, removed or not, held until the end of the change. Throws 404. */
export function lockAnyItem(tx: Tx, { problemId, itemId: id }: Wanted): Promise<StoredItem> {
  return lockRow(checklistDb(tx.db), 'checklist_item', { problemId, id, notFound: checklistErrors.itemNotFound });
}

/** As `lockAnyItem`; a removed one is not found. */
export async function lockItem(tx: Tx, wanted: Wanted): Promise<StoredItem> {
  const row = await lockAnyItem(tx, wanted);
  if (row.removed_at !== null) throw checklistErrors.itemNotFound({ id: wanted.itemId });
  return row;
}
