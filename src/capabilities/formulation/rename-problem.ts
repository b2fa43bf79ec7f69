import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { defer } from '../../platform/db/defer.ts';
import { lockForRenaming } from './lock-problem.ts';
import type { Problem } from './problem-contract.ts';
import { refuseStale } from '../../platform/errors/refuse-stale.ts';
import { describeProblem } from './show-problem.ts';
import { formulationDb } from './tables.ts';

export async function renameProblem(
  ctx: Context,
  { problemId, title, version }: { problemId: string; title: string; version: number },
): Promise<Problem> {
  return change(ctx, async (tx) => {
    const problem = await lockForRenaming(tx, problemId);
    refuseStale({ given: version, current: problem.version }, { yours: { title }, theirs: { title: problem.title } });
    const renamed = { title, version: version + 1 };
    await defer(tx.db, formulationDb(tx.db).updateTable('problem').set(renamed).where('id', '=', problemId));
    const state = { ...problem, ...renamed };
    const subject = { kind: 'problem', id: problemId };
    tx.record({ type: 'problem.renamed', subject, problemId, data: { version: renamed.version }, state });
    // A stopped problem was refused above, so no decision stopped this one.
    return describeProblem(state, null);
  });
}
