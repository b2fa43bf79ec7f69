import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { platformErrors } from '../../platform/errors/platform-errors.ts';
import type { Approach, ApproachFields } from './approach-contract.ts';
import { getApproach } from './approach-queries.ts';
import { refuseBeforeData } from './board-access.ts';
import { frameworksDb } from './tables.ts';

interface Given {
  problemId: string;
  approachId: string;
  fields: Partial<ApproachFields>;
  version: number;
}

export async function editApproach(ctx: Context, given: Given): Promise<Approach> {
  const { problemId, approachId, fields, version } = given;
  await change(ctx, async (tx) => {
    await refuseBeforeData(tx.db, problemId);
    const theirs = await getApproach(tx.db, given);
    // The version is asked in the statement that writes: two that read the same one cannot both change it.
    const { numUpdatedRows } = await frameworksDb(tx.db)
      .updateTable('approach')
      .set({ ...fields, version: version + 1 })
      .where('id', '=', approachId)
      .where('version', '=', version)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n)
      throw platformErrors.changedMeanwhile({ yours: fields, theirs, given: version, current: theirs.version });
    const data = { fields: Object.keys(fields), version: version + 1 };
    tx.record({ type: 'approach.edited', subject: { kind: 'approach', id: approachId }, problemId, data });
  });
  return getApproach(ctx.db, given);
}
