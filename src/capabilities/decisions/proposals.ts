import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/context/change.ts';
import type { Actor } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import { fromJson, toJson } from '../../platform/json.ts';
import type { GateId, Proposal, SignOff, Terms } from './contract.ts';
import { decisionErrors } from './errors.ts';
import { listSigned } from './signed.ts';
import { type DecisionsTables, decisionsDb } from './tables.ts';

interface AtGate {
  problemId: string;
  gate: GateId;
}

/** What is on the table at this gate; null where nothing is. */
export async function findOpenProposal(db: AnyDb, { problemId, gate }: AtGate): Promise<Proposal | null> {
  const row = await decisionsDb(db)
    .selectFrom('gate_proposal')
    .selectAll()
    .where('problem_id', '=', problemId)
    .where('gate', '=', gate)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return row ? whole(db, row) : null;
}

/** Throws 404 where this gate has no such proposal, and 409 where it is no longer open. */
export async function getOpenProposal(db: AnyDb, given: AtGate & { proposalId: string }): Promise<Proposal> {
  const proposal = await getProposal(db, given);
  if (proposal.state !== 'open') throw decisionErrors.proposalClosed({ state: proposal.state });
  return proposal;
}

export async function getProposal(
  db: AnyDb,
  { problemId, gate, proposalId }: AtGate & { proposalId: string },
): Promise<Proposal> {
  const row = await decisionsDb(db)
    .selectFrom('gate_proposal')
    .selectAll()
    .where('id', '=', proposalId)
    .where('problem_id', '=', problemId)
    .where('gate', '=', gate)
    .executeTakeFirst();
  if (!row) throw decisionErrors.proposalNotFound({ id: proposalId });
  return whole(db, row);
}

async function whole(db: AnyDb, row: Selectable<DecisionsTables['gate_proposal']>): Promise<Proposal> {
  return {
    id: row.id,
    gate: row.gate,
    terms: fromJson<Terms>(row.terms),
    policy: fromJson<Proposal['policy']>(row.policy),
    proposedBy: row.proposed_by,
    at: row.at,
    state: row.state,
    ...(await listSigned(db, [row.id]))(row.id),
  };
}

interface ToPropose extends AtGate {
  terms: Terms;
  policy: Proposal['policy'];
  /** who is asked to sign or to decide */
  roles: readonly SignOff['role'][];
  actor: Actor;
}

/** Puts terms on the table, in the place of what was there. The caller holds the lock of the problem. */
export async function openProposal(tx: Tx, given: ToPropose): Promise<Proposal> {
  const { problemId, gate, terms, policy, roles, actor } = given;
  const before = await findOpenProposal(tx.db, { problemId, gate });
  if (before) await closeProposal(tx, { problemId, proposal: before, state: 'replaced' });
  const id = newId(tx.now);
  await decisionsDb(tx.db)
    .insertInto('gate_proposal')
    .values({
      id,
      problem_id: problemId,
      gate,
      terms: toJson(terms),
      policy: toJson(policy),
      proposed_by: actor.userId,
      at: tx.now,
      state: 'open',
      closed_at: null,
    })
    .execute();
  const subject = { kind: 'gate_proposal', id };
  tx.record({ type: 'gate.proposed', subject, problemId, data: { gate, outcome: terms.outcome, roles } });
  return getProposal(tx.db, { problemId, gate, proposalId: id });
}

export async function closeProposal(
  tx: Tx,
  {
    problemId,
    proposal,
    state,
  }: { problemId: string; proposal: Proposal; state: 'decided' | 'withdrawn' | 'replaced' },
): Promise<void> {
  await decisionsDb(tx.db)
    .updateTable('gate_proposal')
    .set({ state, closed_at: tx.now })
    .where('id', '=', proposal.id)
    .execute();
  // That it was decided, the decision itself tells.
  if (state === 'decided') return;
  const subject = { kind: 'gate_proposal', id: proposal.id };
  tx.record({ type: `gate.${state}`, subject, problemId, data: { gate: proposal.gate } });
}
