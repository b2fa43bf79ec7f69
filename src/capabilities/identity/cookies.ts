import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../platform/config/config.ts';

type Scope = Pick<Config, 'basePath' | 'publicUrl'>;

/**
 * A cookie that scripts cannot read and other sites cannot send with a change. Over https its name carries the prefix
 * by which the browser itself refuses one that was set insecurely (RFC 6265bis, section 4.1.3); `__Host-` also needs
 * the path `/`.
 */
export interface PeilCookie {
  name: 'peil_session' | 'peil_oidc';
  value: string;
  maxAgeS: number;
}

export function setCookie(reply: FastifyReply, config: Scope, { name, value, maxAgeS }: PeilCookie): void {
  const parts = [
    `${fullName(name, reply.request, config)}=${value}`,
    `Path=${config.basePath}`,
    `Max-Age=${maxAgeS}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(isSecure(reply.request, config) ? ['Secure'] : []),
  ];
  reply.header('set-cookie', parts.join('; '));
}

export function clearCookie(reply: FastifyReply, config: Scope, name: PeilCookie['name']): void {
  setCookie(reply, config, { name, value: '', maxAgeS: 0 });
}

export function readCookie(request: FastifyRequest, config: Scope, name: PeilCookie['name']): string | null {
  const wanted = fullName(name, request, config);
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key = '', value = ''] = part.trim().split('=', 2);
    if (key === wanted) return value || null;
  }
  return null;
}

/** `X-Forwarded-Proto` counts only from a trusted proxy: Fastify sees to that. */
function isSecure(request: FastifyRequest, config: Scope): boolean {
  return (config.publicUrl?.startsWith('https://') ?? false) || request.protocol === 'https';
}

function fullName(name: PeilCookie['name'], request: FastifyRequest, config: Scope): string {
  if (!isSecure(request, config)) return name;
  return `${config.basePath === '/' ? '__Host-' : '__Secure-'}${name}`;
}
