import type { AnyDb } from '../../platform/db/database.ts';
import { findLastDecision } from '../decisions/index.ts';
import { frameworksErrors } from './errors.ts';

/** Whether the data was found adequate: kinds of models are not thought about before (R65). */
export async function isDataAdequate(db: AnyDb, problemId: string): Promise<boolean> {
  const last = await findLastDecision(db, { problemId, gate: 'g2' });
  return last?.outcome === 'go' || last?.outcome === 'conditional_go';
}

/** Throws 423 until then. */
export async function refuseBeforeData(db: AnyDb, problemId: string): Promise<void> {
  if (!(await isDataAdequate(db, problemId))) throw frameworksErrors.boardClosed();
}
