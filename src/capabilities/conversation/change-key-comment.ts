import type { Tx } from '../../platform/context/change.ts';
import { conversationErrors } from './errors.ts';
import type { StoredComment, StoredThread } from './queries.ts';
import { updateThread } from './store.ts';

/** Of a steering remark that was answered and accepted, both the remark and the answer stay as they were. */
export function refuseAccepted(thread: StoredThread, comment: StoredComment): void {
  const isKey = comment.position === 1 || comment.id === thread.answer_id;
  if (thread.kind === 'steering' && thread.state === 'resolved' && isKey) throw conversationErrors.accepted();
}

/**
 * What follows for an open steering remark when its text or its answer changes: another remark needs another answer, and
 * an answer that went no longer stands. Its version goes up, so that nobody accepts what they have not seen.
 */
export async function changeKeyComment(
  { db }: Tx,
  { thread, comment, staysAsAnswer }: { thread: StoredThread; comment: StoredComment; staysAsAnswer: boolean },
): Promise<void> {
  if (thread.kind !== 'steering') return;
  const isAnswer = comment.id === thread.answer_id;
  if (comment.position !== 1 && !isAnswer) return;
  const answer_id = isAnswer && staysAsAnswer ? thread.answer_id : null;
  await updateThread(db, thread.id, { answer_id, version: thread.version + 1 });
}
