import type { FastifyReply } from 'fastify';
import { asSha256 } from '../../platform/blobs/sha256.ts';
import type { Context } from '../../platform/context/context.ts';
import { getAttachment } from './attachment-queries.ts';
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
      'content-disposition': `${media_type ? 'inline' : 'attachment'}; ${fileName(title)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=3600',
      etag: `"${hash}"`,
    })
    .send(content);
}

/** By RFC 6266: plain letters for who knows no better, and the name as it is, percent-encoded (RFC 8187). */
function fileName(title: string): string {
  const plain = title.replace(/[^\w .()-]/g, '_');
  const exact = encodeURIComponent(title).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `filename="${plain}"; filename*=UTF-8''${exact}`;
}
