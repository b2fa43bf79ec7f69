import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { Attachment } from './attachment-contract.ts';
import { asAttachment, getAttachment, getStoredAttachment, listAttachmentsOf } from './attachment-queries.ts';
import { formulationErrors } from './errors.ts';
import { lockForWriting } from './lock-problem.ts';
import { refuseMore } from './positions.ts';
import { formulationDb } from './tables.ts';

export async function restoreAttachment(
  ctx: Context,
  place: { problemId: string; attachmentId: string },
): Promise<Attachment> {
  const { problemId, attachmentId } = place;
  await change(ctx, async (tx) => {
    await lockForWriting(tx, problemId);
    const stored = await getStoredAttachment(tx.db, place);
    if (stored.removed_at === null) throw formulationErrors.notRemoved();
    refuseMore(await listAttachmentsOf(tx.db, problemId));
    await formulationDb(tx.db)
      .updateTable('attachment')
      .set({ removed_at: null })
      .where('id', '=', attachmentId)
      .execute();
    tx.record({ type: 'attachment.restored', subject: { kind: 'attachment', id: attachmentId }, problemId });
  });
  return asAttachment(await getAttachment(ctx.db, place));
}
