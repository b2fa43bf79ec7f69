import type { FastifyRequest } from 'fastify';
import type { Actor, Services } from '../../platform/context/context.ts';
import { quietly } from '../../platform/context/change.ts';
import { readCookie } from './cookies.ts';
import { tokenGiven } from './credential-given.ts';
import { identityErrors } from './errors.ts';
import { memoryOf } from './memory.ts';
import { modeOf, ownerId } from './mode.ts';
import { type Credential, findSession, findToken } from './queries.ts';
import { isExpired } from './rules.ts';
import { hashSecret } from './secrets.ts';
import { markSeen } from './store.ts';

const owner: Actor = { userId: ownerId, via: 'personal', credentialId: null };
const reads = new Set(['GET', 'HEAD', 'OPTIONS']);
const markEveryMs = 60_000;

/** Who asks: by token, by session, or as the owner in personal mode. One read at most, none when just seen. */
export async function recognise(services: Services, request: FastifyRequest): Promise<Actor | null> {
  const token = tokenGiven(request);
  if (token !== null) return recogniseToken(services, request, token);
  if ((await modeOf(services)) === 'personal') {
    refuseProxied(request);
    return owner;
  }
  const secret = readCookie(request, services.config, 'peil_session');
  return secret === null ? null : recogniseSession(services, secret);
}

async function recogniseToken(services: Services, request: FastifyRequest, token: string): Promise<Actor> {
  const hash = hashSecret(token);
  const credential = await memoryOf(services).credentials.get(hash, () => findToken(services.database.reader, hash));
  if (!credential || !isUsable(services, credential)) throw identityErrors.unknownToken();
  if (credential.scope === 'read' && !reads.has(request.method))
    throw identityErrors.readOnlyToken({ method: request.method });
  return seen(services, credential);
}

async function recogniseSession(services: Services, secret: string): Promise<Actor | null> {
  const hash = hashSecret(secret);
  const credential = await memoryOf(services).credentials.get(hash, () => findSession(services.database.reader, hash));
  return credential && isUsable(services, credential) ? seen(services, credential) : null;
}

function isUsable({ clock, config }: Services, credential: Credential): boolean {
  return credential.person.status === 'active' && !isExpired(credential, { now: clock.now(), config });
}

async function seen(services: Services, credential: Credential): Promise<Actor> {
  const { person, kind, id } = credential;
  memoryOf(services).people.put(person.id, person);
  const now = services.clock.now();
  if (now - credential.lastSeenAt >= markEveryMs) {
    credential.lastSeenAt = now;
    // A mark that cannot be written (a full disk) is no reason to refuse a read.
    await quietly(services, (db) => markSeen(db, { kind, id, now })).catch((err: unknown) =>
      services.log.warn({ err }, 'a last-seen mark was not written'),
    );
  }
  return { userId: person.id, via: kind, credentialId: id };
}

/** In personal mode nobody signs in, so a proxy that forwards to loopback would let everyone be the owner. */
function refuseProxied({ headers }: FastifyRequest): void {
  if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined)
    throw identityErrors.proxyNeedsTeam();
}
