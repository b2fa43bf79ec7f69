import type { Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import { hashSecret, newSecret } from './secrets.ts';
import { deleteExpiredSessions, insertSession } from './store.ts';

const hourMs = 3_600_000;

export interface StartedSession {
  userId: string;
  id: string;
  /** for the cookie; the database keeps only its hash */
  secret: string;
  maxAgeS: number;
}

/** How somebody proved who they are. */
export type SignInBy = 'password' | 'oidc' | 'link' | 'owner';

/** Always a new secret: one that was planted in the browser before the sign-in is worth nothing after it. */
export async function startSession(
  tx: Tx,
  { config }: Pick<Context, 'config'>,
  { userId, userAgent, by }: { userId: string; userAgent: string; by: SignInBy },
): Promise<StartedSession> {
  const id = newId(tx.now);
  const secret = newSecret();
  await deleteExpiredSessions(tx.db, { now: tx.now, idleSince: tx.now - config.sessionIdleHours * hourMs });
  await insertSession(tx.db, {
    id,
    token_hash: hashSecret(secret),
    user_id: userId,
    user_agent: userAgent.slice(0, 200),
    created_at: tx.now,
    last_seen_at: tx.now,
    expires_at: tx.now + config.sessionHours * hourMs,
  });
  tx.record({ type: 'session.started', subject: { kind: 'session', id }, problemId: null, data: { userId, by } });
  return { id, userId, secret, maxAgeS: Math.round(config.sessionHours * 3600) };
}
