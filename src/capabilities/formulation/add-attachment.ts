import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Sha256 } from '../../platform/blobs/sha256.ts';
import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import { type Attachment, attachmentLimit_bytes } from './attachment-contract.ts';
import { asAttachment, getAttachment, listAttachmentsOf, type StoredAttachment } from './attachment-queries.ts';
import { formulationErrors } from './errors.ts';
import { lockForWriting, refuseStopped } from './lock-problem.ts';
import { refuseMore } from './positions.ts';
import { getProblem } from './problem-queries.ts';
import { sniffed_bytes, sniffImage } from './sniff-image.ts';
import { formulationDb } from './tables.ts';

type Content = Pick<StoredAttachment, 'kind' | 'title' | 'url' | 'sha256' | 'media_type' | 'size_bytes'>;

export function addLink(
  ctx: Context,
  { problemId, url, title }: { problemId: string; url: string; title: string },
): Promise<Attachment> {
  return add(ctx, problemId, { kind: 'link', title, url, sha256: null, media_type: null, size_bytes: null });
}

/**
 * Keeps a file as it streams in. What cannot be kept is refused before its bytes are read; where it is refused after all,
 * its bytes do not stay.
 */
export async function uploadAttachment(
  ctx: Context,
  { problemId, title, content }: { problemId: string; title: string; content: unknown },
): Promise<Attachment> {
  refuseStopped(await getProblem(ctx.db, problemId));
  refuseMore(await listAttachmentsOf(ctx.db, problemId));
  if (!(content instanceof Readable)) throw formulationErrors.emptyFile();
  return ctx.blobs.putFor(content, { limit_bytes: attachmentLimit_bytes }, async ({ sha256, size_bytes }) => {
    if (size_bytes === 0) throw formulationErrors.emptyFile();
    const media_type = await imageType(ctx, sha256);
    const kind = media_type ? 'image' : 'file';
    return add(ctx, problemId, { kind, title, url: null, sha256, media_type, size_bytes });
  });
}

async function imageType({ blobs }: Context, sha256: Sha256): Promise<string | null> {
  return sniffImage(await buffer(await blobs.get(sha256, { start: 0, end: sniffed_bytes - 1 })));
}

async function add(ctx: Context, problemId: string, content: Content): Promise<Attachment> {
  const attachmentId = await change(ctx, async (tx) => {
    await lockForWriting(tx, problemId);
    refuseMore(await listAttachmentsOf(tx.db, problemId));
    const id = newId(tx.now);
    const by = { added_by: ctx.actor.userId, added_at: tx.now, removed_at: null };
    await formulationDb(tx.db)
      .insertInto('attachment')
      .values({ id, problem_id: problemId, ...content, ...by })
      .execute();
    const { kind, sha256 } = content;
    tx.record({ type: 'attachment.added', subject: { kind: 'attachment', id }, problemId, data: { kind, sha256 } });
    return id;
  });
  return asAttachment(await getAttachment(ctx.db, { problemId, attachmentId }));
}
