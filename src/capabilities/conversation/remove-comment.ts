import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { askerIn } from './asker-in.ts';
import { changeKeyComment, refuseAccepted } from './change-key-comment.ts';
import type { Comment } from './contract.ts';
import { conversationErrors } from './errors.ts';
import { asComment, getComment, listKeyComments, type StoredComment, type StoredThread } from './queries.ts';
import { lockComment, updateComment, updateThread } from './store.ts';

interface Place {
  problemId: string;
  commentId: string;
}

/** Can be undone by `restoreComment`. */
export async function removeComment(ctx: Context, place: Place): Promise<Comment> {
  await change(ctx, async (tx) => {
    const { thread, comment } = await lockOwn(ctx, tx.db, place);
    if (comment.removed_at !== null || comment.erased_at !== null) throw conversationErrors.gone();
    refuseAccepted(thread, comment);
    if (thread.kind === 'steering' && comment.position === 1) throw conversationErrors.steeringStays();
    await updateComment(tx.db, comment.id, { removed_at: tx.now });
    await updateThread(tx.db, thread.id, { shown_count: thread.shown_count - 1 });
    await changeKeyComment(tx, { thread, comment, staysAsAnswer: false });
    tx.record({ type: 'conversation.comment_removed', ...about(thread, comment) });
  });
  return asComment(await getComment(ctx.db, place));
}

/** An answer stands again where nothing else was said to the remark meanwhile. */
export async function restoreComment(ctx: Context, place: Place): Promise<Comment> {
  await change(ctx, async (tx) => {
    const { thread, comment } = await lockOwn(ctx, tx.db, place);
    if (comment.removed_at === null || comment.erased_at !== null) throw conversationErrors.notRemoved();
    await updateComment(tx.db, comment.id, { removed_at: null });
    const standsAgain = await isStillTheAnswer(tx.db, thread, comment);
    await updateThread(tx.db, thread.id, {
      shown_count: thread.shown_count + 1,
      ...(standsAgain ? { answer_id: comment.id, version: thread.version + 1 } : {}),
    });
    tx.record({ type: 'conversation.comment_restored', ...about(thread, comment) });
  });
  return asComment(await getComment(ctx.db, place));
}

/** Not to a remark that was edited since: that is another remark. */
async function isStillTheAnswer(db: AnyDb, thread: StoredThread, comment: StoredComment): Promise<boolean> {
  if (comment.kind !== 'answer' || thread.state !== 'open' || thread.answer_id !== null) return false;
  const remark = (await listKeyComments(db, [thread])).get(thread.id)?.remark;
  return remark !== undefined && (remark.edited_at ?? 0) <= comment.created_at;
}

async function lockOwn(ctx: Context, db: AnyDb, place: Place) {
  const asker = await askerIn(ctx, db, place.problemId);
  const found = await lockComment(db, place);
  if (found.comment.author_id !== asker.userId) throw conversationErrors.notYours();
  return found;
}

function about(thread: StoredThread, comment: StoredComment) {
  const subject = { kind: 'comment', id: comment.id };
  return { subject, problemId: thread.problem_id, data: { threadId: thread.id } };
}
