import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { attemptsOf } from './attempts.ts';
import { identityErrors } from './errors.ts';
import { hashPassword, isRightPassword } from './passwords.ts';
import { type Account, getAccount } from './queries.ts';
import { isGuessable } from './rules.ts';
import { deleteLinks, deleteSessions, updateAccount } from './store.ts';

/** Other sessions end, since whoever changes a password may do so because somebody else knows it. */
export async function changePassword(ctx: Context, { current, next }: { current: string; next: string }) {
  const { userId, credentialId } = ctx.actor;
  attemptsOf(ctx).count({ kind: 'account', who: userId, what: 'attempts to change the password' });
  const account = await getAccount(ctx.db, userId);
  if (!(await isRightPassword(current, account.password_hash))) throw identityErrors.wrongPassword();
  attemptsOf(ctx).forgive('account', userId);
  const password_hash = await hashNewPassword(next, account);
  await change(ctx, async (tx) => {
    await updateAccount(tx.db, userId, { password_hash });
    await deleteLinks(tx.db, userId, 'password_reset');
    const ended = await deleteSessions(tx.db, userId, credentialId === null ? {} : { except: credentialId });
    tx.record({
      type: 'user.password_changed',
      subject: { kind: 'user', id: userId },
      problemId: null,
      data: { sessionsEnded: ended },
    });
  });
}

export async function hashNewPassword(password: string, { name, email }: Pick<Account, 'name' | 'email'>) {
  if (isGuessable(password, [name, email ?? ''])) throw identityErrors.guessablePassword();
  return hashPassword(password);
}
