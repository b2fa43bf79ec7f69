import type { Context } from '../../platform/context/context.ts';
import type { PolicyGate } from '../decisions/contract.ts';
import { today } from './days.ts';
import { gatesHere } from './gate-owners.ts';
import { countOpen, gateToDecide, isGo } from './gate-rules.ts';
import { gateStateOf, isAsked } from './gate-state.ts';
import { type Evidence, gatherEvidence } from './gather-evidence.ts';
import { gatherSupplied, type Supplied } from './gather-supplied.ts';
import { statesKnown } from './station-owners.ts';
import { type Station, stations, type Thread } from './thread-contract.ts';
import { describeThread, isSettled, nearConditions } from './thread-rules.ts';

type Open = Partial<Record<Station, number>>;

/**
 * What is open at each station is what the policy of G1 asks there, and after the go what that of the gate which comes next asks.
 * Where they ask nothing, nothing is counted, unless all that is advised is there: that station is done as well.
 */
export async function readThread(ctx: Context, { problemId }: { problemId: string }): Promise<Thread> {
  const evidence = await gatherEvidence(ctx.db, problemId);
  const supplied = await gatherSupplied(ctx, ctx.db, { problemId, today: today(ctx.clock) });
  const { decided, problem } = evidence;
  const gates = gatesHere(ctx);
  const next = gateToDecide({ phase: problem.phase, decided, gates });
  const known = { problemId, evidence, supplied };
  const open: Open = await openAt(ctx, { ...known, gate: 'g1' });
  // At G0 nothing is counted that G1 does not ask too.
  const isLater = next !== null && next !== 'g0' && next !== 'g1';
  if (isLater) Object.assign(open, await openAt(ctx, { ...known, gate: next }));
  return describeThread({
    phase: problem.phase,
    settled: isSettled(problem) && !isLater,
    passed: { data: isGo(decided.g2), approach: isGo(decided.g3) },
    waits: { approach: gates.includes('g3') && !isGo(decided.g2) && gates.includes('g2') },
    known: await statesKnown(ctx, ctx.db, problemId),
    near: nearConditions(evidence.openConditions, today(ctx.clock)),
    open,
  });
}

interface Asked {
  problemId: string;
  gate: PolicyGate;
  evidence: Evidence;
  supplied: Supplied;
}

/** By station, how much of what a gate asks there is open. */
async function openAt(ctx: Context, asked: Asked): Promise<Open> {
  const { userId } = ctx.actor;
  const state = await gateStateOf(ctx, ctx.db, { ...asked, evaluation: null, userId });
  const open: Open = {};
  for (const station of stations) {
    const here = state.items.filter((item) => item.station === station);
    const asks = here.filter((item) => isAsked(state, item));
    if (asks.length > 0) open[station] = countOpen(asks);
    else if (here.length > 0 && countOpen(here) === 0) open[station] = 0;
  }
  return open;
}
