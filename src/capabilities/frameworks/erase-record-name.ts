import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { frameworksErrors } from './errors.ts';
import type { FrameworkRecord } from './record-contract.ts';
import { getRecord } from './record-queries.ts';
import { showRecords } from './show-records.ts';
import { frameworksDb } from './tables.ts';

/**
 * Erases the name of somebody outside from a record, for good, wherever it names them. The record itself is frozen and
 * stays whole; the event says that a name went, and not which.
 */
export async function eraseRecordName(
  ctx: Context,
  { problemId, number, name }: { problemId: string; number: number; name: string },
): Promise<FrameworkRecord> {
  await change(ctx, async (tx) => {
    await getRecord(tx.db, { problemId, number });
    const { numDeletedRows } = await frameworksDb(tx.db)
      .deleteFrom('framework_record_person')
      .where('problem_id', '=', problemId)
      .where('number', '=', number)
      .where('name', '=', name)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw frameworksErrors.nameNotFound({ number });
    const subject = { kind: 'framework_record', id: problemId };
    tx.record({ type: 'personal_data.framework_record_name_erased', subject, problemId, data: { number } });
  });
  const found = (await showRecords(ctx, problemId)).records.find((each) => each.number === number);
  if (!found) throw frameworksErrors.recordNotFound({ number });
  return found;
}
