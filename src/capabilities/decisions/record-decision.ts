import type { Tx } from '../../platform/context/change.ts';
import type { Actor } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import { newConditions } from './conditions.ts';
import type { Decision, GateId, NamedPerson, Proposal, Terms } from './contract.ts';
import { findLastDecision } from './queries.ts';
import type { HashedSnapshot } from './snapshot-hash.ts';
import { insertDecision, insertSnapshot } from './store.ts';

export interface DecisionToRecord {
  problemId: string;
  gate: GateId;
  actor: Actor;
  terms: Terms;
  people: readonly NamedPerson[];
  hashed: HashedSnapshot;
  proposal: Pick<Proposal, 'id' | 'policy'> & Partial<Pick<Proposal, 'signOffs' | 'waivers'>>;
}

/**
 * For the capability that owns the gate, in its own transaction, after it has judged the evidence. The caller holds the
 * lock of the problem, so that two decisions do not take the same number.
 */
export async function recordDecision(tx: Tx, given: DecisionToRecord): Promise<Decision> {
  const { problemId, gate, hashed, actor, terms, proposal } = given;
  const last = await findLastDecision(tx.db, { problemId, gate });
  const id = newId(tx.now);
  const decision: Decision = {
    id,
    gate,
    outcome: terms.outcome,
    reasons: terms.reasons,
    redirect: terms.redirect ?? null,
    reviewDate: terms.reviewDate ?? null,
    lessons: terms.lessons ?? null,
    conditions: newConditions(tx, { decisionId: id, gate, ...terms }),
    number: (last?.number ?? 0) + 1,
    people: given.people.map((person) => ({ at: tx.now, ...person })),
    signOffs: proposal.signOffs ?? [],
    waivers: proposal.waivers ?? [],
    recordedBy: actor.userId,
    at: tx.now,
    snapshotHash: hashed.hash,
    proposalId: proposal.id,
    policy: proposal.policy,
  };
  await insertSnapshot(tx.db, { problemId, hashed, now: tx.now });
  await insertDecision(tx.db, problemId, decision);
  const { number, outcome, snapshotHash } = decision;
  tx.record({
    type: 'decision.recorded',
    subject: { kind: 'decision', id },
    problemId,
    data: { gate, number, outcome, snapshotHash },
  });
  return decision;
}
