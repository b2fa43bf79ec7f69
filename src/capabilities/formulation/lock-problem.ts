import type { Tx } from '../../platform/context/change.ts';
import { formulationErrors } from './errors.ts';
import { getProblem, type StoredProblem } from './problem-queries.ts';
import { formulationDb } from './tables.ts';

/**
 * Every write within a problem begins here: it marks the problem's row as changed, and so holds its lock until the
 * commit. A decision and an edit therefore never cross. Throws 404 where there is no such problem.
 */
export async function lockProblem(tx: Tx, problemId: string): Promise<StoredProblem> {
  const locked = await formulationDb(tx.db)
    .updateTable('problem')
    .set({ changed_at: tx.now })
    .where('id', '=', problemId)
    .where('deleted_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
  return locked ?? getProblem(tx.db, problemId);
}

/** As `lockProblem`, for what a no-go forbids: throws 423 on a stopped problem. */
export async function lockForWriting(tx: Tx, problemId: string): Promise<StoredProblem> {
  const problem = await lockProblem(tx, problemId);
  refuseStopped(problem);
  return problem;
}

export function refuseStopped({ phase, title }: Pick<StoredProblem, 'phase' | 'title'>): void {
  if (phase === 'stopped') throw formulationErrors.problemStopped({ title });
}
