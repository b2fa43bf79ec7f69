import type { FastifyRequest } from 'fastify';
import { identityErrors } from './errors.ts';
import { apiTokenPrefix } from './secrets.ts';

/**
 * The API token in the Authorization header: as a bearer, or as the password of basic authentication with any user
 * name, which is how tools send it that know only those. Null where there is no header.
 */
export function tokenGiven(request: FastifyRequest): string | null {
  const { authorization } = request.headers;
  if (authorization === undefined) return null;
  const [, scheme = '', value = ''] = /^(\w+) +(\S+)$/.exec(authorization.trim()) ?? [];
  const token = scheme.toLowerCase() === 'basic' ? passwordOf(value) : value;
  if (!token.startsWith(apiTokenPrefix)) throw identityErrors.unknownToken();
  return token;
}

function passwordOf(basic: string): string {
  const pair = Buffer.from(basic, 'base64').toString('utf8');
  return pair.slice(pair.indexOf(':') + 1);
}
