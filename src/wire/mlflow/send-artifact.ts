import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type ArtifactFile,
  findArtifact,
  findOutsideArtifact,
  ownPlaceOf,
  trackingErrors,
} from '../../capabilities/tracking/index.ts';
import type { ByteRange } from '../../platform/blobs/blob-store.ts';
import type { Context, Services } from '../../platform/context/context.ts';
import { contentDisposition } from '../../platform/http/content-disposition.ts';

interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
}

export async function sendArtifact(ctx: Context, path: string, exchange: Exchange): Promise<FastifyReply> {
  return sendFile(ctx, await findArtifact(ctx, path), exchange);
}

/** By the address of the place that it is below, which may be a folder that clients write to by themselves. */
export async function sendBelow(
  ctx: Context,
  { uri, path }: { uri: string; path: string },
  exchange: Exchange,
): Promise<FastifyReply> {
  const own = ownPlaceOf(uri);
  if (own !== null) return sendArtifact(ctx, `${own}/${path}`, exchange);
  return sendBytes(await findOutsideArtifact(ctx, uri, path), exchange);
}

export function sendFile(
  { blobs }: Pick<Services, 'blobs'>,
  { sha256, size_bytes, name }: ArtifactFile,
  exchange: Exchange,
): Promise<FastifyReply> {
  exchange.reply.header('etag', `"${sha256}"`);
  return sendBytes({ size_bytes, name, read: (range) => blobs.get(sha256, range) }, exchange);
}

interface Bytes {
  size_bytes: number;
  name: string;
  read: (range?: ByteRange) => Promise<Readable>;
}

/** Whole or a range. Nothing in it may run in a browser or be taken for another type. */
async function sendBytes({ size_bytes, name, read }: Bytes, { request, reply }: Exchange): Promise<FastifyReply> {
  const range = rangeOf(request.headers.range, size_bytes);
  reply.headers({
    'content-type': 'application/octet-stream',
    'content-disposition': contentDisposition('attachment', name),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
    'content-length': range ? range.end - range.start + 1 : size_bytes,
  });
  if (range) reply.status(206).header('content-range', `bytes ${range.start}-${range.end}/${size_bytes}`);
  if (request.method === 'HEAD' || size_bytes === 0) return reply.send('');
  return reply.send(await read(range ?? undefined));
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
  if (!fromEnd || size_bytes === 0) return null;
  const [range, length] = fromEnd;
  if (Number(length) === 0) throw trackingErrors.badRange({ range, size_bytes });
  return { start: Math.max(0, size_bytes - Number(length)), end: last };
}
