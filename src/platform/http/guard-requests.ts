import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Config, loopbackHosts } from '../config/config.ts';
import { platformErrors } from '../errors/platform-errors.ts';

/**
 * Checks of every request, in personal and team mode alike, before anything is read from it:
 * the Host must be ours (DNS rebinding), and a change must come from our own page or from no page at all (CSRF).
 */
export function guardRequests(app: FastifyInstance, config: Config): void {
  const hosts = ourHosts(config);
  app.addHook('onRequest', async (request) => {
    if (!hosts.has(request.hostname.toLowerCase())) throw platformErrors.foreignHost({ host: request.host });
    if (request.method !== 'GET' && request.method !== 'HEAD') refuseForeignPage(request, config);
  });
}

function ourHosts(config: Config): Set<string> {
  const named = config.publicUrl ? [new URL(config.publicUrl).hostname] : [];
  return new Set(
    [...loopbackHosts, '[::1]', config.host, ...named, ...config.allowedHosts].map((host) => host.toLowerCase()),
  );
}

function refuseForeignPage(request: FastifyRequest, config: Config): void {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin !== undefined && !isOurOrigin(origin, request, config)) throw platformErrors.foreignOrigin({ origin });
  if (site === 'cross-site' || site === 'same-site') throw platformErrors.foreignOrigin({ origin: origin ?? site });
}

function isOurOrigin(origin: string, request: FastifyRequest, config: Config): boolean {
  if (config.publicUrl && origin === new URL(config.publicUrl).origin) return true;
  return origin === `${request.protocol}://${request.host}`;
}
