import type { Selectable } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson } from '../../platform/json.ts';
import { frameworksErrors } from './errors.ts';
import type { FrameworkRecord, RecordContent, RecordPerson } from './record-contract.ts';
import { frameworksDb, type FrameworksTables } from './tables.ts';

/** A record as it is kept; what has happened to the chosen entries since is looked at on the day. */
export type StoredRecord = Omit<FrameworkRecord, 'alarms'> & { selectionVersion: number; problemId: string };

/** The newest first: it counts, the others were superseded. */
export async function listRecords(db: AnyDb, problemId: string): Promise<StoredRecord[]> {
  const rows = await frameworksDb(db)
    .selectFrom('framework_record')
    .selectAll()
    .where('problem_id', '=', problemId)
    .orderBy('number', 'desc')
    .execute();
  const people = await frameworksDb(db)
    .selectFrom('framework_record_person')
    .selectAll()
    .where('problem_id', '=', problemId)
    .orderBy('position')
    .execute();
  return rows.map((row, index) => asRecord(row, { people, next: rows[index - 1]?.number ?? null }));
}

export async function findLastRecord(db: AnyDb, problemId: string): Promise<StoredRecord | null> {
  return (await listRecords(db, problemId))[0] ?? null;
}

/** Throws 404 where the problem has no such record. */
export async function getRecord(
  db: AnyDb,
  { problemId, number }: { problemId: string; number: number },
): Promise<StoredRecord> {
  const record = (await listRecords(db, problemId)).find((each) => each.number === number);
  if (!record) throw frameworksErrors.recordNotFound({ number });
  return record;
}

/** Problems in which something was decided on the framework. */
export async function listProblemsWithRecords(db: AnyDb): Promise<string[]> {
  const rows = await frameworksDb(db)
    .selectFrom('framework_record')
    .select('problem_id as problemId')
    .distinct()
    .orderBy('problem_id')
    .execute();
  return rows.map(({ problemId }) => problemId);
}

type Row = Selectable<FrameworksTables['framework_record']>;
type PersonRow = Selectable<FrameworksTables['framework_record_person']>;

function asRecord(row: Row, { people, next }: { people: readonly PersonRow[]; next: number | null }): StoredRecord {
  const content = fromJson<RecordContent>(row.content);
  const inPart = (part: PersonRow['part']) =>
    people.filter((person) => person.number === row.number && person.part === part).map(asPerson);
  return {
    problemId: row.problem_id,
    number: row.number,
    status: next !== null ? 'superseded' : content.outcome === 'open' ? 'proposed' : 'accepted',
    supersededBy: next,
    date: row.date,
    origin: row.origin,
    content,
    decisionMakers: inPart('decides'),
    consulted: inPart('consulted'),
    informed: inPart('informed'),
    entryKeys: fromJson<string[]>(row.entry_keys),
    selectionVersion: row.selection_version,
    recordedBy: row.recorded_by,
    at: row.at,
    hash: row.hash,
  };
}

function asPerson({ user_id, name }: PersonRow): RecordPerson {
  return { ...(user_id === null ? {} : { userId: user_id }), ...(name === null ? {} : { name }) };
}
