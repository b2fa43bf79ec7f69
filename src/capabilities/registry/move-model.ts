import type { Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { refuseUnknownProblem } from '../identity/index.ts';
import { demandTracking, problemTag } from '../tracking/index.ts';
import { setModelTags } from './register-model.ts';
import type { ModelRow } from './registry-queries.ts';
import { registryDb } from './tables.ts';

/** To a problem, or to the inbox; its tag says the same. */
export async function moveModel(
  tx: Tx,
  { id, name, problem_id: before }: ModelRow,
  problemId: string | null,
): Promise<void> {
  const on = registryDb(tx.db);
  await on.updateTable('registered_model').set({ problem_id: problemId }).where('id', '=', id).execute();
  if (problemId !== null) await setModelTags(tx, id, [{ key: problemTag, value: problemId }]);
  else await on.deleteFrom('registered_model_tag').where('model_id', '=', id).where('key', '=', problemTag).execute();
  const subject = { kind: 'registered_model', id };
  if (before !== null) tx.record({ type: 'registered_model.unassigned', subject, problemId: before, data: { name } });
  if (problemId !== null) tx.record({ type: 'registered_model.assigned', subject, problemId, data: { name } });
}

/** Throws unless the actor may log in it, and where there is no such problem. */
export async function demandProblem(ctx: Context, problemId: string): Promise<void> {
  await demandTracking(ctx, 'write', problemId);
  await refuseUnknownProblem(ctx, problemId);
}
