import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { makeContext, type Services } from '../../platform/context/context.ts';
import { DatabaseError } from '../../platform/db/database-error.ts';
import { AppError } from '../../platform/errors/app-error.ts';
import type { Gatekeeper } from '../../platform/http/gatekeeper.ts';
import { experimentRoutes } from './experiment-routes.ts';
import { type Fields, readMessage } from './fields.ts';
import { InvalidMessage } from './invalid-message.ts';
import { runRoutes } from './run-routes.ts';
import { asWireError, type WireError } from './wire-errors.ts';
import type { WireRoute } from './wire-route.ts';

export const mlflowRoutes: readonly WireRoute[] = [...experimentRoutes, ...runRoutes];

/** Clients and browsers each have a prefix of their own, for the same. */
const prefixes = ['/api/', '/ajax-api/'];
/** A batch of a thousand long values is some megabytes. */
const bodyLimit = 16 * 1024 * 1024;

/**
 * The REST interface of MLflow over our own operations, so that its clients work as they are. An address that is not served
 * answers 404 with the protocol's own words: on a 5xx clients would try again for minutes.
 */
export function serveMlflow(app: FastifyInstance, services: Services, gatekeeper: Gatekeeper): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit }, (_request, body, done) => done(null, body));
    scope.setErrorHandler((error, request, reply) => {
      const known = wireErrorOf(error, request);
      if (known) return refuse(reply, known);
      services.log.error({ request_id: request.id, err: error, route: request.routeOptions.url }, 'a bug');
      const message = `Something broke inside Peil. Its id in the log is ${request.id}.`;
      return refuse(reply, { status: 500, error_code: 'INTERNAL_ERROR', message });
    });
    for (const route of mlflowRoutes)
      for (const prefix of prefixes)
        scope.route({
          method: route.method,
          url: `${prefix}${route.path}`,
          bodyLimit,
          handler: (request, reply) => answer(route, services, { request, reply, gatekeeper }),
        });
    for (const prefix of prefixes)
      for (const version of ['2.0', '3.0'])
        scope.all(`${prefix}${version}/*`, (request, reply) =>
          refuse(reply, {
            status: 404,
            error_code: 'ENDPOINT_NOT_FOUND',
            message: `Peil does not serve ${request.method} ${request.url.split('?')[0]}.`,
          }),
        );
  });
}

interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
  gatekeeper: Gatekeeper;
}

async function answer(
  { fields, handle }: WireRoute,
  services: Services,
  { request, reply, gatekeeper }: Exchange,
): Promise<FastifyReply> {
  const actor = await gatekeeper.recognise(services, request);
  if (!actor)
    return refuse(reply, {
      status: 401,
      error_code: 'UNAUTHENTICATED',
      message:
        'Sign in first: give an API token of Peil as MLFLOW_TRACKING_TOKEN, or as the password of MLFLOW_TRACKING_USERNAME.',
    });
  const ctx = makeContext(services, { actor, requestId: request.id });
  const message = readMessage(fields, givenIn(request, fields));
  return reply.send(await handle(ctx, message as never));
}

/** A GET says it in its address, everything else (also a DELETE) in its body; an empty body says nothing. */
function givenIn(request: FastifyRequest, fields: Fields): Readonly<Record<string, unknown>> {
  if (request.method === 'GET') return givenInAddress(request, fields);
  const body = typeof request.body === 'string' ? request.body.trim() : '';
  if (body === '') return {};
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    throw new BadBody('Bad Request. Content-Type header must be application/json.');
  const parsed = parse(body);
  // Old clients encode twice.
  const message = typeof parsed === 'string' ? parse(parsed) : parsed;
  if (typeof message !== 'object' || message === null || Array.isArray(message))
    throw new BadBody('Bad Request. The body must be an object of JSON.');
  return message as Record<string, unknown>;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new BadBody(`Bad Request. The body is no JSON: ${(error as Error).message}`);
  }
}

class BadBody extends Error {}

/** The same name twice is a list. */
function givenInAddress(request: FastifyRequest, fields: Fields): Readonly<Record<string, unknown>> {
  const query = request.query as Record<string, string | string[]>;
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      fields[name]?.isList && !Array.isArray(value) ? [value] : value,
    ]),
  );
}

function wireErrorOf(error: unknown, request: FastifyRequest): WireError | null {
  if (error instanceof InvalidMessage)
    return { status: 400, error_code: 'INVALID_PARAMETER_VALUE', message: error.sentence(asGiven(request)) };
  if (error instanceof BadBody) return { status: 400, error_code: 'BAD_REQUEST', message: error.message };
  if (error instanceof AppError) return asWireError(error);
  if (error instanceof DatabaseError && ['full', 'busy', 'away'].includes(error.kind))
    return { status: 503, error_code: 'TEMPORARILY_UNAVAILABLE', message: 'The database is full, busy or away.' };
  return ofFramework(error as { statusCode?: number } & Error);
}

const asGiven = ({ method, url, body }: FastifyRequest): string =>
  method !== 'GET' && typeof body === 'string' ? body : (url.split('?')[1] ?? '');

/** Too large a body, for one. */
function ofFramework({ statusCode = 500, message }: { statusCode?: number } & Error): WireError | null {
  return statusCode >= 400 && statusCode < 500 ? { status: statusCode, error_code: 'BAD_REQUEST', message } : null;
}

function refuse(reply: FastifyReply, { status, error_code, message }: WireError): FastifyReply {
  return reply.status(status).send({ error_code, message });
}
