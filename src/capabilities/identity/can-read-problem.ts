import type { Context } from '../../platform/context/context.ts';
import { ownerId, modeOf } from './mode.ts';
import { judge } from './permissions.ts';
import { findStanding } from './problem-queries.ts';
import { findPerson } from './queries.ts';

/** Could this person, who need not be the actor, read the problem? Ask it before work or a mention is given to them. */
export async function canReadProblem(
  ctx: Context,
  { userId, problemId }: { userId: string; problemId: string },
): Promise<boolean> {
  const person = await findPerson(ctx.db, userId);
  if (person?.status !== 'active') return false;
  if (userId === ownerId && (await modeOf(ctx)) === 'personal') return true;
  const standing = await findStanding(ctx.db, { problemId, userId });
  return judge('problem.read', person.organisationRole, standing) === 'allowed';
}
