import type { Selectable } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import { formulationErrors } from './errors.ts';
import { formulationDb, type FormulationTables } from './tables.ts';

export type StoredProblem = Selectable<FormulationTables['problem']>;

export async function findProblem(db: AnyDb, problemId: string): Promise<StoredProblem | null> {
  const row = await formulationDb(db).selectFrom('problem').selectAll().where('id', '=', problemId).executeTakeFirst();
  return row ?? null;
}

/** Throws 404 where there is no such problem, or it was deleted. */
export async function getProblem(db: AnyDb, problemId: string): Promise<StoredProblem> {
  const problem = await findProblem(db, problemId);
  if (!problem) throw formulationErrors.problemNotFound({ id: problemId });
  if (problem.deleted_at !== null) throw formulationErrors.problemDeleted({ id: problemId, title: problem.title });
  return problem;
}

export async function isPrivateProblem(db: AnyDb, problemId: string): Promise<boolean> {
  const row = await formulationDb(db)
    .selectFrom('problem_summary')
    .select('is_private')
    .where('problem_id', '=', problemId)
    .executeTakeFirst();
  return row?.is_private === 1;
}
