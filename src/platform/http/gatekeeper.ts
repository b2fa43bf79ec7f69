import type { FastifyRequest } from 'fastify';
import type { Actor, Context, Services } from '../context/context.ts';

/** Who is asking, and whether they may: identity answers, the server joins it in. */
export interface Gatekeeper {
  /** The actor behind the request's cookie, token or loopback address; null for nobody. Throws 401 on a bad credential. */
  recognise(services: Services, request: FastifyRequest): Promise<Actor | null>;
  /** Throws 401, 403 or (for what the actor may not even know of) 404. */
  permit(ctx: Context, permission: string, params: Readonly<Record<string, unknown>>): Promise<void>;
}

/** The permission of an address that needs nobody: allowed only for the ids on the server's public list. */
export const publicPermission = 'public';

export const nobody: Actor = { userId: 'nobody', via: 'system', credentialId: null };
