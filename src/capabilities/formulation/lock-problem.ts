import type { ExpressionBuilder } from 'kysely';
import type { Tx } from '../../platform/context/change.ts';
import { formulationErrors } from './errors.ts';
import { getProblemWithPrivacy, type ProblemWithPrivacy, type StoredProblem } from './problem-queries.ts';
import { formulationDb, type FormulationTables } from './tables.ts';

/**
 * Every write within a problem begins here: it marks the problem's row as changed, and so holds its lock until the
 * commit. A decision and an edit therefore never cross. Throws 404 where there is no such problem.
 */
export async function lockProblem(tx: Tx, problemId: string): Promise<ProblemWithPrivacy> {
  const locked = await locking(tx, problemId).executeTakeFirst();
  return locked ?? getProblemWithPrivacy(tx.db, problemId);
}

/** One statement marks the problem and reads it: each further one is time that all writers wait. */
function locking(tx: Tx, problemId: string) {
  return formulationDb(tx.db)
    .updateTable('problem')
    .set({ changed_at: tx.now })
    .where('id', '=', problemId)
    .where('deleted_at', 'is', null)
    .returningAll()
    .returning((column) => ofSummary(column, 'is_private').as('is_private'));
}

/** As `lockProblem`, for what a no-go forbids: throws 423 on a stopped problem. */
export async function lockForWriting(tx: Tx, problemId: string): Promise<ProblemWithPrivacy> {
  const problem = await lockProblem(tx, problemId);
  refuseStopped(problem);
  return problem;
}

export function refuseStopped({ phase, title }: Pick<StoredProblem, 'phase' | 'title'>): void {
  if (phase === 'stopped') throw formulationErrors.problemStopped({ title });
}

/** The problem with the keys of its summary, from which the words are made that it is found by. */
export type LockedForRenaming = ProblemWithPrivacy & { title_key: string | null; opportunity_key: string | null };

/** As `lockForWriting`, for a new title. */
export async function lockForRenaming(tx: Tx, problemId: string): Promise<LockedForRenaming> {
  const locked = await locking(tx, problemId)
    .returning((column) => [
      ofSummary(column, 'title_key').as('title_key'),
      ofSummary(column, 'opportunity_key').as('opportunity_key'),
    ])
    .executeTakeFirst();
  const none = { title_key: null, opportunity_key: null };
  const problem = locked ?? { ...(await getProblemWithPrivacy(tx.db, problemId)), ...none };
  refuseStopped(problem);
  return problem;
}

function ofSummary<Column extends 'is_private' | 'title_key' | 'opportunity_key'>(
  problem: ExpressionBuilder<FormulationTables, 'problem'>,
  column: Column,
) {
  return problem.selectFrom('problem_summary').select(column).whereRef('problem_summary.problem_id', '=', 'problem.id');
}
