import type { Context } from '../../platform/context/context.ts';
import { today } from './days.ts';
import { countOpen, isSettled, listG1Evidence } from './gate-rules.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { type Station, type Thread } from './thread-contract.ts';
import { describeThread } from './thread-rules.ts';

export async function readThread(ctx: Context, { problemId }: { problemId: string }): Promise<Thread> {
  const evidence = await gatherEvidence(ctx.db, problemId);
  const items = listG1Evidence(evidence, today(ctx.clock));
  const openAt = (station: Station) => countOpen(items.filter((item) => item.station === station));
  return describeThread({
    phase: evidence.problem.phase,
    settled: isSettled(evidence.decided.g1),
    open: {
      opportunity: openAt('opportunity'),
      requirements: openAt('requirements'),
      value: openAt('value'),
      decision: openAt('decision'),
    },
  });
}
