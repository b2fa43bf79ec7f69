import type { FastifyInstance } from 'fastify';
import type { Services } from '../../platform/context/context.ts';
import type { Gatekeeper } from '../../platform/http/gatekeeper.ts';
import { experimentRoutes } from './experiment-routes.ts';
import { readMessage } from './fields.ts';
import { givenMessage } from './given-message.ts';
import { historyRoutes } from './history-routes.ts';
import { modelRoutes } from './model-routes.ts';
import { registryRoutes } from './registry-routes.ts';
import { runRoutes } from './run-routes.ts';
import { serveArtifacts } from './serve-artifacts.ts';
import { serveDownloads } from './serve-downloads.ts';
import { servePartBytes, serveParts } from './serve-parts.ts';
import { serveServer } from './serve-server.ts';
import { answerInItsWords, contextOf, prefixes, type Wire } from './wire-scope.ts';
import type { WireRoute } from './wire-route.ts';

export const mlflowRoutes: readonly WireRoute[] = [
  ...experimentRoutes,
  ...runRoutes,
  ...historyRoutes,
  ...modelRoutes,
  ...registryRoutes,
];

/** A batch of a thousand long values is some megabytes. */
const bodyLimit = 16 * 1024 * 1024;

/**
 * The REST interface of MLflow over our own operations, so that its clients work as they are. An address that is not served
 * answers 404 with the protocol's own words: on a 5xx clients would try again for minutes.
 */
export function serveMlflow(app: FastifyInstance, services: Services, gatekeeper: Gatekeeper): void {
  const wire: Wire = { services, gatekeeper };
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit }, (_request, body, done) => done(null, body));
    answerInItsWords(scope, wire);
    for (const prefix of prefixes)
      for (const route of mlflowRoutes) serveRoute(scope, wire, { ...route, path: `${prefix}${route.path}` });
    serveServer(scope);
  });
  void app.register(async (scope) => serveArtifacts(scope, wire));
  void app.register(async (scope) => serveDownloads(scope, wire));
  void app.register(async (scope) => serveParts(scope, wire));
  void app.register(async (scope) => servePartBytes(scope, wire));
}

function serveRoute(scope: FastifyInstance, wire: Wire, { method, path, fields, handle }: WireRoute): void {
  scope.route({
    method,
    url: path,
    bodyLimit,
    handler: async (request, reply) => {
      const ctx = await contextOf(wire, request);
      const message = readMessage(fields, givenMessage(request, fields));
      const answer = await handle(ctx, message as never);
      return reply.type('application/json; charset=utf-8').send(answer);
    },
  });
}
