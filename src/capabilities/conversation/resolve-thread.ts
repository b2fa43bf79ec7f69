import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { platformErrors } from '../../platform/errors/platform-errors.ts';
import { askerIn } from './asker-in.ts';
import type { Thread } from './contract.ts';
import { conversationErrors } from './errors.ts';
import { listKeyComments, type StoredComment, type StoredThread } from './queries.ts';
import { type Asker, mayAccept, mayReopen } from './rules.ts';
import { showThread } from './show-thread.ts';
import { lockThread, updateThread } from './store.ts';

interface Decided {
  problemId: string;
  threadId: string;
  version: number;
}

/** Of a steering remark: the expert accepts the answer that stands. */
export async function resolveThread(ctx: Context, given: Decided): Promise<Thread> {
  await change(ctx, async (tx) => {
    const { asker, thread, answer } = await locked(ctx, tx.db, given);
    if (thread.state !== 'open') throw conversationErrors.alreadyResolved();
    refuseStale(given, { thread, answer }, 'resolved');
    if (thread.kind === 'steering') refuseUnaccepted(answer, asker);
    await updateThread(tx.db, thread.id, {
      state: 'resolved',
      resolved_by: asker.userId,
      resolved_at: tx.now,
      version: thread.version + 1,
    });
    const data = { ...about(thread), ...(answer ? { answerId: answer.id, verdict: answer.verdict } : {}) };
    tx.record({ type: 'conversation.resolved', ...subjectOf(thread), data });
  });
  return showThread(ctx, given);
}

/** What was answered before is still there to read; it takes a new answer to close a steering remark again. */
export async function reopenThread(ctx: Context, given: Decided): Promise<Thread> {
  await change(ctx, async (tx) => {
    const { asker, thread, answer } = await locked(ctx, tx.db, given);
    if (thread.state !== 'resolved') throw conversationErrors.notResolved();
    refuseStale(given, { thread, answer }, 'open');
    if (!mayReopen(thread, asker)) throw conversationErrors.reopenedByRole();
    const none = { answer_id: null, resolved_by: null, resolved_at: null };
    await updateThread(tx.db, thread.id, { state: 'open', ...none, last_at: tx.now, version: thread.version + 1 });
    tx.record({ type: 'conversation.reopened', ...subjectOf(thread), data: about(thread) });
  });
  return showThread(ctx, given);
}

async function locked(ctx: Context, db: AnyDb, given: Decided) {
  const asker = await askerIn(ctx, db, given.problemId);
  const thread = await lockThread(db, given);
  const answer = (await listKeyComments(db, [thread])).get(thread.id)?.answer ?? null;
  return { asker, thread, answer };
}

function refuseUnaccepted(answer: StoredComment | null, asker: Asker): void {
  if (!answer) throw conversationErrors.unanswered();
  if (!mayAccept({ answeredBy: answer.author_id }, asker)) throw conversationErrors.acceptedByExpert();
}

/** Nobody accepts an answer, or a remark, that they have not seen. */
function refuseStale(
  { version: given }: Decided,
  { thread, answer }: { thread: StoredThread; answer: StoredComment | null },
  wanted: string,
): void {
  const { version: current, state } = thread;
  if (given === current) return;
  const theirs = { state, answer: answer && { verdict: answer.verdict, text: answer.text } };
  throw platformErrors.changedMeanwhile({ yours: { state: wanted }, theirs, given, current });
}

const subjectOf = ({ id, problem_id: problemId }: StoredThread) => ({
  subject: { kind: 'conversation', id },
  problemId,
});

function about({ kind, anchor_kind, anchor_id, anchor_field, opened_by: openedBy }: StoredThread) {
  return { anchor: { kind: anchor_kind, id: anchor_id, field: anchor_field || null }, kind, openedBy };
}
