import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { identityErrors } from './errors.ts';
import type { ProblemRole } from './permissions.ts';
import { deleteRole } from './problem-access.ts';
import { keepSomebody } from './give-problem-role.ts';
import { identityDb } from './tables.ts';

interface RoleOfPerson {
  problemId: string;
  userId: string;
  role: ProblemRole;
}

/** The second pair of eyes on a role that somebody gave themselves: it signs from now on. */
export async function confirmProblemRole(ctx: Context, given: RoleOfPerson): Promise<void> {
  const { problemId, userId, role } = given;
  // A role that counts already is no change, and no event.
  if (!(await isWaiting(ctx, ctx.db, given))) return;
  await change(ctx, async (tx) => {
    await identityDb(tx.db)
      .updateTable('problem_role')
      .set({ confirmed_by: ctx.actor.userId })
      .where('problem_id', '=', problemId)
      .where('user_id', '=', userId)
      .where('role', '=', role)
      .execute();
    const subject = { kind: 'user', id: userId };
    tx.record({ type: 'problem_access.role_confirmed', subject, problemId, data: { roles: [role] } });
  });
}

/** The second pair of eyes does not see it: the role is taken away before it ever counted. */
export async function refuseProblemRole(ctx: Context, given: RoleOfPerson): Promise<void> {
  const { problemId, userId, role } = given;
  await change(ctx, async (tx) => {
    if (!(await isWaiting(ctx, tx.db, given))) throw identityErrors.roleCounts({ role });
    await keepSomebody(tx, given);
    await deleteRole(tx, given);
    const subject = { kind: 'user', id: userId };
    tx.record({ type: 'problem_access.role_refused', subject, problemId, data: { roles: [role] } });
  });
}

/** Throws 404 where it is not held, and 409 where it is one's own or one gave it. */
async function isWaiting(ctx: Context, db: AnyDb, { problemId, userId, role }: RoleOfPerson): Promise<boolean> {
  const held = await identityDb(db)
    .selectFrom('problem_role')
    .select(['given_by', 'confirmed_by'])
    .where('problem_id', '=', problemId)
    .where('user_id', '=', userId)
    .where('role', '=', role)
    .executeTakeFirst();
  if (!held) throw identityErrors.roleNotHeld({ userId, role });
  if (ctx.actor.userId === userId || ctx.actor.userId === held.given_by) throw identityErrors.ownRole();
  return held.given_by === userId && held.confirmed_by === null;
}
