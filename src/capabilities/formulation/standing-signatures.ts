import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import type { Proposal, SignOff } from '../decisions/contract.ts';
import type { ValueResult } from '../value/contract.ts';
import { today } from './days.ts';
import { gatesHere } from './gate-owners.ts';
import { type AtGate, type GateState, gateStateOf, isFresh } from './gate-state.ts';
import type { Evidence } from './gather-evidence.ts';
import { gatherSupplied } from './gather-supplied.ts';

/** What a signature on the table is worth at one moment. */
export interface SignatureStanding {
  /** stale: what it signed, or what is left open, has changed since; ended: given longer ago than the policy lets one count */
  lapsed?: 'stale' | 'ended';
  /** year-month-day from which it does not count any more, where the policy lets signatures end */
  until?: string;
}

const day_ms = 86_400_000;

export function standingOf(
  state: Pick<GateState, 'hash' | 'countsSince' | 'rule'>,
  signOff: Pick<SignOff, 'snapshotHash' | 'isBeforeWaiver' | 'at'>,
): SignatureStanding {
  const { validity_days } = state.rule;
  const until =
    validity_days === undefined
      ? {}
      : { until: new Date(signOff.at + validity_days * day_ms).toISOString().slice(0, 10) };
  if (isFresh(state, signOff)) return until;
  const isOfNow = isFresh({ ...state, countsSince: 0 }, signOff);
  return { lapsed: isOfNow ? 'ended' : 'stale', ...until };
}

interface OnTable extends AtGate {
  proposal: Proposal | null;
  evidence: Evidence;
  evaluation: ValueResult | null;
}

/** For each signature on the table, in their order; by the clock of who asks, and by nothing else of theirs. */
export async function standingSignatures(
  ctx: Context,
  db: AnyDb,
  { problemId, gate, proposal, evidence, evaluation }: OnTable,
): Promise<SignatureStanding[]> {
  const signOffs = proposal?.signOffs ?? [];
  if (signOffs.length === 0) return [];
  // Nobody can sign at a gate that is no longer here, and nobody asks what was signed there.
  if (!gatesHere(ctx).includes(gate)) return signOffs.map(() => ({}));
  const supplied = await gatherSupplied(ctx, db, { problemId, today: today(ctx.clock) });
  const { userId } = ctx.actor;
  const state = await gateStateOf(ctx, db, { problemId, gate, evidence, supplied, evaluation, userId });
  return signOffs.map((signOff) => standingOf(state, signOff));
}
