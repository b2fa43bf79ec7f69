import type { Context } from '../../platform/context/context.ts';
import { askerIn } from './asker-in.ts';
import type { Thread } from './contract.ts';
import { asComment, getThread, listKeyComments, type StoredComment, type StoredThread } from './queries.ts';
import { type Asker, mayAnswer, mayReopen, mayResolve, type ThreadCase, waitsFor } from './rules.ts';

export async function showThread(ctx: Context, place: { problemId: string; threadId: string }): Promise<Thread> {
  const asker = await askerIn(ctx, ctx.db, place.problemId);
  const [thread] = await asThreads(ctx, [await getThread(ctx.db, place)], asker);
  if (!thread) throw new Error(`thread ${place.threadId} has no comment`);
  return thread;
}

/** Threads as this asker sees them. */
export async function asThreads(ctx: Context, rows: readonly StoredThread[], asker: Asker): Promise<Thread[]> {
  const comments = await listKeyComments(ctx.db, rows);
  return rows.flatMap((row) => {
    const found = comments.get(row.id);
    return found ? [asThread(row, found, asker)] : [];
  });
}

/** What the rules need of a thread, with the answer that stands in it. */
export function caseOf(
  { kind, state, opened_by: openedBy }: StoredThread,
  answer: Pick<StoredComment, 'author_id'> | null,
): ThreadCase {
  return { kind, state, openedBy, answeredBy: answer?.author_id ?? null };
}

function asThread(
  row: StoredThread,
  { remark, answer }: { remark: StoredComment; answer: StoredComment | null },
  asker: Asker,
): Thread {
  const thread = caseOf(row, answer);
  return {
    id: row.id,
    anchor: { kind: row.anchor_kind, id: row.anchor_id, field: row.anchor_field || null },
    kind: row.kind,
    state: row.state,
    openedBy: row.opened_by,
    openedAt: row.opened_at,
    lastAt: row.last_at,
    commentCount: row.shown_count,
    remark: asComment(remark),
    answer: answer && answer.verdict && { commentId: answer.id, by: answer.author_id, verdict: answer.verdict },
    resolvedBy: row.resolved_by,
    resolvedAt: row.resolved_at,
    waitsFor: waitsFor(thread),
    may: {
      answer: mayAnswer(thread, asker),
      resolve: mayResolve(thread, asker),
      reopen: mayReopen(thread, asker),
    },
    version: row.version,
  };
}
