import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { setProblemPrivacy } from '../identity/index.ts';
import { lockForWriting } from './lock-problem.ts';
import type { Problem } from './problem-contract.ts';
import { showProblem } from './show-problem.ts';

/** Identity keeps who may see a problem, and records the change; the summary follows its event. */
export async function changePrivacy(
  ctx: Context,
  { problemId, isPrivate }: { problemId: string; isPrivate: boolean },
): Promise<Problem> {
  await change(ctx, async (tx) => {
    await lockForWriting(tx, problemId);
    await setProblemPrivacy(tx, { problemId, private: isPrivate });
  });
  return showProblem(ctx.db, problemId);
}
