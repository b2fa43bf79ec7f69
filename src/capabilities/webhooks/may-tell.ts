import type { AnyDb } from '../../platform/db/database.ts';
import { findStanding } from '../identity/index.ts';

/** Nobody: what is asked is about the problem alone. */
const nobody = '';

/** Of a problem that is not known, nothing is told either. */
export async function isOpenProblem(db: AnyDb, problemId: string): Promise<boolean> {
  const standing = await findStanding(db, { problemId, userId: nobody });
  return standing !== null && !standing.isPrivate;
}
