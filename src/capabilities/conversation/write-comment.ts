import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { askerIn } from './asker-in.ts';
import type { AnswerVerdict, Comment } from './contract.ts';
import { conversationErrors } from './errors.ts';
import { checkMentions } from './mentions.ts';
import { asComment, getComment, type StoredThread } from './queries.ts';
import { type Asker, mayAnswer } from './rules.ts';
import { caseOf } from './show-thread.ts';
import { insertComment, lockThread, updateThread } from './store.ts';

interface NewComment {
  problemId: string;
  threadId: string;
  text: string;
  /** with one, this is the answer to a steering remark; the latest answer stands */
  verdict: AnswerVerdict | null;
}

export async function writeComment(ctx: Context, given: NewComment): Promise<Comment> {
  const { problemId, text, verdict } = given;
  const commentId = await change(ctx, async (tx) => {
    const asker = await askerIn(ctx, tx.db, problemId);
    const thread = await lockThread(tx.db, given);
    const { anchor_kind: kind, anchor_id: id, anchor_field: field, answer_id } = thread;
    if (verdict !== null) refuseAnswer(thread, asker);
    const mentions = await checkMentions(tx.db, text);
    const position = thread.comment_count + 1;
    const comment = verdict === null ? { kind: 'comment' as const } : { kind: 'answer' as const };
    const written = await insertComment(tx, { thread, position, ...comment, verdict, authorId: asker.userId, text });
    await updateThread(tx.db, thread.id, {
      comment_count: position,
      shown_count: thread.shown_count + 1,
      last_at: tx.now,
      ...(verdict === null
        ? {}
        : {
            answer_id: written,
            version: thread.version + 1,
          }),
    });
    const about = { anchor: { kind, id, field: field || null }, kind: thread.kind, commentId: written, mentions };
    const event = { subject: { kind: 'conversation', id: thread.id }, problemId };
    if (verdict === null) tx.record({ ...event, type: 'conversation.commented', data: about });
    else tx.record({ ...event, type: 'conversation.answered', data: { ...about, verdict, before: answer_id } });
    return written;
  });
  return asComment(await getComment(ctx.db, { problemId, commentId }));
}

function refuseAnswer(thread: StoredThread, asker: Asker): void {
  if (thread.kind !== 'steering') throw conversationErrors.notSteering();
  if (thread.state !== 'open') throw conversationErrors.alreadyResolved();
  if (!mayAnswer(caseOf(thread, null), asker)) throw conversationErrors.answerByAnother();
}
