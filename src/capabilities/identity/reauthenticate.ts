import type { Context } from '../../platform/context/context.ts';
import { attemptsOf } from './attempts.ts';
import { identityErrors } from './errors.ts';
import { modeOf } from './mode.ts';
import { isRightPassword } from './passwords.ts';
import { getAccount, listSessions } from './queries.ts';

/** How fresh a sign-in must be for who has no password here. */
const freshFor_ms = 10 * 60_000;

/**
 * Before a signature: is it still the same person? By the password, or, for who signs in at a provider, by a sign-in of the
 * last ten minutes. In personal mode there is nobody else to be told apart.
 */
export async function reauthenticate(ctx: Context, password: string | undefined): Promise<void> {
  if ((await modeOf(ctx)) === 'personal') return;
  const { userId, credentialId } = ctx.actor;
  const account = await getAccount(ctx.db, userId);
  if (account.password_hash === null) {
    const own = (await listSessions(ctx.db, userId)).find((session) => session.id === credentialId);
    if (!own || own.createdAt < ctx.clock.now() - freshFor_ms) throw identityErrors.signInAgain();
    return;
  }
  if (password === undefined) throw identityErrors.passwordNeeded();
  attemptsOf(ctx).count({ kind: 'account', who: userId, what: 'attempts to sign' });
  if (!(await isRightPassword(password, account.password_hash))) throw identityErrors.wrongPassword();
  attemptsOf(ctx).forgive('account', userId);
}
