import type { Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { gates, type Terms } from '../decisions/contract.ts';
import { findDifferences, findSnapshot, keepSnapshot } from '../decisions/index.ts';
import { listReaders } from '../identity/index.ts';
import { writtenPart } from './compose-snapshot.ts';
import { today } from './days.ts';
import { formulationErrors } from './errors.ts';
import { evaluateEvidence } from './evaluate-evidence.ts';
import { gateErrors } from './gate-errors.ts';
import { type AtGate, type Evaluated, freshGateState, type GateState, outcomesAllowed } from './gate-state.ts';
import { opensAfter } from './gate-rules.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { lockProblem } from './lock-problem.ts';

export async function evaluatedNow(ctx: Context, problemId: string): Promise<Evaluated> {
  const evidence = await gatherEvidence(ctx.db, problemId);
  return { hash: evidence.value.hash, evaluation: await evaluateEvidence(evidence) };
}

/** Takes the lock of the problem, so that an edit and a signature never cross, and reads the gate under it. */
export async function inGate(
  ctx: Context,
  tx: Tx,
  { evaluated, ...at }: AtGate & { evaluated: Evaluated; isAnew?: boolean },
): Promise<GateState> {
  await lockProblem(tx, at.problemId);
  return freshGateState(ctx, tx.db, { ...at, evaluated, userId: ctx.actor.userId });
}

/** Throws 409 with what changed where the evidence is not the one that was seen; otherwise it is kept, to be signed. */
export async function keepSeenEvidence(tx: Tx, state: GateState, seenHash: string): Promise<void> {
  const { problemId, hash, snapshot } = state;
  if (hash !== seenHash) {
    const seen = await findSnapshot(tx.db, { problemId, hash: seenHash });
    const changed = seen ? findDifferences(writtenPart(seen), writtenPart(snapshot)) : [];
    throw formulationErrors.evidenceChanged({ changed, snapshotHash: hash });
  }
  await keepSnapshot(tx, { problemId, snapshot });
}

/** Conditions hold a later gate back, and days are still to come. */
function refuseImpossibleTerms(
  ctx: Context,
  { gate }: GateState,
  {
    reviewDate,
    conditions,
  }: { reviewDate: Terms['reviewDate'] | undefined; conditions: NonNullable<Terms['conditions']> },
): void {
  const early = conditions.find(({ blocks }) => gates.indexOf(blocks) <= gates.indexOf(gate));
  if (early) throw gateErrors.blocksTooEarly({ given: early.blocks, later: gates.slice(gates.indexOf(gate) + 1) });
  const day = today(ctx.clock);
  const late = [reviewDate, ...conditions.map(({ due }) => due)].find((given) => given !== undefined && given <= day);
  if (late !== undefined) throw formulationErrors.reviewDatePassed({ given: late, today: day });
}

/** Throws where this gate is decided, or where such an outcome cannot be had from where it stands. */
export function refuseImpossible(
  ctx: Context,
  state: GateState,
  { outcome, reviewDate, conditions = [] }: Terms,
): void {
  refuseImpossibleTerms(ctx, state, { reviewDate, conditions });
  const after = opensAfter(state.gate, state.standing);
  if (after !== null) throw formulationErrors.gateNotOpen({ gate: state.gate, after });
  const allowed = outcomesAllowed(state);
  const last = state.evidence.decided[state.gate];
  const isOver = last !== null && !allowed.includes(outcome) && !allowed.includes('defer');
  if (isOver) throw formulationErrors.alreadyDecided({ outcome: last.outcome, at: last.at });
  const isGo = outcome === 'go' || outcome === 'conditional_go';
  if (!allowed.includes(outcome) && !(isGo && allowed.includes('defer')))
    throw formulationErrors.outcomeNotAllowed({ outcome, allowed });
}

/** Who sees to a condition must be able to see the problem. */
export async function refuseUnknownOwners(
  db: AnyDb,
  { problemId, terms: { conditions = [] } }: { problemId: string; terms: Terms },
): Promise<void> {
  const ids = [...new Set(conditions.flatMap(({ ownerId }) => ownerId ?? []))];
  const readers = new Set(await listReaders(db, { problemId, userIds: ids }));
  const unknown = ids.filter((id) => !readers.has(id));
  if (unknown.length > 0) throw formulationErrors.conditionOwnerUnknown({ ids: unknown });
}
