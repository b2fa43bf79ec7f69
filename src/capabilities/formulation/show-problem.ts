import type { AnyDb } from '../../platform/db/database.ts';
import type { Decision } from '../decisions/contract.ts';
import { listDecisionsOf } from '../decisions/index.ts';
import type { Problem } from './problem-contract.ts';
import { getProblemWithPrivacy, type ProblemWithPrivacy } from './problem-queries.ts';

/** The problem as callers see it; within a transaction too. */
export async function showProblem(db: AnyDb, problemId: string): Promise<Problem> {
  const row = await getProblemWithPrivacy(db, problemId);
  const stoppedBy = row.phase === 'stopped' ? await findStop(db, problemId) : null;
  return describeProblem(row, stoppedBy);
}

/** The no-go that stopped it, at whichever gate. */
async function findStop(db: AnyDb, problemId: string): Promise<Decision | null> {
  const [latest = null] = await listDecisionsOf(db, problemId);
  return latest;
}

export function describeProblem(row: ProblemWithPrivacy, stoppedBy: Decision | null): Problem {
  return {
    id: row.id,
    title: row.title,
    phase: row.phase,
    isPrivate: row.is_private === 1,
    version: row.version,
    createdAt: row.created_at,
    createdBy: row.created_by,
    changedAt: row.changed_at,
    stoppedBy,
  };
}
