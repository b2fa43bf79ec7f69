import type { Tx } from '../../platform/context/change.ts';
import { listOwnedItems, reassignItem } from '../checklists/index.ts';
import { listOwnedConditions, reassignCondition } from '../decisions/index.ts';
import { lockForWriting } from './lock-problem.ts';
import { findProblem } from './problem-queries.ts';

interface Leaving {
  userId: string;
  toUserId: string;
}

/** Open items of the checklist and open conditions of who leaves, in problems that go on, are somebody else's from now on. */
export async function handOverWork(
  tx: Tx,
  { userId, toUserId: ownerId }: Leaving,
): Promise<{ items: number; conditions: number }> {
  const items = await listOwnedItems(tx.db, userId);
  const conditions = await listOwnedConditions(tx.db, userId);
  const done = { items: 0, conditions: 0 };
  // In one order, so that two handovers at once do not wait for each other.
  for (const problemId of [...new Set([...items, ...conditions].map((each) => each.problemId))].sort()) {
    if (!(await isGoing(tx, problemId))) continue;
    await lockForWriting(tx, problemId);
    for (const { id } of items.filter((each) => each.problemId === problemId)) {
      await reassignItem(tx, { problemId, itemId: id, ownerId });
      done.items += 1;
    }
    for (const { id } of conditions.filter((each) => each.problemId === problemId)) {
      await reassignCondition(tx, { problemId, conditionId: id, ownerId });
      done.conditions += 1;
    }
  }
  return done;
}

/** In a problem that was stopped or deleted nothing is asked of anybody any more. */
async function isGoing({ db }: Tx, problemId: string): Promise<boolean> {
  const problem = await findProblem(db, problemId);
  return problem !== null && problem.deleted_at === null && problem.phase !== 'stopped';
}
