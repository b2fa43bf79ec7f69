import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  abortUpload,
  beginUpload,
  completeUpload,
  findArtifact,
  receivePart,
} from '../../capabilities/tracking/index.ts';
import type { Context } from '../../platform/context/context.ts';
import { DownloadPermits } from './download-permits.ts';
import { type Fields, int64, listOf, type Message, messageOf, readMessage, required, text } from './fields.ts';
import { givenMessage } from './given-message.ts';
import { sendFile } from './send-artifact.ts';
import { answerInItsWords, contextOf, prefixes, type Wire } from './wire-scope.ts';

const tokenHeader = 'x-peil-token';
const at = '2.0/mlflow-artifacts' as const;

const beginning = { '*': required(text), path: required(text), num_parts: int64 };
const ending = { '*': required(text), path: required(text), upload_id: required(text) };
const part = messageOf({ part_number: required(int64), etag: text });
const completing = { ...ending, parts: listOf(part) };

/** In the address the folder, in the message the file, of which clients give the whole path on their own machine. */
function placeOf({ '*': folder, path }: { '*': string; path: string }): string {
  return `${folder.replace(/\/+$/, '')}/${path.split(/[\\/]/).at(-1)}`;
}

/**
 * Files that come in parts, and go in ranges that are fetched side by side. A client sends parts, and fetches ranges, without
 * saying who it is, as it would with any other store: what it may is in the token that it is given with the address.
 */
export async function serveParts(scope: FastifyInstance, wire: Wire): Promise<void> {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  answerInItsWords(scope, wire);
  const permits = new DownloadPermits(wire.services);
  for (const prefix of prefixes) {
    const post = <F extends Fields>(
      what: string,
      fields: F,
      handle: (ctx: Context, message: Message<F>, request: FastifyRequest) => Promise<object>,
    ) =>
      scope.route({
        method: 'POST',
        url: `${prefix}${at}/mpu/${what}/*`,
        handler: async (request) =>
          handle(await contextOf(wire, request), readMessage(fields, givenMessage(request, fields)), request),
      });
    post('create', beginning, async (ctx, message, request) => {
      const parts = message.num_parts ?? 1;
      const { id, token } = await beginUpload(ctx, { place: placeOf(message), parts });
      const credentials = Array.from({ length: parts }, (_, index) => ({
        url: `${addressOf(wire, request)}api/${at}/mpu-parts/${id}/${index + 1}`,
        part_number: index + 1,
        headers: { [tokenHeader]: token },
      }));
      return { upload_id: id, credentials };
    });
    post('complete', completing, async (ctx, message) => {
      const parts = message.parts.map(({ part_number, etag }) => ({ number: part_number, tag: untagged(etag) }));
      await completeUpload(ctx, { id: message.upload_id, place: placeOf(message), parts });
      return {};
    });
    post('abort', ending, async (ctx, message) => {
      await abortUpload(ctx, { id: message.upload_id, place: placeOf(message) });
      return {};
    });
    scope.get(`${prefix}${at}/presigned/*`, async (request) => {
      const { '*': path } = request.params as { '*': string };
      const file = await findArtifact(await contextOf(wire, request), path);
      return {
        url: `${addressOf(wire, request)}api/${at}/presigned-files/${file.sha256}`,
        headers: { [tokenHeader]: permits.give(file) },
        file_size: file.size_bytes,
      };
    });
  }
  scope.get(`/api/${at}/presigned-files/:sha256`, async (request, reply) => {
    const file = permits.check(tokenOf(request), (request.params as { sha256: string }).sha256);
    return sendFile(wire.services, file, { request, reply });
  });
}

/** The address by which the client reached Peil, or the one that people are told to use. */
function addressOf({ services }: Wire, { protocol, host }: FastifyRequest): string {
  const { publicUrl, basePath } = services.config;
  const address = publicUrl ?? `${protocol}://${host}${basePath}`;
  return address.endsWith('/') ? address : `${address}/`;
}

const untagged = (etag: string | null): string => (etag ?? '').replace(/^"|"$/g, '');

function tokenOf({ headers }: FastifyRequest): string {
  const token = headers[tokenHeader];
  return typeof token === 'string' ? token : '';
}

/** A part, as a stream of bytes. */
export async function servePartBytes(scope: FastifyInstance, wire: Wire): Promise<void> {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  answerInItsWords(scope, wire);
  scope.put(`/api/${at}/mpu-parts/:id/:number`, (request, reply) => receive(wire, request, reply));
}

async function receive({ services }: Wire, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { id, number } = request.params as { id: string; number: string };
  const content = request.body instanceof Readable ? request.body : Readable.from([]);
  const tag = await receivePart(services, { id, number: Number(number), token: tokenOf(request) }, content);
  return reply.header('etag', `"${tag}"`).send('');
}
