import type { Context } from '../../platform/context/context.ts';
import type { MineInProblem } from './contract/problem-people.ts';
import { standingIn } from './demand.ts';
import { modeOf } from './mode.ts';
import { isByDelegation, isInProblem, judge, type Permission, permissions, problemRoles } from './permissions.ts';
import { getPerson } from './queries.ts';
import { isDelegate } from './signing-roles.ts';

const inProblem = (Object.keys(permissions) as Permission[]).filter((name) => isInProblem(name));

export async function showMineInProblem(ctx: Context, problemId: string): Promise<MineInProblem> {
  const standing = await standingIn(ctx, problemId);
  const isPrivate = standing?.isPrivate ?? false;
  if ((await modeOf(ctx)) === 'personal')
    return { roles: [...problemRoles], unconfirmed: [], permissions: inProblem, private: isPrivate };
  const { organisationRole: role } = await getPerson(ctx.db, ctx.actor.userId);
  const isOfAnother = standing?.roles.length === 0 && !isPrivate && (await isDelegate(ctx, problemId));
  const allowed = inProblem.filter(
    (permission) => judge(permission, role, standing) === 'allowed' || (isOfAnother && isByDelegation(permission)),
  );
  const { roles = [], unconfirmed = [] } = standing ?? {};
  return { roles: [...roles], unconfirmed: [...unconfirmed], permissions: allowed, private: isPrivate };
}
