import type { Updateable } from 'kysely';
import type { Tx } from '../../platform/context/change.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import type { AnswerVerdict, CommentKind } from './contract.ts';
import { conversationErrors } from './errors.ts';
import { getComment, type StoredComment, type StoredThread } from './queries.ts';
import { conversationDb, type ConversationTables } from './tables.ts';

/** The row of a thread is its lock: who says or decides something in it takes it first, so positions have no gaps. */
export async function lockThread(
  db: AnyDb,
  { problemId, threadId }: { problemId: string; threadId: string },
): Promise<StoredThread> {
  const row = await conversationDb(db)
    .updateTable('conversation_thread')
    .set((eb) => ({ comment_count: eb.ref('comment_count') }))
    .where('id', '=', threadId)
    .where('problem_id', '=', problemId)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw conversationErrors.threadNotFound({ id: threadId });
  return row;
}

/** A comment with its thread, locked; read again after the lock, since it may have changed while we waited. */
export async function lockComment(
  db: AnyDb,
  place: { problemId: string; commentId: string },
): Promise<{ thread: StoredThread; comment: StoredComment }> {
  const { thread_id: threadId } = await getComment(db, place);
  const thread = await lockThread(db, { problemId: place.problemId, threadId });
  return { thread, comment: await getComment(db, place) };
}

export async function updateThread(
  db: AnyDb,
  id: string,
  changes: Updateable<ConversationTables['conversation_thread']>,
): Promise<void> {
  await conversationDb(db).updateTable('conversation_thread').set(changes).where('id', '=', id).execute();
}

export async function updateComment(
  db: AnyDb,
  id: string,
  changes: Updateable<ConversationTables['conversation_comment']>,
): Promise<void> {
  await conversationDb(db).updateTable('conversation_comment').set(changes).where('id', '=', id).execute();
}

interface NewComment {
  thread: Pick<StoredThread, 'id' | 'problem_id'>;
  position: number;
  kind: CommentKind;
  verdict: AnswerVerdict | null;
  authorId: string;
  text: string;
}

/** Writes a comment, and that its writer takes part in the thread. */
export async function insertComment({ db, now }: Tx, given: NewComment): Promise<string> {
  const id = newId(now);
  const { thread, position, kind, verdict, authorId: author_id, text } = given;
  const never = { edited_at: null, removed_at: null, erased_at: null };
  await conversationDb(db)
    .insertInto('conversation_comment')
    .values({
      id,
      thread_id: thread.id,
      problem_id: thread.problem_id,
      position,
      kind,
      verdict,
      author_id,
      text,
      version: 1,
      created_at: now,
      ...never,
    })
    .execute();
  await conversationDb(db)
    .insertInto('conversation_participant')
    .values({ thread_id: thread.id, user_id: author_id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return id;
}
