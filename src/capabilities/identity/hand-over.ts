import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import type { Answer } from '../../platform/endpoint/define-endpoint.ts';
import type { handOverRoles as endpoint } from './contract/users.ts';
import { identityErrors } from './errors.ts';
import { giveRoles } from './give-problem-role.ts';
import { listRolesOfPerson, type RolesInProblem } from './problem-queries.ts';
import { getPerson } from './queries.ts';

/**
 * For leavers: whoever takes over gets every role that the other has and that they lack, so that what waits for a signature
 * waits for them. What was signed stays signed, by who signed it.
 */
export async function handOverRoles(
  ctx: Context,
  { userId, toUserId }: { userId: string; toUserId: string },
): Promise<Answer<typeof endpoint>> {
  if (userId === toUserId) throw identityErrors.ownRole();
  const [from, to] = [await getPerson(ctx.db, userId), await getPerson(ctx.db, toUserId)];
  if (from.status === 'erased') throw identityErrors.wrongStatus({ status: from.status, expected: 'not erased' });
  if (to.status !== 'active') throw identityErrors.wrongStatus({ status: to.status, expected: 'active' });
  const lacking = await listLacking(ctx.db, { userId, toUserId });
  // Who has every role already takes nothing over: no change, and no event.
  if (lacking.length === 0) return { problems: 0, roles: 0 };
  await change(ctx, async (tx) => {
    for (const { problemId, roles } of lacking)
      await giveRoles(tx, { problemId, userId: toUserId, roles, givenBy: ctx.actor.userId });
  });
  return { problems: lacking.length, roles: lacking.flatMap(({ roles }) => roles).length };
}

async function listLacking(
  db: AnyDb,
  { userId, toUserId }: { userId: string; toUserId: string },
): Promise<RolesInProblem[]> {
  const held = new Map((await listRolesOfPerson(db, toUserId)).map(({ problemId, roles }) => [problemId, roles]));
  return (await listRolesOfPerson(db, userId))
    .map(({ problemId, roles }) => ({ problemId, roles: roles.filter((role) => !held.get(problemId)?.includes(role)) }))
    .filter(({ roles }) => roles.length > 0);
}
