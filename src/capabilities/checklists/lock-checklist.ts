import type { Tx } from '../../platform/context/change.ts';
import { checklistErrors } from './errors.ts';
import { checklistDb } from './tables.ts';

/** Holds the checklist of this problem until the end of the change; answers the version it follows. Throws 409. */
export async function lockChecklist(tx: Tx, problemId: string): Promise<number> {
  const row = await checklistDb(tx.db)
    .updateTable('checklist')
    .set((eb) => ({ template_number: eb.ref('template_number') }))
    .where('problem_id', '=', problemId)
    .returning('template_number')
    .executeTakeFirst();
  if (!row) throw checklistErrors.notBegun();
  return row.template_number;
}
