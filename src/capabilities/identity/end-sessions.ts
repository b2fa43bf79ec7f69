import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { identityErrors } from './errors.ts';
import { endSession } from './sign-in.ts';
import { deleteSessions, deleteTokens } from './store.ts';

/** Signs out here. Asked with a token, there is no session to end. */
export async function signOut(ctx: Context): Promise<void> {
  const { via, credentialId: id, userId } = ctx.actor;
  if (via !== 'session' || id === null) return;
  await change(ctx, (tx) => endSession(tx, { id, userId }));
}

/** Signs one of your browsers out. */
export function endOneSession(ctx: Context, id: string): Promise<void> {
  return change(ctx, (tx) => endSession(tx, { id, userId: ctx.actor.userId }));
}

/** Signs every other browser of yours out. */
export async function endOtherSessions(ctx: Context): Promise<{ ended: number }> {
  const { userId, credentialId } = ctx.actor;
  return change(ctx, async (tx) => {
    const ended = await deleteSessions(tx.db, userId, credentialId === null ? {} : { except: credentialId });
    tx.record({
      type: 'session.others_ended',
      subject: { kind: 'user', id: userId },
      problemId: null,
      data: { ended },
    });
    return { ended };
  });
}

export async function revokeToken(ctx: Context, id: string): Promise<void> {
  await change(ctx, async (tx) => {
    const revoked = await deleteTokens(tx.db, ctx.actor.userId, { only: id });
    if (revoked === 0) throw identityErrors.tokenNotFound({ id });
    tx.record({ type: 'token.revoked', subject: { kind: 'token', id }, problemId: null });
  });
}
