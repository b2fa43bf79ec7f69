import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { platformErrors } from '../../platform/errors/platform-errors.ts';
import type { Finding } from './finding-contract.ts';
import { getFinding } from './finding-queries.ts';
import { lockFinding } from './lock-finding.ts';
import { explorationDb } from './tables.ts';

interface Given {
  problemId: string;
  findingId: string;
  fields: { title?: string; remark?: string };
  version: number;
}

/** Other words are another question: what was answered before stays, as an answer to what stood there. */
export async function editFinding(ctx: Context, given: Given): Promise<Finding> {
  const { problemId, findingId, fields, version } = given;
  await change(ctx, async (tx) => {
    const { title, remark, version: current } = await lockFinding(tx, given);
    if (version !== current)
      throw platformErrors.changedMeanwhile({ yours: fields, theirs: { title, remark }, given: version, current });
    await explorationDb(tx.db)
      .updateTable('finding')
      .set({ ...fields, version: version + 1 })
      .where('id', '=', findingId)
      .execute();
    const data = { fields: Object.keys(fields), version: version + 1 };
    tx.record({ type: 'finding.edited', subject: { kind: 'finding', id: findingId }, problemId, data });
  });
  return getFinding(ctx, ctx.db, given);
}
