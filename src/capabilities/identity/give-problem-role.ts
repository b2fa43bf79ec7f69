import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { identityErrors } from './errors.ts';
import type { ProblemRole } from './permissions.ts';
import { deleteRole, insertRoles } from './problem-access.ts';
import { countActivePeople, findStanding } from './problem-queries.ts';
import { getPerson } from './queries.ts';
import { takeTurn } from './store.ts';

interface RoleOfPerson {
  problemId: string;
  userId: string;
  role: ProblemRole;
}

export async function giveProblemRole(ctx: Context, { problemId, userId, role }: RoleOfPerson): Promise<void> {
  const { status } = await getPerson(ctx.db, userId);
  if (status === 'erased' || status === 'inactive')
    throw identityErrors.wrongStatus({ status, expected: 'active or invited' });
  const standing = await findStanding(ctx.db, { problemId, userId });
  // A role that is held already is no change, and no event.
  if (standing?.roles.includes(role)) return;
  await change(ctx, (tx) => giveRoles(tx, { problemId, userId, roles: [role], givenBy: ctx.actor.userId }));
}

export async function giveRoles(
  tx: Tx,
  given: { problemId: string; userId: string; roles: readonly ProblemRole[]; givenBy: string },
): Promise<void> {
  const { problemId, userId, roles } = given;
  if (!(await findStanding(tx.db, { problemId, userId }))) throw identityErrors.problemNotFound({ id: problemId });
  await insertRoles(tx, given);
  tx.record({
    type: 'problem_access.role_given',
    subject: { kind: 'user', id: userId },
    problemId,
    data: { roles },
  });
}

/** Throws 409 where a private problem would be left without anybody who can see it. */
export async function keepSomebody(tx: Tx, { problemId, userId, role }: RoleOfPerson): Promise<void> {
  const standing = await findStanding(tx.db, { problemId, userId });
  if (!standing) throw identityErrors.problemNotFound({ id: problemId });
  const others = await countActivePeople(tx.db, { problemId, except: { userId, role } });
  if (standing.isPrivate && others === 0 && standing.roles.includes(role)) throw identityErrors.lastPerson();
}

export async function takeProblemRole(ctx: Context, { problemId, userId, role }: RoleOfPerson): Promise<void> {
  await change(ctx, async (tx) => {
    await takeTurn(tx.db);
    await keepSomebody(tx, { problemId, userId, role });
    if (!(await deleteRole(tx, { problemId, userId, role }))) throw identityErrors.roleNotHeld({ userId, role });
    tx.record({
      type: 'problem_access.role_taken',
      subject: { kind: 'user', id: userId },
      problemId,
      data: { roles: [role] },
    });
  });
}
