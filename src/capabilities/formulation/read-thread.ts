import type { Context } from '../../platform/context/context.ts';
import { today } from './days.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { listG1Evidence } from './gate-rules.ts';
import type { Thread } from './thread-contract.ts';
import { describeThread } from './thread-rules.ts';

export async function readThread(ctx: Context, { problemId }: { problemId: string }): Promise<Thread> {
  const evidence = await gatherEvidence(ctx.db, problemId);
  return describeThread(evidence, listG1Evidence(evidence, today(ctx.clock)));
}
