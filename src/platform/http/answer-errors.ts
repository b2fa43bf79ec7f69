import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DatabaseError } from '../db/database-error.ts';
import { AppError } from '../errors/app-error.ts';
import { platformErrors } from '../errors/platform-errors.ts';
import type { Log } from '../log/log.ts';
import { preferredLocale } from '../text/locale.ts';

/** Every refusal has the same shape: `{ error: { code, message, params, requestId } }`, in the caller's language. */
export function answerErrors(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error, request, reply) => {
    const known = asAppError(error, request);
    if (known) return refuse(known, { request, reply });
    log.error(
      { request_id: request.id, err: error, route: request.routeOptions.url },
      'a bug, not a mistake of the caller',
    );
    return reply.status(500).send({
      error: {
        code: 'internal',
        message: `Something broke inside Peil. Its id in the log is ${request.id}.`,
        params: {},
        requestId: request.id,
      },
    });
  });
  app.setNotFoundHandler((request, reply) =>
    refuse(platformErrors.unknownRoute({ method: request.method, path: request.url.split('?')[0] ?? '' }), {
      request,
      reply,
    }),
  );
}

/** What cannot even be routed: an address that does not decode, or one part of it that is longer than any id. */
export function refuseAddress(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const problems = [error.code === 'FST_ERR_BAD_URL' ? 'it does not decode as a URL' : 'a part is longer than any id'];
  refuse(platformErrors.malformed({ where: 'path', problems }), { request, reply });
}

export function refuse(
  error: AppError,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): FastifyReply {
  const message = error.text(preferredLocale(request.headers['accept-language']));
  const retryAfter = error.params['retryAfter_s'];
  if (typeof retryAfter === 'number') reply.header('retry-after', retryAfter);
  return reply
    .status(error.status)
    .send({ error: { code: error.code, message, params: error.params, requestId: request.id } });
}

/** Fastify's own refusals and the database's states, as ours. */
function asAppError(error: unknown, request: FastifyRequest): AppError | null {
  if (error instanceof AppError) return error;
  if (error instanceof DatabaseError) return databaseState(error);
  const { code, statusCode = 500, message } = error as Partial<FastifyError> & Error;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return platformErrors.bodyTooLarge({ limit_bytes: request.routeOptions.bodyLimit ?? 0 });
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return platformErrors.wrongContentType({
      given: request.headers['content-type'] ?? '',
      expected: takesJson(request) ? 'application/json' : 'application/octet-stream',
    });
  }
  return statusCode >= 400 && statusCode < 500 ? platformErrors.unreadableBody({ reason: message }) : null;
}

const takesJson = (request: FastifyRequest): boolean => request.server.hasContentTypeParser('application/json');

function databaseState(error: DatabaseError): AppError | null {
  if (error.kind === 'full') return platformErrors.notReady({ reason: 'the disk is full; nothing was written' });
  if (error.kind === 'busy') return platformErrors.notReady({ reason: 'the database is busy' });
  if (error.kind === 'away') return platformErrors.notReady({ reason: 'the database is away' });
  return null;
}
