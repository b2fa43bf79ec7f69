import type { Tx } from '../../platform/context/change.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import { toJson } from '../../platform/json.ts';
import type { Proposal, SignOff, Waiver } from './contract.ts';
import { decisionErrors } from './errors.ts';
import { decisionsDb } from './tables.ts';

type ToSign = Omit<SignOff, 'id' | 'at' | 'isBeforeWaiver'> & { problemId: string; proposal: Proposal };

/** The evidence under `snapshotHash` is kept from now on: the caller has shown it. */
export async function recordSignOff(tx: Tx, given: ToSign): Promise<void> {
  const { problemId, proposal, role, userId, onBehalfOf, verdict, meaning, remark, snapshotHash } = given;
  await decisionsDb(tx.db)
    .insertInto('gate_sign_off')
    .values({
      id: newId(tx.now),
      proposal_id: proposal.id,
      number: (await lastNumber(tx.db, 'gate_sign_off', proposal.id)) + 1,
      problem_id: problemId,
      role,
      user_id: userId,
      on_behalf_of: onBehalfOf,
      verdict,
      meaning,
      remark,
      snapshot_hash: snapshotHash,
      at: tx.now,
    })
    .execute();
  tx.record({
    type: 'gate.signed',
    subject: { kind: 'gate_proposal', id: proposal.id },
    problemId,
    data: { gate: proposal.gate, role, verdict, meaning, remark, snapshotHash, onBehalfOf },
  });
}

type ToWaive = Pick<Waiver, 'item' | 'reason' | 'said' | 'onBehalfOf'> & {
  problemId: string;
  proposal: Proposal;
  userId: string;
};

/** Once waived, an item is waived by whoever did it first. Who signed before it had not seen it, and is asked again. */
export async function recordWaiver(tx: Tx, given: ToWaive): Promise<void> {
  const { problemId, proposal, item, reason, said, userId, onBehalfOf } = given;
  if (proposal.waivers.some((each) => each.item === item)) throw decisionErrors.waivedAlready({ item });
  await insertAct(tx, { proposal, item, act: 'waived', reason, said: toJson(said), userId, onBehalfOf });
  const signers = [...new Set(proposal.signOffs.map((signOff) => signOff.userId))];
  const subject = { kind: 'gate_proposal', id: proposal.id };
  const data = { gate: proposal.gate, item, reason, onBehalfOf, signers };
  tx.record({ type: 'gate.waived', subject, problemId, data });
}

/** What was left open is asked again. */
export async function takeWaiverBack(
  tx: Tx,
  given: Pick<ToWaive, 'problemId' | 'proposal' | 'item' | 'userId' | 'onBehalfOf'>,
): Promise<void> {
  const { problemId, proposal, item, userId, onBehalfOf } = given;
  await insertAct(tx, { proposal, item, act: 'taken_back', reason: null, said: null, userId, onBehalfOf });
  const subject = { kind: 'gate_proposal', id: proposal.id };
  tx.record({ type: 'gate.waiver_taken_back', subject, problemId, data: { gate: proposal.gate, item, onBehalfOf } });
}

interface ToInsert {
  proposal: Proposal;
  item: string;
  act: 'waived' | 'taken_back';
  reason: string | null;
  said: string | null;
  userId: string;
  onBehalfOf: string | null;
}

async function insertAct(tx: Tx, { proposal, userId, onBehalfOf, ...act }: ToInsert): Promise<void> {
  await decisionsDb(tx.db)
    .insertInto('gate_waiver_act')
    .values({
      ...act,
      id: newId(tx.now),
      proposal_id: proposal.id,
      number: (await lastNumber(tx.db, 'gate_waiver_act', proposal.id)) + 1,
      user_id: userId,
      on_behalf_of: onBehalfOf,
      after_sign_off: await lastNumber(tx.db, 'gate_sign_off', proposal.id),
      at: tx.now,
    })
    .execute();
}

/** 0 where there is none yet; the lock of the problem keeps others from taking the next. */
async function lastNumber(db: AnyDb, table: 'gate_sign_off' | 'gate_waiver_act', proposalId: string): Promise<number> {
  const { last } = await decisionsDb(db)
    .selectFrom(table)
    .select((eb) => eb.fn.max('number').as('last'))
    .where('proposal_id', '=', proposalId)
    .executeTakeFirstOrThrow();
  return last ?? 0;
}
