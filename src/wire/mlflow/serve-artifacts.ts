import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  findArtifact,
  listArtifacts,
  removeArtifacts,
  storeArtifact,
  trackingErrors,
} from '../../capabilities/tracking/index.ts';
import { contentDisposition } from '../../platform/http/content-disposition.ts';
import { artifactAnswer } from './answers.ts';
import { answerInItsWords, contextOf, prefixes, refuse, type Wire } from './wire-scope.ts';

/**
 * Artifacts through Peil, as clients send them to the server that they track with: each file one stream. What a client could do
 * in parts it does in one where it is answered 501.
 */
export async function serveArtifacts(scope: FastifyInstance, wire: Wire): Promise<void> {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  answerInItsWords(scope, wire);
  for (const prefix of prefixes) {
    const at = `${prefix}2.0/mlflow-artifacts`;
    scope.get(`${at}/artifacts`, async (request) => {
      const { path = '' } = request.query as { path?: string };
      const entries = await listArtifacts(await contextOf(wire, request), path);
      return { files: entries.map(artifactAnswer) };
    });
    scope.get(`${at}/artifacts/*`, (request, reply) => send(wire, request, reply));
    scope.put(`${at}/artifacts/*`, async (request) => {
      const content = request.body instanceof Readable ? request.body : Readable.from([]);
      await storeArtifact(await contextOf(wire, request), pathOf(request), content);
      return {};
    });
    scope.delete(`${at}/artifacts/*`, async (request) => {
      await removeArtifacts(await contextOf(wire, request), pathOf(request));
      return {};
    });
    for (const inParts of ['mpu', 'presigned'])
      scope.all(`${at}/${inParts}/*`, async (request, reply) => {
        await contextOf(wire, request);
        const message = 'Peil takes and gives each artifact as one stream, not in parts.';
        return refuse(reply, { status: 501, error_code: 'NOT_IMPLEMENTED', message });
      });
  }
}

const pathOf = (request: FastifyRequest): string => (request.params as { '*': string })['*'];

/** Nothing in it may run in a browser or be taken for another type. */
async function send(wire: Wire, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const ctx = await contextOf(wire, request);
  const { sha256, size_bytes, name } = await findArtifact(ctx, pathOf(request));
  const range = rangeOf(request.headers.range, size_bytes);
  reply.headers({
    'content-type': 'application/octet-stream',
    'content-disposition': contentDisposition('attachment', name),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    etag: `"${sha256}"`,
    'cache-control': 'no-store',
    'content-length': range ? range.end - range.start + 1 : size_bytes,
  });
  if (range) reply.status(206).header('content-range', `bytes ${range.start}-${range.end}/${size_bytes}`);
  if (request.method === 'HEAD' || size_bytes === 0) return reply.send('');
  return reply.send(await ctx.blobs.get(sha256, range ?? undefined));
}

/** One range of bytes (RFC 9110, 14.2); what is no range, or several, is the whole. Throws 416. */
function rangeOf(header: string | undefined, size_bytes: number): { start: number; end: number } | null {
  const last = size_bytes - 1;
  const fromStart = /^bytes=(\d+)-(\d*)$/.exec(header ?? '');
  if (fromStart) {
    const [range, start, end] = fromStart;
    const found = { start: Number(start), end: end ? Math.min(Number(end), last) : last };
    if (found.start > found.end) throw trackingErrors.badRange({ range, size_bytes });
    return found;
  }
  const fromEnd = /^bytes=-(\d+)$/.exec(header ?? '');
  return fromEnd && size_bytes > 0 ? { start: Math.max(0, size_bytes - Number(fromEnd[1])), end: last } : null;
}
