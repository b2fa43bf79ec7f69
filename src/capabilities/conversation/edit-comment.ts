import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { platformErrors } from '../../platform/errors/platform-errors.ts';
import { askerIn } from './asker-in.ts';
import { changeKeyComment, refuseAccepted } from './change-key-comment.ts';
import type { Comment } from './contract.ts';
import { conversationErrors } from './errors.ts';
import { checkMentions, mentionedIn } from './mentions.ts';
import { asComment, getComment, type StoredComment } from './queries.ts';
import { lockComment, updateComment } from './store.ts';
import { conversationDb } from './tables.ts';

interface Edit {
  problemId: string;
  commentId: string;
  text: string;
  version: number;
}

export async function editComment(ctx: Context, given: Edit): Promise<Comment> {
  const { problemId, commentId, text } = given;
  await change(ctx, async (tx) => {
    const asker = await askerIn(ctx, tx.db, problemId);
    const { thread, comment } = await lockComment(tx.db, given);
    if (comment.author_id !== asker.userId) throw conversationErrors.notYours();
    if (comment.removed_at !== null || comment.erased_at !== null) throw conversationErrors.gone();
    refuseStale(comment, given);
    refuseAccepted(thread, comment);
    const mentions = await checkMentions(tx.db, text);
    await keepEarlierText(tx, comment);
    const version = comment.version + 1;
    await updateComment(tx.db, commentId, { text, version, edited_at: tx.now });
    await changeKeyComment(tx, { thread, comment, staysAsAnswer: true });
    const before = mentionedIn(comment.text);
    tx.record({
      type: 'conversation.comment_edited',
      subject: { kind: 'comment', id: commentId },
      problemId,
      data: {
        threadId: thread.id,
        anchor: { kind: thread.anchor_kind, id: thread.anchor_id, field: thread.anchor_field || null },
        version,
        // Who was mentioned before has heard of it.
        mentions: mentions.filter((id) => !before.includes(id)),
      },
    });
  });
  return asComment(await getComment(ctx.db, { problemId, commentId }));
}

function refuseStale({ version: current, text: theirs }: StoredComment, { text: yours, version: given }: Edit): void {
  if (given !== current) throw platformErrors.changedMeanwhile({ yours, theirs, given, current });
}

async function keepEarlierText({ db }: Tx, comment: StoredComment): Promise<void> {
  const { id: comment_id, version, text, edited_at, created_at } = comment;
  await conversationDb(db)
    .insertInto('conversation_earlier_text')
    .values({ comment_id, version, text, written_at: edited_at ?? created_at })
    .execute();
}
