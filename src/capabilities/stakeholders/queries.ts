import type { Selectable } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import type { Locale } from '../../platform/text/locale.ts';
import { listNames } from '../identity/index.ts';
import type { Hearing, Question, Stakeholder } from './contract.ts';
import { stakeholderErrors } from './errors.ts';
import { stakeholderDb, type StakeholderTables } from './tables.ts';

type StoredStakeholder = Selectable<StakeholderTables['stakeholder']>;
type StoredHearing = Selectable<StakeholderTables['stakeholder_hearing']>;
type StoredQuestion = Selectable<StakeholderTables['stakeholder_question']>;
type Names = ReadonlyMap<string, string>;

/**
 * Those that are not removed, in order, each with what was heard and what is asked. An erased person is called so in the
 * language of the reader; what is signed has no reader.
 */
export async function listStakeholdersOf(db: AnyDb, problemId: string, locale?: Locale): Promise<Stakeholder[]> {
  const rows = await stakeholderDb(db)
    .selectFrom('stakeholder')
    .selectAll()
    .where('problem_id', '=', problemId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  if (rows.length === 0) return [];
  const hearings = await stakeholderDb(db)
    .selectFrom('stakeholder_hearing')
    .selectAll()
    .where('problem_id', '=', problemId)
    .where('removed_at', 'is', null)
    .orderBy('heard_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const questions = await stakeholderDb(db)
    .selectFrom('stakeholder_question')
    .selectAll()
    .where('problem_id', '=', problemId)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute();
  const people = [...rows.map((row) => row.user_id), ...hearings.map((row) => row.heard_by_user_id)];
  const names = await namesOf(db, people, locale);
  const asHearing = (row: StoredHearing) => hearingFrom(row, names);
  return rows.map((row, position) => ({
    ...stakeholderFrom(row, names),
    position,
    ...heardOf(
      hearings.filter((each) => each.stakeholder_id === row.id).map(asHearing),
      questions.filter((each) => each.stakeholder_id === row.id).map(questionFrom),
    ),
  }));
}

export async function getStakeholder(
  db: AnyDb,
  { problemId, stakeholderId }: { problemId: string; stakeholderId: string },
  locale?: Locale,
): Promise<Stakeholder> {
  const found = (await listStakeholdersOf(db, problemId, locale)).find(({ id }) => id === stakeholderId);
  if (!found) throw stakeholderErrors.notFound({ id: stakeholderId });
  return found;
}

export async function getHearing(db: AnyDb, hearingId: string, locale?: Locale): Promise<Hearing> {
  const row = await stakeholderDb(db)
    .selectFrom('stakeholder_hearing')
    .selectAll()
    .where('id', '=', hearingId)
    .executeTakeFirstOrThrow();
  return hearingFrom(row, await namesOf(db, [row.heard_by_user_id], locale));
}

export async function getQuestion(db: AnyDb, questionId: string): Promise<Question> {
  const row = await stakeholderDb(db)
    .selectFrom('stakeholder_question')
    .selectAll()
    .where('id', '=', questionId)
    .executeTakeFirstOrThrow();
  return questionFrom(row);
}

function namesOf(db: AnyDb, ids: readonly (string | null)[], locale?: Locale): Promise<Names> {
  return listNames(db, [...new Set(ids.filter((id) => id !== null))], locale);
}

function stakeholderFrom(row: StoredStakeholder, names: Names) {
  return {
    id: row.id,
    userId: row.user_id,
    name: row.user_id === null ? row.name : (names.get(row.user_id) ?? null),
    isErased: row.name_erased_at !== null,
    relation: row.relation,
    mustBeHeard: row.must_be_heard === 1,
    interest: row.interest,
    version: row.version,
  };
}

function heardOf(hearings: Hearing[], questions: Question[]) {
  const ordered = [...questions.filter(({ isOpen }) => isOpen), ...questions.filter(({ isOpen }) => !isOpen)];
  return { isHeard: hearings.length > 0, hearings, questions: ordered };
}

function hearingFrom(row: StoredHearing, names: Names): Hearing {
  const { heard_by_user_id: userId } = row;
  return {
    id: row.id,
    stakeholderId: row.stakeholder_id,
    heardOn: row.heard_on,
    heardBy: { userId, name: userId === null ? row.heard_by_name : (names.get(userId) ?? null) },
    how: row.how,
    said: row.said,
    version: row.version,
  };
}

function questionFrom(row: StoredQuestion): Question {
  return {
    id: row.id,
    stakeholderId: row.stakeholder_id,
    hearingId: row.hearing_id,
    text: row.text,
    answer: row.answer,
    isOpen: row.answered_on === null,
    askedOn: row.asked_on,
    answeredOn: row.answered_on,
    version: row.version,
  };
}
