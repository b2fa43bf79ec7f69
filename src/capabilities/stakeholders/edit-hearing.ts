import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { Hearing, WayOfHearing } from './contract.ts';
import { refuseStale } from '../../platform/errors/refuse-stale.ts';
import { lockPresent } from './lock-row.ts';
import { type GivenPerson, namedPerson } from './named-person.ts';
import { getHearing } from './queries.ts';
import { refuseFuture } from './record-hearing.ts';
import { stakeholderDb } from './tables.ts';

interface Given {
  problemId: string;
  hearingId: string;
  version: number;
  fields: { heardOn?: string; how?: WayOfHearing; heardBy?: GivenPerson; said?: string };
}

export async function editHearing(ctx: Context, { problemId, hearingId, version, fields }: Given): Promise<Hearing> {
  await change(ctx, async (tx) => {
    const row = await lockPresent(tx, 'stakeholder_hearing', { problemId, id: hearingId });
    const { heardOn, how, said, heardBy } = await getHearing(tx.db, hearingId);
    refuseStale({ given: version, current: row.version }, { yours: fields, theirs: { heardOn, how, said, heardBy } });
    if (fields.heardOn !== undefined) refuseFuture(tx, fields.heardOn);
    const by = fields.heardBy === undefined ? null : await namedPerson(tx.db, fields.heardBy);
    await stakeholderDb(tx.db)
      .updateTable('stakeholder_hearing')
      .set({
        heard_on: fields.heardOn ?? heardOn,
        how: fields.how ?? how,
        said: fields.said ?? said,
        ...(by ? { heard_by_user_id: by.userId, heard_by_name: by.name, heard_by_mark: by.mark } : {}),
        version: version + 1,
      })
      .where('id', '=', hearingId)
      .execute();
    const data = { fields: Object.keys(fields), version: version + 1 };
    tx.record({ type: 'hearing.edited', subject: { kind: 'hearing', id: hearingId }, problemId, data });
  });
  return getHearing(ctx.db, hearingId, ctx.locale);
}
