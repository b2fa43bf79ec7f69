import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { getAttachment } from './attachment-queries.ts';
import { lockForWriting } from './lock-problem.ts';
import { formulationDb } from './tables.ts';

/** Its bytes stay, so that it can be restored, and since a decision may stand on them. */
export async function removeAttachment(
  ctx: Context,
  { problemId, attachmentId }: { problemId: string; attachmentId: string },
): Promise<{ id: string; removedAt: number }> {
  return change(ctx, async (tx) => {
    await lockForWriting(tx, problemId);
    await getAttachment(tx.db, { problemId, attachmentId });
    await formulationDb(tx.db)
      .updateTable('attachment')
      .set({ removed_at: tx.now })
      .where('id', '=', attachmentId)
      .execute();
    tx.record({ type: 'attachment.removed', subject: { kind: 'attachment', id: attachmentId }, problemId });
    return { id: attachmentId, removedAt: tx.now };
  });
}
