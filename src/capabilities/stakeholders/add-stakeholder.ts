import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import type { Relation, Stakeholder } from './contract.ts';
import { type GivenPerson, namedPerson } from './named-person.ts';
import { nextPosition, refuseMore } from './positions.ts';
import { getStakeholder } from './queries.ts';
import { stakeholderDb } from './tables.ts';

interface Given extends GivenPerson {
  problemId: string;
  relation: Relation;
  mustBeHeard?: boolean;
  interest: string;
}

export async function addStakeholder(ctx: Context, { problemId, ...given }: Given): Promise<Stakeholder> {
  const stakeholderId = await change(ctx, async (tx) => {
    await refuseMore(tx.db, problemId);
    const id = newId(tx.now);
    const { userId, name, mark } = await namedPerson(tx.db, given);
    const { relation, mustBeHeard = relation !== 'informed', interest } = given;
    await stakeholderDb(tx.db)
      .insertInto('stakeholder')
      .values({
        id,
        problem_id: problemId,
        user_id: userId,
        name,
        name_mark: mark,
        name_erased_at: null,
        relation,
        must_be_heard: mustBeHeard ? 1 : 0,
        interest,
        position: await nextPosition(tx.db, problemId),
        version: 1,
        removed_at: null,
      })
      .execute();
    tx.record({ type: 'stakeholder.added', subject: { kind: 'stakeholder', id }, problemId, data: { relation } });
    return id;
  });
  return getStakeholder(ctx.db, { problemId, stakeholderId }, ctx.locale);
}
