import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { Relation, Stakeholder } from './contract.ts';
import { stakeholderErrors } from './errors.ts';
import { refuseStale } from '../../platform/errors/refuse-stale.ts';
import { lockPresent } from './lock-row.ts';
import { type GivenPerson, namedPerson } from './named-person.ts';
import { getStakeholder } from './queries.ts';
import { stakeholderDb } from './tables.ts';

interface Given {
  problemId: string;
  stakeholderId: string;
  version: number;
  fields: GivenPerson & { relation?: Relation; mustBeHeard?: boolean; interest?: string };
}

export async function editStakeholder(ctx: Context, given: Given): Promise<Stakeholder> {
  const { problemId, stakeholderId, fields, version } = given;
  await change(ctx, async (tx) => {
    const row = await lockPresent(tx, 'stakeholder', { problemId, id: stakeholderId });
    const { userId, name, relation, mustBeHeard, interest } = await getStakeholder(tx.db, { problemId, stakeholderId });
    const theirs = { ...(userId === null ? { name } : { userId }), relation, mustBeHeard, interest };
    refuseStale({ given: version, current: row.version }, { yours: fields, theirs });
    const isRenamed = isSomebodyElse(fields, { userId, name });
    // An erased name does not come back by a form that was still open.
    if (isRenamed && row.name_erased_at !== null) throw stakeholderErrors.erased();
    await stakeholderDb(tx.db)
      .updateTable('stakeholder')
      .set({
        ...(isRenamed ? await columnsOf(tx.db, fields) : {}),
        relation: fields.relation ?? relation,
        must_be_heard: (fields.mustBeHeard ?? mustBeHeard) ? 1 : 0,
        interest: fields.interest ?? interest,
        version: version + 1,
      })
      .where('id', '=', stakeholderId)
      .execute();
    const data = { fields: Object.keys(fields), version: version + 1 };
    tx.record({ type: 'stakeholder.edited', subject: { kind: 'stakeholder', id: stakeholderId }, problemId, data });
  });
  return getStakeholder(ctx.db, { problemId, stakeholderId }, ctx.locale);
}

function isSomebodyElse(given: GivenPerson, current: { userId: string | null; name: string | null }): boolean {
  if (given.userId !== undefined) return given.userId !== current.userId;
  return given.name !== undefined && (current.userId !== null || given.name !== current.name);
}

async function columnsOf(...given: Parameters<typeof namedPerson>) {
  const { userId, name, mark } = await namedPerson(...given);
  return { user_id: userId, name, name_mark: mark };
}
