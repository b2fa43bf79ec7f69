import type { Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { toJson } from '../../platform/json.ts';
import { hashSnapshot } from '../decisions/index.ts';
import { findPerson } from '../identity/index.ts';
import { frameworksErrors } from './errors.ts';
import type { RecordContent, RecordPerson } from './record-contract.ts';
import { listRecords } from './record-queries.ts';
import { frameworksDb, type FrameworksTables } from './tables.ts';

type Part = FrameworksTables['framework_record_person']['part'];

interface NewRecord {
  problemId: string;
  origin: 'here' | 'imported';
  date: string;
  content: RecordContent;
  entryKeys: readonly string[];
  selectionVersion: number;
  people: Record<Part, readonly RecordPerson[]>;
}

/** The next record of a problem. @returns its number */
export async function insertRecord(ctx: Context, tx: Tx, given: NewRecord): Promise<number> {
  const { problemId, origin, date, content, entryKeys, selectionVersion, people } = given;
  await refuseUnknownPeople(tx, Object.values(people).flat());
  const number = ((await listRecords(tx.db, problemId))[0]?.number ?? 0) + 1;
  const { numInsertedOrUpdatedRows } = await frameworksDb(tx.db)
    .insertInto('framework_record')
    .values({
      problem_id: problemId,
      number,
      origin,
      date,
      content: toJson(content),
      hash: hashSnapshot(content).hash,
      entry_keys: toJson(entryKeys),
      selection_version: selectionVersion,
      recorded_by: ctx.actor.userId,
      at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) throw frameworksErrors.recordedMeanwhile();
  await insertPeople(tx, { problemId, number, people });
  const subject = { kind: 'framework_record', id: problemId };
  const data = { number, outcome: content.outcome, entryKeys, origin };
  tx.record({ type: 'framework_record.recorded', subject, problemId, data });
  return number;
}

async function insertPeople(
  { db }: Tx,
  { problemId, number, people }: Pick<NewRecord, 'problemId' | 'people'> & { number: number },
): Promise<void> {
  const rows = (Object.entries(people) as [Part, readonly RecordPerson[]][]).flatMap(([part, named]) =>
    named.map(({ userId = null, name = null }, position) => ({
      problem_id: problemId,
      number,
      part,
      position,
      user_id: userId,
      name,
    })),
  );
  if (rows.length > 0) await frameworksDb(db).insertInto('framework_record_person').values(rows).execute();
}

async function refuseUnknownPeople({ db }: Tx, people: readonly RecordPerson[]): Promise<void> {
  const ids = [...new Set(people.flatMap(({ userId }) => userId ?? []))];
  const unknown: string[] = [];
  for (const id of ids) if (!(await findPerson(db, id))) unknown.push(id);
  if (unknown.length > 0) throw frameworksErrors.unknownPeople({ ids: unknown });
}
