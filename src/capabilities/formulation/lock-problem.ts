import type { Tx } from '../../platform/context/change.ts';
import { formulationErrors } from './errors.ts';
import { getProblemWithPrivacy, type ProblemWithPrivacy, type StoredProblem } from './problem-queries.ts';
import { formulationDb } from './tables.ts';

/**
 * Every write within a problem begins here: it marks the problem's row as changed, and so holds its lock until the
 * commit. A decision and an edit therefore never cross. Throws 404 where there is no such problem.
 */
export async function lockProblem(tx: Tx, problemId: string): Promise<ProblemWithPrivacy> {
  const locked = await formulationDb(tx.db)
    .updateTable('problem')
    .set({ changed_at: tx.now })
    .where('id', '=', problemId)
    .where('deleted_at', 'is', null)
    .returningAll()
    .returning((column) =>
      column
        .selectFrom('problem_summary')
        .select('is_private')
        .whereRef('problem_summary.problem_id', '=', 'problem.id')
        .as('is_private'),
    )
    .executeTakeFirst();
  return locked ?? getProblemWithPrivacy(tx.db, problemId);
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
