import type { Selectable } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import { formulationErrors } from './errors.ts';
import { formulationDb, type FormulationTables } from './tables.ts';

export type StoredProblem = Selectable<FormulationTables['problem']>;
export type ProblemWithPrivacy = StoredProblem & { is_private: number | null };

export async function findProblem(db: AnyDb, problemId: string): Promise<StoredProblem | null> {
  const row = await formulationDb(db).selectFrom('problem').selectAll().where('id', '=', problemId).executeTakeFirst();
  return row ?? null;
}

/** Also one that was deleted; a problem that others know of need not be one of ours. */
export async function isProblem(db: AnyDb, problemId: string): Promise<boolean> {
  return (await findProblem(db, problemId)) !== null;
}

/** Throws 404 where there is no such problem, or it was deleted. */
export async function getProblem(db: AnyDb, problemId: string): Promise<StoredProblem> {
  return refuseAbsent(await findProblem(db, problemId), problemId);
}

/** The problem with its privacy, in one look; throws as `getProblem`. */
export async function getProblemWithPrivacy(db: AnyDb, problemId: string): Promise<ProblemWithPrivacy> {
  const row = await formulationDb(db)
    .selectFrom('problem')
    .leftJoin('problem_summary', 'problem_summary.problem_id', 'problem.id')
    .selectAll('problem')
    .select('problem_summary.is_private')
    .where('problem.id', '=', problemId)
    .executeTakeFirst();
  return refuseAbsent(row ?? null, problemId);
}

function refuseAbsent<Row extends StoredProblem>(problem: Row | null, id: string): Row {
  if (!problem) throw formulationErrors.problemNotFound({ id });
  if (problem.deleted_at !== null) throw formulationErrors.problemDeleted({ id, title: problem.title });
  return problem;
}

/** Titles by id, of problems that are not deleted, for lists in which problems are named. */
export async function listProblemTitles(db: AnyDb, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await formulationDb(db)
    .selectFrom('problem')
    .select(['id', 'title'])
    .where('id', 'in', ids)
    .where('deleted_at', 'is', null)
    .execute();
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** Of these problems those that take nothing more: stopped by a no-go, or deleted. */
export async function listClosedProblems(db: AnyDb, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await formulationDb(db)
    .selectFrom('problem')
    .select('id')
    .where('id', 'in', ids)
    .where((is) => is.or([is('deleted_at', 'is not', null), is('phase', '=', 'stopped')]))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Every problem there is, deleted ones too, a page at a time: for who makes a projection anew. */
export async function listProblemIds(db: AnyDb, { after, limit }: { after: string; limit: number }): Promise<string[]> {
  const rows = await formulationDb(db)
    .selectFrom('problem')
    .select('id')
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
