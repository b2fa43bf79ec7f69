import type { FastifyReply } from 'fastify';
import { asSha256 } from '../../platform/blobs/sha256.ts';
import type { Context } from '../../platform/context/context.ts';
import { getAttachment } from './attachment-queries.ts';
import { contentDisposition } from '../../platform/http/content-disposition.ts';
import { formulationErrors } from './errors.ts';

/**
 * Streams the bytes of a file. Only pictures are shown by the browser; everything else is saved, never opened in place,
 * and nothing in it may run, load or be taken for another type.
 */
export async function sendAttachment(
  ctx: Context,
  place: { problemId: string; attachmentId: string },
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { title, url, sha256, media_type, size_bytes } = await getAttachment(ctx.db, place);
  const hash = asSha256(sha256 ?? '');
  if (!hash) throw formulationErrors.attachmentIsLink({ url: url ?? '' });
  const content = await ctx.blobs.get(hash);
  return reply
    .headers({
      'content-type': media_type ?? 'application/octet-stream',
      'content-length': size_bytes ?? 0,
      'content-disposition': contentDisposition(media_type ? 'inline' : 'attachment', title),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=3600',
      etag: `"${hash}"`,
    })
    .send(content);
}
