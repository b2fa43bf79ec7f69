import type { Context } from '../../platform/context/context.ts';
import { today } from './days.ts';
import { countOpen } from './gate-rules.ts';
import { gateStateOf, isAsked } from './gate-state.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { gatherSupplied } from './gather-supplied.ts';
import { type Station, stations, type Thread } from './thread-contract.ts';
import { describeThread, isSettled, nearConditions } from './thread-rules.ts';

/**
 * What is open at each station is what the policy of G1 asks there. Where it asks nothing, nothing is counted, unless all
 * that is advised is there: that station is done as well.
 */
export async function readThread(ctx: Context, { problemId }: { problemId: string }): Promise<Thread> {
  const evidence = await gatherEvidence(ctx.db, problemId);
  const supplied = await gatherSupplied(ctx.db, problemId, today(ctx.clock));
  const { userId } = ctx.actor;
  const state = await gateStateOf(ctx, ctx.db, {
    problemId,
    gate: 'g1',
    evidence,
    supplied,
    evaluation: null,
    userId,
  });
  const open: Partial<Record<Station, number>> = {};
  for (const station of stations) {
    const here = state.items.filter((item) => item.station === station);
    const asked = here.filter((item) => isAsked(state, item));
    if (asked.length > 0) open[station] = countOpen(asked);
    else if (here.length > 0 && countOpen(here) === 0) open[station] = 0;
  }
  return describeThread({
    phase: evidence.problem.phase,
    settled: isSettled(evidence.problem),
    near: nearConditions(evidence.openConditions, today(ctx.clock)),
    open,
  });
}
