import fastify, { type FastifyInstance } from 'fastify';
import type { Config } from '../config/config.ts';
import { newId } from '../ids.ts';
import type { Log } from '../log/log.ts';
import { answerErrors, refuseAddress } from './answer-errors.ts';
import { guardRequests } from './guard-requests.ts';
import { securityHeaders } from './security-headers.ts';

/** Fastify with Peil's manners: request ids, guards, headers, errors in one shape. Routes are added by `serveRoutes`. */
export function httpServer(config: Config, log: Log): FastifyInstance {
  const app = fastify({
    logger: false,
    genReqId: () => newId(),
    bodyLimit: 1024 * 1024,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    rewriteUrl: (request) => withoutBasePath(request.url ?? '/', config.basePath),
    forceCloseConnections: true,
    frameworkErrors: refuseAddress,
    // Requests are checked by contracts (zod). Without these, Fastify loads two compilers of schemas at every start: 3 MB for nothing.
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  });
  securityHeaders(app, config);
  guardRequests(app, config);
  answerErrors(app, log);
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const duration_ms = Math.round(reply.elapsedTime * 10) / 10;
    log.debug(
      { request_id: request.id, method: request.method, url: request.url, status: reply.statusCode, duration_ms },
      'answered',
    );
  });
  return app;
}

/** Of a route that was given a schema of Fastify, and never one of a contract. */
function noSchemas(): never {
  throw new Error('Routes are checked by their contracts: give Fastify no schema.');
}

/** A reverse proxy may keep its path (`/peil/api/...`) or strip it: both arrive at the same route. */
function withoutBasePath(url: string, basePath: string): string {
  if (basePath === '/') return url;
  const prefix = basePath.replace(/\/$/, '');
  return url === prefix || url.startsWith(`${prefix}/`) || url.startsWith(`${prefix}?`)
    ? url.slice(prefix.length) || '/'
    : url;
}
