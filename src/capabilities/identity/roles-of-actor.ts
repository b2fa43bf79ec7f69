import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { identityErrors } from './errors.ts';
import { modeOf } from './mode.ts';
import { countingRoles, type ProblemRole, problemRoles } from './permissions.ts';
import { findStanding } from './problem-queries.ts';

/**
 * What the actor is in this problem, as far as the role counts, as it stands in this transaction. The owner of personal
 * mode is alone and holds every role. Throws 404 where there is no such problem.
 */
export async function rolesOfActor(
  ctx: Context,
  db: AnyDb,
  problemId: string,
): Promise<{ roles: readonly ProblemRole[]; isAlone: boolean }> {
  const standing = await findStanding(db, { problemId, userId: ctx.actor.userId });
  if (!standing) throw identityErrors.problemNotFound({ id: problemId });
  const isAlone = (await modeOf(ctx)) === 'personal';
  return { roles: isAlone ? problemRoles : countingRoles(standing), isAlone };
}
