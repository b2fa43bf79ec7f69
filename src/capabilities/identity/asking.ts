import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../platform/config/config.ts';
import type { Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { clearCookie, readCookie, setCookie } from './cookies.ts';
import type { StartedSession } from './start-session.ts';

/** What an operation must know of the browser that asks. */
export interface Browser {
  /** of the person, not of the proxy before us: Fastify believes only trusted ones */
  address: string;
  userAgent: string;
  /** secret of the session that the browser has now; it ends when another begins */
  sessionSecret: string | null;
}

export function browserOf(request: FastifyRequest, config: Config): Browser {
  return {
    address: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    sessionSecret: readCookie(request, config, 'peil_session'),
  };
}

/** The same context, with the person who has just proved who they are as the one who acts. */
export function actingAs(ctx: Context, userId: string): Context {
  return { ...ctx, actor: { userId, via: 'session', credentialId: null } };
}

/** The same change, with the person whom only the change itself recognises as the one who acts. */
export function recordingAs(tx: Tx, userId: string): Tx {
  return { ...tx, record: (event) => tx.record({ ...event, actorId: userId }) };
}

export function keepSession(reply: FastifyReply, config: Config, session: StartedSession): void {
  setCookie(reply, config, { name: 'peil_session', value: session.secret, maxAgeS: session.maxAgeS });
}

export function dropSession(reply: FastifyReply, config: Config): void {
  clearCookie(reply, config, 'peil_session');
}

/** Where people reach this Peil, with a slash at its end. */
export function addressOf(request: FastifyRequest, { publicUrl, basePath }: Config): string {
  // As browsers and identity providers write it: without a port that goes without saying.
  const { href } = new URL(publicUrl ?? `${request.protocol}://${request.host}${basePath}`);
  return href.endsWith('/') ? href : `${href}/`;
}
