import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { type Browser, recordingAs } from './asking.ts';
import { attemptsOf } from './attempts.ts';
import { identityErrors } from './errors.ts';
import { isRightPassword } from './passwords.ts';
import { findAccountByEmail, findSession } from './queries.ts';
import { normaliseEmail } from './rules.ts';
import { hashSecret } from './secrets.ts';
import { type SignInBy, type StartedSession, startSession } from './start-session.ts';
import { deleteSessions, holdAccount } from './store.ts';

/**
 * Begins a session for who knows the password. An unknown address, a wrong password and a person who has left get the
 * same answer, in the same time, with the same write.
 */
export async function signIn(
  ctx: Context,
  given: { email: string; password: string },
  browser: Browser,
): Promise<StartedSession> {
  const email = normaliseEmail(given.email);
  const attempts = attemptsOf(ctx);
  attempts.count({ kind: 'address', who: browser.address, what: 'attempts to sign in' });
  attempts.count({ kind: 'account', who: email, what: 'attempts to sign in' });
  const account = await findAccountByEmail(ctx.db, email);
  const isRight = await isRightPassword(given.password, account?.password_hash ?? null);
  const session = await change(ctx, async (tx) => {
    if (account && isRight && (await holdAccount(tx.db, account)))
      return beginSession(recordingAs(tx, account.id), ctx, { userId: account.id, by: 'password', browser });
    const subject = { kind: 'user', id: account?.id ?? 'nobody' };
    tx.record({ type: 'session.refused', subject, problemId: null });
    return null;
  });
  // The refusal is on record, so it is thrown only here.
  if (session === null) throw identityErrors.wrongSignIn();
  attempts.forgive('account', email);
  return session;
}

/**
 * The session that the browser had ends with it: a sign-in always changes the secret. Whoever comes this far was not
 * guessing.
 */
export async function beginSession(
  tx: Tx,
  ctx: Context,
  { userId, by, browser }: { userId: string; by: SignInBy; browser: Browser },
): Promise<StartedSession> {
  if (browser.sessionSecret !== null) {
    const old = await findSession(tx.db, hashSecret(browser.sessionSecret));
    if (old) await endSession(tx, { id: old.id, userId: old.person.id });
  }
  attemptsOf(ctx).giveBack('address', browser.address);
  return startSession(tx, ctx, { userId, userAgent: browser.userAgent, by });
}

export async function endSession(tx: Tx, { id, userId }: { id: string; userId: string }): Promise<void> {
  const ended = await deleteSessions(tx.db, userId, { only: id });
  if (ended === 0) throw identityErrors.sessionNotFound({ id });
  tx.record({ type: 'session.ended', subject: { kind: 'session', id }, problemId: null, data: { userId } });
}
