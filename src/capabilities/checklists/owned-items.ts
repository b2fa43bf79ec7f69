import type { Tx } from '../../platform/context/change.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { isSettled } from './rules.ts';
import { checklistDb } from './tables.ts';

/** Items of this person over all problems that still wait for an answer. */
export async function listOwnedItems(db: AnyDb, ownerId: string): Promise<{ id: string; problemId: string }[]> {
  const rows = await checklistDb(db)
    .selectFrom('checklist_item')
    .select(['id', 'problem_id as problemId', 'state'])
    .where('owner_id', '=', ownerId)
    .where('removed_at', 'is', null)
    .where('is_retired', '=', 0)
    .orderBy('id')
    .execute();
  return rows.filter(({ state }) => !isSettled(state)).map(({ id, problemId }) => ({ id, problemId }));
}

interface Reassigned {
  problemId: string;
  itemId: string;
  ownerId: string;
}

/** The caller holds the lock of the problem. */
export async function reassignItem(tx: Tx, { problemId, itemId, ownerId }: Reassigned): Promise<void> {
  const { version } = await checklistDb(tx.db)
    .updateTable('checklist_item')
    .set((eb) => ({ owner_id: ownerId, version: eb('version', '+', 1) }))
    .where('id', '=', itemId)
    .where('problem_id', '=', problemId)
    .returning('version')
    .executeTakeFirstOrThrow();
  const subject = { kind: 'checklist_item', id: itemId };
  tx.record({ type: 'checklist.item_assigned', subject, problemId, data: { assigneeId: ownerId, version } });
}
