import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { demand } from '../identity/index.ts';
import { askerIn } from './asker-in.ts';
import type { Comment } from './contract.ts';
import { conversationErrors } from './errors.ts';
import { asComment, getComment } from './queries.ts';
import { lockComment, updateComment } from './store.ts';
import { conversationDb } from './tables.ts';

interface Place {
  problemId: string;
  commentId: string;
}

/**
 * Text of a person, and what it said earlier, gone for good; the comment stays as a tombstone. Events hold no text, so
 * the chain of the audit trail goes on holding. A right of people: also after a no-go has stopped the problem.
 */
export async function eraseComment(ctx: Context, place: Place): Promise<Comment> {
  await change(ctx, async (tx) => {
    const asker = await askerIn(ctx, tx.db, place.problemId);
    const { thread, comment } = await lockComment(tx.db, place);
    if (comment.author_id !== asker.userId) await demand(ctx, 'organisation.administer');
    if (comment.erased_at !== null) throw conversationErrors.gone();
    await updateComment(tx.db, comment.id, { text: '', erased_at: tx.now, version: comment.version + 1 });
    await conversationDb(tx.db).deleteFrom('conversation_earlier_text').where('comment_id', '=', comment.id).execute();
    tx.record({
      type: 'personal_data.comment_erased',
      subject: { kind: 'comment', id: comment.id },
      problemId: place.problemId,
      data: { threadId: thread.id },
    });
  });
  return asComment(await getComment(ctx.db, place));
}
