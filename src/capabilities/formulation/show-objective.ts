import type { AnyDb } from '../../platform/db/database.ts';
import { formulationErrors } from './errors.ts';
import type { KeyResult, Objective } from './okr-contract.ts';
import { listObjectivesOf } from './okr-queries.ts';

/** Throws 404 where the problem has no such objective, or it was removed. */
export async function showObjective(
  db: AnyDb,
  { problemId, objectiveId }: { problemId: string; objectiveId: string },
): Promise<Objective> {
  const objective = (await listObjectivesOf(db, problemId)).find((each) => each.id === objectiveId);
  if (!objective) throw formulationErrors.objectiveNotFound({ id: objectiveId });
  return objective;
}

/** Throws 404 where the problem has no such key result, or it or its objective was removed. */
export async function showKeyResult(
  db: AnyDb,
  { problemId, keyResultId }: { problemId: string; keyResultId: string },
): Promise<KeyResult> {
  const objectives = await listObjectivesOf(db, problemId);
  const keyResult = objectives.flatMap((each) => each.keyResults).find((each) => each.id === keyResultId);
  if (!keyResult) throw formulationErrors.keyResultNotFound({ id: keyResultId });
  return keyResult;
}
