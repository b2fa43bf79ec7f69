import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import { askerIn } from './asker-in.ts';
import type { Anchor, Thread, ThreadKind } from './contract.ts';
import { conversationErrors } from './errors.ts';
import { checkMentions } from './mentions.ts';
import { mayOpenSteering } from './rules.ts';
import { showThread } from './show-thread.ts';
import { insertComment } from './store.ts';
import { conversationDb } from './tables.ts';

export interface NewThread {
  problemId: string;
  anchor: Anchor;
  kind: ThreadKind;
  text: string;
}

/** For other capabilities too, in their own change: opens a thread in the name of the actor, and answers its id. */
export async function openThread(ctx: Context, tx: Tx, given: NewThread): Promise<string> {
  const { problemId, anchor, kind, text } = given;
  const asker = await askerIn(ctx, tx.db, problemId);
  if (kind === 'steering' && !mayOpenSteering(asker)) throw conversationErrors.steeringByExpert();
  const mentions = await checkMentions(tx.db, text);
  const id = newId(tx.now);
  await conversationDb(tx.db)
    .insertInto('conversation_thread')
    .values({
      id,
      problem_id: problemId,
      kind,
      state: 'open',
      version: 1,
      anchor_kind: anchor.kind,
      anchor_id: anchor.id,
      anchor_field: anchor.field ?? '',
      opened_by: asker.userId,
      opened_at: tx.now,
      last_at: tx.now,
      comment_count: 1,
      shown_count: 1,
      answer_id: null,
      resolved_by: null,
      resolved_at: null,
    })
    .execute();
  const thread = { id, problem_id: problemId };
  const remark = { thread, position: 1, kind: 'remark' as const, verdict: null, authorId: asker.userId, text };
  const commentId = await insertComment(tx, remark);
  const subject = { kind: 'conversation', id };
  tx.record({ type: 'conversation.opened', subject, problemId, data: { anchor, kind, commentId, mentions } });
  return id;
}

export async function beginThread(ctx: Context, given: NewThread): Promise<Thread> {
  const threadId = await change(ctx, (tx) => openThread(ctx, tx, given));
  return showThread(ctx, { problemId: given.problemId, threadId });
}
