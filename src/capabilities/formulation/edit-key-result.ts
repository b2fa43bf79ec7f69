import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { KeyResultFields } from './create-key-result.ts';
import { lockForWriting } from './lock-problem.ts';
import type { KeyResult } from './okr-contract.ts';
import { refuseNothingToReach } from './refuse-nothing-to-reach.ts';
import { refuseStale } from '../../platform/errors/refuse-stale.ts';
import { showKeyResult } from './show-objective.ts';
import { formulationDb } from './tables.ts';

interface Given {
  problemId: string;
  keyResultId: string;
  fields: Partial<KeyResultFields>;
  version: number;
}

export async function editKeyResult(ctx: Context, given: Given): Promise<KeyResult> {
  const { problemId, keyResultId, fields, version } = given;
  await change(ctx, async (tx) => {
    await lockForWriting(tx, problemId);
    const current = await showKeyResult(tx.db, { problemId, keyResultId });
    const { metric, unit, baseline, target, by, source } = current;
    const theirs: KeyResultFields = { metric, unit, baseline, target, by, source };
    refuseStale({ given: version, current: current.version }, { yours: fields, theirs });
    const edited = { ...theirs, ...fields };
    refuseNothingToReach(edited);
    const { by: by_date, ...rest } = edited;
    await formulationDb(tx.db)
      .updateTable('key_result')
      .set({ ...rest, by_date, version: version + 1 })
      .where('id', '=', keyResultId)
      .execute();
    const data = { fields: Object.keys(fields), version: version + 1 };
    tx.record({ type: 'key_result.edited', subject: { kind: 'key_result', id: keyResultId }, problemId, data });
  });
  return showKeyResult(ctx.db, { problemId, keyResultId });
}
