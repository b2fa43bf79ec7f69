import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import { lockForWriting } from './lock-problem.ts';
import type { KeyResult } from './okr-contract.ts';
import { nextPosition, refuseMore } from './positions.ts';
import { refuseNothingToReach } from './refuse-nothing-to-reach.ts';
import { showKeyResult, showObjective } from './show-objective.ts';
import { formulationDb } from './tables.ts';

export type KeyResultFields = Pick<KeyResult, 'metric' | 'unit' | 'baseline' | 'target' | 'by' | 'source'>;

export async function createKeyResult(
  ctx: Context,
  { problemId, objectiveId, fields }: { problemId: string; objectiveId: string; fields: KeyResultFields },
): Promise<KeyResult> {
  const keyResultId = await change(ctx, async (tx) => {
    await lockForWriting(tx, problemId);
    refuseMore((await showObjective(tx.db, { problemId, objectiveId })).keyResults);
    refuseNothingToReach(fields);
    const id = newId(tx.now);
    const { by: by_date, ...rest } = fields;
    const position = await nextPosition(tx.db, { table: 'key_result', problemId });
    const places = { id, problem_id: problemId, objective_id: objectiveId, position };
    await formulationDb(tx.db)
      .insertInto('key_result')
      .values({ ...places, ...rest, by_date, version: 1, removed_at: null })
      .execute();
    tx.record({ type: 'key_result.created', subject: { kind: 'key_result', id }, problemId, data: { objectiveId } });
    return id;
  });
  return showKeyResult(ctx.db, { problemId, keyResultId });
}
