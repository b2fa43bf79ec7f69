import type { Tx } from '../../platform/context/change.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { decisionsDb } from './tables.ts';

/** Conditions that this person sees to, over all problems, and that are still open. */
export function listOwnedConditions(db: AnyDb, ownerId: string): Promise<{ id: string; problemId: string }[]> {
  return decisionsDb(db)
    .selectFrom('decision_condition')
    .select(['id', 'problem_id as problemId'])
    .where('owner_id', '=', ownerId)
    .where('met_at', 'is', null)
    .orderBy('id')
    .execute();
}

interface Reassigned {
  problemId: string;
  conditionId: string;
  ownerId: string;
}

/** The caller holds the lock of the problem. Who takes over is told of the date anew. */
export async function reassignCondition(tx: Tx, { problemId, conditionId, ownerId }: Reassigned): Promise<void> {
  await decisionsDb(tx.db)
    .updateTable('decision_condition')
    .set({ owner_id: ownerId, told: null })
    .where('id', '=', conditionId)
    .where('problem_id', '=', problemId)
    .execute();
  const subject = { kind: 'condition', id: conditionId };
  tx.record({ type: 'gate.condition_assigned', subject, problemId, data: { ownerId } });
}
