import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { makeContext, type Services } from '../context/context.ts';
import { preferredLocale } from '../text/locale.ts';
import { type Gatekeeper, nobody, publicPermission } from './gatekeeper.ts';
import { parseRequest } from './parse-request.ts';
import { refuseUnstorable } from './refuse-unstorable.ts';
import type { Route } from './route.ts';

/** Serves the routes: who asks, may they, is it well-formed, do it, check the answer. */
export function serveRoutes(
  app: FastifyInstance,
  services: Services,
  { routes, gatekeeper }: { routes: readonly Route[]; gatekeeper: Gatekeeper },
): void {
  const serve = (server: FastifyInstance, route: Route) => {
    const { method, path, bodyLimit } = route.endpoint;
    server.route({
      method,
      url: path,
      ...(bodyLimit === undefined ? {} : { bodyLimit }),
      handler: (request, reply) => answer(route, services, { request, reply, gatekeeper }),
    });
  };
  for (const route of routes) if (!route.endpoint.bodyType) serve(app, route);
  // In a scope of their own, so that no other address takes a stream.
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
    for (const route of routes) if (route.endpoint.bodyType) serve(scope, route);
  });
}

interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
  gatekeeper: Gatekeeper;
}

async function answer(
  { endpoint, handle }: Route,
  services: Services,
  { request, reply, gatekeeper }: Exchange,
): Promise<FastifyReply> {
  refuseUnstorable(request);
  const isPublic = endpoint.permission === publicPermission;
  const actor = await gatekeeper.recognise(services, request);
  const ctx = makeContext(services, {
    actor: actor ?? nobody,
    requestId: request.id,
    locale: preferredLocale(request.headers['accept-language']),
  });
  if (!isPublic) await gatekeeper.permit(ctx, endpoint.permission, request.params as Record<string, unknown>);
  const parsed = parseRequest(endpoint, request);
  const result = await handle(ctx, { ...parsed, raw: request, reply });
  if (result === reply) return reply;
  const status = endpoint.status ?? 200;
  if (status === 204) return reply.status(204).send();
  if (services.config.checkAnswers) endpoint.answer.parse(result);
  return reply.status(status).send(result);
}
