import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Context, makeContext, type Services } from '../../platform/context/context.ts';
import { DatabaseError } from '../../platform/db/database-error.ts';
import { AppError } from '../../platform/errors/app-error.ts';
import type { Gatekeeper } from '../../platform/http/gatekeeper.ts';
import { BadBody } from './given-message.ts';
import { InvalidMessage } from './invalid-message.ts';
import { asWireError, type WireError } from './wire-errors.ts';

export interface Wire {
  services: Services;
  gatekeeper: Gatekeeper;
}

/** Clients and browsers each have a prefix of their own, for the same. */
export const prefixes = ['/api/', '/ajax-api/'] as const;

/** What goes wrong in this scope is told in the words of the protocol. */
export function answerInItsWords(scope: FastifyInstance, { services }: Wire): void {
  scope.setErrorHandler((error, request, reply) => {
    const known = wireErrorOf(error, request);
    if (known) return refuse(reply, known);
    const route = request.routeOptions.url;
    services.log.error({ request_id: request.id, err: error, route }, 'a bug, not a mistake of the caller');
    const message = `Something broke inside Peil. Its id in the log is ${request.id}.`;
    return refuse(reply, { status: 500, error_code: 'INTERNAL_ERROR', message });
  });
}

/** Who asks. Throws 401; what they may, the operations know. */
export async function contextOf({ services, gatekeeper }: Wire, request: FastifyRequest): Promise<Context> {
  const actor = await gatekeeper.recognise(services, request);
  if (!actor) throw new Unknown();
  return makeContext(services, { actor, requestId: request.id });
}

class Unknown extends Error {}

export function refuse(reply: FastifyReply, { status, error_code, message }: WireError): FastifyReply {
  return reply.status(status).send({ error_code, message });
}

const signInFirst: WireError = {
  status: 401,
  error_code: 'UNAUTHENTICATED',
  message:
    'Sign in first: give an API token of Peil as MLFLOW_TRACKING_TOKEN, or as MLFLOW_TRACKING_PASSWORD beside any MLFLOW_TRACKING_USERNAME.',
};

function wireErrorOf(error: unknown, request: FastifyRequest): WireError | null {
  if (error instanceof Unknown) return signInFirst;
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
