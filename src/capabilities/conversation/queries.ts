import type { Selectable } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import type { Anchor, Comment } from './contract.ts';
import { conversationErrors } from './errors.ts';
import { conversationDb, type ConversationTables } from './tables.ts';

export type StoredThread = Selectable<ConversationTables['conversation_thread']>;
export type StoredComment = Selectable<ConversationTables['conversation_comment']>;

interface InProblem {
  problemId: string;
}

export async function getThread(
  db: AnyDb,
  { problemId, threadId }: InProblem & { threadId: string },
): Promise<StoredThread> {
  const row = await conversationDb(db)
    .selectFrom('conversation_thread')
    .selectAll()
    .where('id', '=', threadId)
    .where('problem_id', '=', problemId)
    .executeTakeFirst();
  if (!row) throw conversationErrors.threadNotFound({ id: threadId });
  return row;
}

export async function getComment(
  db: AnyDb,
  { problemId, commentId }: InProblem & { commentId: string },
): Promise<StoredComment> {
  const row = await conversationDb(db)
    .selectFrom('conversation_comment')
    .selectAll()
    .where('id', '=', commentId)
    .where('problem_id', '=', problemId)
    .executeTakeFirst();
  if (!row) throw conversationErrors.commentNotFound({ id: commentId });
  return row;
}

/** The comments that opened these threads, and the answers that stand in them, by id of the thread. */
export async function listKeyComments(
  db: AnyDb,
  threads: readonly StoredThread[],
): Promise<Map<string, { remark: StoredComment; answer: StoredComment | null }>> {
  if (threads.length === 0) return new Map();
  const threadIds = threads.map(({ id }) => id);
  const answerIds = threads.flatMap(({ answer_id }) => answer_id ?? []);
  const remarks = await conversationDb(db)
    .selectFrom('conversation_comment')
    .selectAll()
    .where('thread_id', 'in', threadIds)
    .where('position', '=', 1)
    .execute();
  const answers = answerIds.length === 0 ? [] : await listById(db, answerIds);
  return new Map(
    remarks.map((remark) => [
      remark.thread_id,
      { remark, answer: answers.find(({ thread_id }) => thread_id === remark.thread_id) ?? null },
    ]),
  );
}

function listById(db: AnyDb, ids: readonly string[]): Promise<StoredComment[]> {
  return conversationDb(db).selectFrom('conversation_comment').selectAll().where('id', 'in', ids).execute();
}

export async function listCommentsOf(
  db: AnyDb,
  { threadId, after, limit }: { threadId: string; after: number; limit: number },
): Promise<{ comments: Comment[]; next: number | null }> {
  const rows = await conversationDb(db)
    .selectFrom('conversation_comment')
    .selectAll()
    .where('thread_id', '=', threadId)
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  return { comments: page.map(asComment), next: rows.length > limit ? (page.at(-1)?.position ?? null) : null };
}

/** Everybody who ever said something in a thread. */
export async function listParticipants(db: AnyDb, threadId: string): Promise<string[]> {
  const rows = await conversationDb(db)
    .selectFrom('conversation_participant')
    .select('user_id')
    .where('thread_id', '=', threadId)
    .execute();
  return rows.map(({ user_id }) => user_id);
}

/** Everything of a problem that somebody said something about. */
export async function listAnchors(db: AnyDb, problemId: string): Promise<Anchor[]> {
  const rows = await conversationDb(db)
    .selectFrom('conversation_thread')
    .select(['anchor_kind as kind', 'anchor_id as id', 'anchor_field as field'])
    .distinct()
    .where('problem_id', '=', problemId)
    .where('shown_count', '>', 0)
    .orderBy('anchor_kind')
    .orderBy('anchor_id')
    .orderBy('anchor_field')
    .execute();
  return rows.map(({ field, ...anchor }) => ({ ...anchor, field: field || null }));
}

/** The steering remarks of a problem, the oldest first. */
export function listSteeringThreads(db: AnyDb, problemId: string): Promise<StoredThread[]> {
  return conversationDb(db)
    .selectFrom('conversation_thread')
    .selectAll()
    .where('problem_id', '=', problemId)
    .where('kind', '=', 'steering')
    .orderBy('opened_at')
    .orderBy('id')
    .execute();
}

/** What was removed or erased is not told, whoever asks. */
export function asComment(row: StoredComment): Comment {
  const state = row.erased_at !== null ? 'erased' : row.removed_at !== null ? 'removed' : 'shown';
  return {
    id: row.id,
    threadId: row.thread_id,
    position: row.position,
    kind: row.kind,
    verdict: row.verdict,
    authorId: row.author_id,
    state,
    text: state === 'shown' ? row.text : null,
    createdAt: row.created_at,
    editedAt: row.edited_at,
    version: row.version,
  };
}
