import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import { lockForWriting } from './lock-problem.ts';
import type { Objective } from './okr-contract.ts';
import { listObjectivesOf } from './okr-queries.ts';
import { nextPosition, refuseMore } from './positions.ts';
import { showObjective } from './show-objective.ts';
import { formulationDb } from './tables.ts';

export async function createObjective(
  ctx: Context,
  { problemId, text }: { problemId: string; text: string },
): Promise<Objective> {
  const objectiveId = await change(ctx, async (tx) => {
    await lockForWriting(tx, problemId);
    refuseMore(await listObjectivesOf(tx.db, problemId));
    const id = newId(tx.now);
    const position = await nextPosition(tx.db, { table: 'objective', problemId });
    await formulationDb(tx.db)
      .insertInto('objective')
      .values({ id, problem_id: problemId, text, position, version: 1, removed_at: null })
      .execute();
    tx.record({ type: 'objective.created', subject: { kind: 'objective', id }, problemId });
    return id;
  });
  return showObjective(ctx.db, { problemId, objectiveId });
}
