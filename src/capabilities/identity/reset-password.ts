import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { actingAs, type Browser } from './asking.ts';
import { hashNewPassword } from './change-password.ts';
import type { OfferedLink } from './contract/links.ts';
import { identityErrors } from './errors.ts';
import { countAttempt, getLinkOwner, offerLink, useLink } from './one-time-links.ts';
import { getPerson } from './queries.ts';
import { beginSession } from './sign-in.ts';
import type { StartedSession } from './start-session.ts';
import { attemptsOf } from './attempts.ts';
import { deleteSessions, updateAccount } from './store.ts';

/** Without mail: the administrator hands the link over. The old password works until the link is used. */
export async function offerPasswordReset(ctx: Context, userId: string, base: string): Promise<OfferedLink> {
  return change(ctx, async (tx) => {
    const { status, email } = await getPerson(tx.db, userId);
    if (status !== 'active' || email === null) throw identityErrors.wrongStatus({ status, expected: 'active' });
    tx.record({ type: 'user.reset_offered', subject: { kind: 'user', id: userId }, problemId: null });
    return offerLink(tx, { purpose: 'password_reset', userId, base });
  });
}

export async function resetPassword(
  ctx: Context,
  { secret, password }: { secret: string; password: string },
  browser: Browser,
): Promise<StartedSession> {
  countAttempt(ctx, browser);
  const link = { secret, purpose: 'password_reset' as const };
  const userId = await getLinkOwner(ctx, link);
  const person = await getPerson(ctx.db, userId);
  const password_hash = await hashNewPassword(password, person);
  const session = await change(actingAs(ctx, userId), async (tx) => {
    await useLink(tx, link);
    await updateAccount(tx.db, userId, { password_hash });
    await deleteSessions(tx.db, userId);
    tx.record({ type: 'user.password_reset', subject: { kind: 'user', id: userId }, problemId: null });
    return beginSession(tx, ctx, { userId, by: 'link', browser });
  });
  if (person.email !== null) attemptsOf(ctx).forgive('account', person.email);
  return session;
}
