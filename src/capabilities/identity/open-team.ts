import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { Browser } from './asking.ts';
import { hashNewPassword } from './change-password.ts';
import { makeOwnerAdministrator } from './become-first-administrator.ts';
import { identityErrors } from './errors.ts';
import { modeOf, ownerId } from './mode.ts';
import { getPerson } from './queries.ts';
import { beginSession } from './sign-in.ts';
import type { StartedSession } from './start-session.ts';

/** From personal to team mode. From here on everybody signs in, on this machine too; the owner has just done so. */
export async function openTeam(
  ctx: Context,
  given: { name?: string; email: string; password: string },
  browser: Browser,
): Promise<StartedSession> {
  if ((await modeOf(ctx)) === 'team') throw identityErrors.alreadyTeam();
  const { name } = { ...(await getPerson(ctx.db, ownerId)), ...given };
  const password_hash = await hashNewPassword(given.password, { name, email: given.email });
  return change(ctx, async (tx) => {
    await makeOwnerAdministrator(tx, { name, email: given.email, password_hash });
    return beginSession(tx, ctx, { userId: ownerId, by: 'owner', browser });
  });
}
