import type { AnyDb } from '../../platform/db/database.ts';
import { isProblem } from '../formulation/index.ts';
import { parts } from './asks.ts';
import { beginProblem, type Composed, gatherAsks, gatherFacts, type Known, writeComposed } from './compose-problem.ts';

/** The whole of a problem, whatever was there: the first time, and by the rebuild. */
export async function remakeProblem(services: Known, db: AnyDb, problemId: string): Promise<void> {
  // Reading comes after the lock, so that a change which is under way is either waited for or comes later.
  if (!(await isProblem(db, problemId))) return;
  await beginProblem(db, problemId);
  const gathered = await gatherFacts(services, db, problemId);
  if (gathered === null) return;
  const { facts, ...foundBy } = gathered;
  const asks = (await gatherAsks(db, problemId, parts)) as Composed['asks'];
  await writeComposed(db, problemId, { before: null, after: { facts, asks }, foundBy });
}
