import type { Context } from '../../platform/context/context.ts';
import type { Answer } from '../../platform/endpoint/define-endpoint.ts';
import type { listSessions as endpoint } from './contract/session.ts';
import { listSessions as findSessions } from './queries.ts';
import { isExpired } from './rules.ts';

/** Those that still let somebody in; the others are taken away with the next sign-in. */
export async function listSessions(ctx: Context): Promise<Answer<typeof endpoint>> {
  const now = ctx.clock.now();
  const sessions = (await findSessions(ctx.db, ctx.actor.userId)).filter(
    (session) => !isExpired({ kind: 'session', ...session }, { now, config: ctx.config }),
  );
  return {
    sessions: sessions.map((session) => ({ ...session, isThisOne: session.id === ctx.actor.credentialId })),
  };
}
