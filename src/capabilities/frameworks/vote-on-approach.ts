import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { rolesOfActor } from '../identity/index.ts';
import type { Approach, Vote } from './approach-contract.ts';
import { getApproach } from './approach-queries.ts';
import { refuseBeforeData } from './board-access.ts';
import { frameworksErrors } from './errors.ts';
import { frameworksDb } from './tables.ts';

interface Place {
  problemId: string;
  approachId: string;
}

/** One vote a person, whatever number of roles they have: a new one takes the place of the one before. */
export async function voteOnApproach(
  ctx: Context,
  given: Place & Pick<Vote, 'role' | 'choice' | 'reason'>,
): Promise<Approach> {
  const { problemId, approachId, role, choice, reason } = given;
  await change(ctx, async (tx) => {
    await refuseBeforeData(tx.db, problemId);
    await getApproach(tx.db, given);
    const { roles } = await rolesOfActor(ctx, tx.db, problemId);
    if (!roles.includes(role)) throw frameworksErrors.roleNotHeld({ role, roles });
    const vote = { role, choice, reason, at: tx.now };
    await frameworksDb(tx.db)
      .insertInto('approach_vote')
      .values({ approach_id: approachId, user_id: ctx.actor.userId, ...vote })
      .onConflict((conflict) => conflict.columns(['approach_id', 'user_id']).doUpdateSet(vote))
      .execute();
    const data = { role, choice };
    tx.record({ type: 'approach.voted', subject: { kind: 'approach', id: approachId }, problemId, data });
  });
  return getApproach(ctx.db, given);
}

export async function withdrawVote(ctx: Context, place: Place): Promise<Approach> {
  const { problemId, approachId } = place;
  await change(ctx, async (tx) => {
    await refuseBeforeData(tx.db, problemId);
    await getApproach(tx.db, place);
    const { numDeletedRows } = await frameworksDb(tx.db)
      .deleteFrom('approach_vote')
      .where('approach_id', '=', approachId)
      .where('user_id', '=', ctx.actor.userId)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw frameworksErrors.noVote();
    tx.record({ type: 'approach.vote_withdrawn', subject: { kind: 'approach', id: approachId }, problemId });
  });
  return getApproach(ctx.db, place);
}
