import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { identityErrors } from './errors.ts';
import type { ProblemRole } from './permissions.ts';
import { identityDb } from './tables.ts';

/** The second pair of eyes on a role that somebody gave themselves: it signs from now on. */
export async function confirmProblemRole(
  ctx: Context,
  { problemId, userId, role }: { problemId: string; userId: string; role: ProblemRole },
): Promise<void> {
  await change(ctx, async (tx) => {
    const held = await identityDb(tx.db)
      .selectFrom('problem_role')
      .select(['given_by'])
      .where('problem_id', '=', problemId)
      .where('user_id', '=', userId)
      .where('role', '=', role)
      .executeTakeFirst();
    if (!held) throw identityErrors.roleNotHeld({ userId, role });
    if (ctx.actor.userId === userId || ctx.actor.userId === held.given_by) throw identityErrors.ownRole();
    await identityDb(tx.db)
      .updateTable('problem_role')
      .set({ confirmed_by: ctx.actor.userId })
      .where('problem_id', '=', problemId)
      .where('user_id', '=', userId)
      .where('role', '=', role)
      .execute();
    tx.record({
      type: 'problem_access.role_confirmed',
      subject: { kind: 'user', id: userId },
      problemId,
      data: { roles: [role] },
    });
  });
}
