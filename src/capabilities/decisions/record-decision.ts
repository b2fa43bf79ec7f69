import type { Tx } from '../../platform/context/change.ts';
import type { Actor } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import type { Decision, GateId, NamedPerson, Outcome, Redirect } from './contract.ts';
import { findLastDecision } from './queries.ts';
import type { HashedSnapshot } from './snapshot-hash.ts';
import { insertDecision, insertSnapshot } from './store.ts';

export interface DecisionToRecord {
  problemId: string;
  gate: GateId;
  actor: Actor;
  outcome: Outcome;
  reasons: string;
  people: readonly NamedPerson[];
  redirect: Redirect | null;
  reviewDate: string | null;
  hashed: HashedSnapshot;
}

/**
 * For the capability that owns the gate, in its own transaction, after it has judged the evidence. The caller holds the
 * lock of the problem, so that two decisions do not take the same number.
 */
export async function recordDecision(tx: Tx, given: DecisionToRecord): Promise<Decision> {
  const { problemId, gate, hashed, actor, ...rest } = given;
  const last = await findLastDecision(tx.db, { problemId, gate });
  const decision: Decision = {
    ...rest,
    id: newId(tx.now),
    gate,
    number: (last?.number ?? 0) + 1,
    people: [...given.people],
    recordedBy: actor.userId,
    at: tx.now,
    snapshotHash: hashed.hash,
  };
  await insertSnapshot(tx.db, { problemId, hashed, now: tx.now });
  await insertDecision(tx.db, problemId, decision);
  const { id, number, outcome, snapshotHash } = decision;
  tx.record({
    type: 'decision.recorded',
    subject: { kind: 'decision', id },
    problemId,
    data: { gate, number, outcome, snapshotHash },
  });
  return decision;
}
