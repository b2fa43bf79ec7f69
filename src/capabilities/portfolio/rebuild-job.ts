import { quietly } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { defineJob } from '../../platform/jobs/job-handler.ts';
import { listProblemIds } from '../formulation/index.ts';
import { markRebuilt, rebuildJobName } from './ask-for-rebuild.ts';
import { remakeProblem } from './remake-problem.ts';

/** Makes the rows of every problem anew, from what is stored; the page goes on meanwhile. Done again it does the same. */
export const rebuildPortfolioJob = defineJob({
  name: rebuildJobName,
  run: async (ctx, _payload, { signal }) => {
    for (let after = ''; !signal.aborted;) {
      const next = await remakeNext(ctx, after);
      if (next === null) return quietly(ctx, (db) => markRebuilt(db, ctx.clock.now()));
      after = next;
    }
  },
});

/** So few at a time that who writes meanwhile hardly waits. */
const atOnce = 10;

/** null: there are no more. */
async function remakeNext(ctx: Context, after: string): Promise<string | null> {
  const ids = await listProblemIds(ctx.db, { after, limit: atOnce });
  if (ids.length > 0)
    await quietly(ctx, async (db) => {
      for (const id of ids) await remakeProblem(ctx, db, id);
    });
  return ids.at(-1) ?? null;
}
