import { sql } from 'kysely';
import type { AnyDb } from '../db/database.ts';
import { newId } from '../ids.ts';
import { toJson } from '../json.ts';
import { type JobRow, on } from './tables.ts';

/** Work to be done, written in the caller's transaction: it exists exactly when the change it belongs to does. */
export interface NewJob {
  /** of the handler */
  name: string;
  /** JSON; small: large things go by their blob or id */
  payload?: unknown;
  /** who asked; `system` by default */
  actorId?: string;
  /** not before, epoch milliseconds */
  runAt?: number;
  scheduledFor?: number;
  /** higher goes first; 0 by default */
  priority?: number;
  /** one unfinished job for each key: a second one joins the first */
  dedupe?: {
    key: string;
    /** `again`: a job that is running already runs once more afterwards, with the newer payload */
    whenRunning?: 'join' | 'again';
  };
  /** at most `limit` (1) of the group run at a time */
  group?: { key: string; limit?: number };
  /** 5 by default; an attempt whose process died counts */
  maxAttempts?: number;
  /** before the second attempt, doubled for each later one up to an hour; 10 s by default */
  backoff_ms?: number;
  /** of one attempt; none by default, since a job that lives is never expired */
  timeout_ms?: number;
}

/** A transaction and its moment: what `change` hands out. */
export interface JobTx {
  db: AnyDb;
  now: number;
}

export interface Enqueued {
  id: string;
  /** false: the same work was waiting or running already, and this is its id */
  isNew: boolean;
}

export async function enqueue({ db, now }: JobTx, job: NewJob): Promise<Enqueued> {
  const row = asRow(job, now);
  const insert = on(db).insertInto('job').values(row);
  if (!job.dedupe) {
    await insert.execute();
    return { id: row.id, isNew: true };
  }
  const again = job.dedupe.whenRunning === 'again' ? 1 : 0;
  const isAgain = sql<boolean>`job.state = 'running' and ${again} = 1`;
  // The update, also where it changes nothing, is what makes the existing row answer its id.
  const { id } = await insert
    .onConflict((conflict) =>
      conflict
        .column('dedupe_key')
        .where(sql<boolean>`state in ('waiting', 'running')`)
        .doUpdateSet({
          again: sql<number>`case when ${isAgain} then 1 else job.again end`,
          payload: sql<string>`case when ${isAgain} then excluded.payload else job.payload end`,
        }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, isNew: id === row.id };
}

const standard = { priority: 0, maxAttempts: 5, backoff_ms: 10_000, actorId: 'system', payload: null };

function asRow(given: NewJob, now: number): JobRow {
  const job = { ...standard, runAt: now, ...given };
  return {
    ...blank,
    id: newId(now),
    name: job.name,
    payload: toJson(job.payload),
    state: 'waiting',
    actor_id: job.actorId,
    priority: job.priority,
    run_at: job.runAt,
    scheduled_for: job.scheduledFor ?? null,
    dedupe_key: job.dedupe?.key ?? null,
    group_key: job.group?.key ?? null,
    group_limit: job.group?.limit ?? 1,
    max_attempts: job.maxAttempts,
    backoff_ms: job.backoff_ms,
    timeout_ms: job.timeout_ms ?? null,
    created_at: now,
  };
}

/** What no run has filled yet. */
const blank = {
  lease_owner: null,
  again: 0,
  attempt: 0,
  beat: 0,
  heartbeat_at: null,
  cancel_requested_at: null,
  progress: 0,
  progress_text: '',
  error: null,
  started_at: null,
  finished_at: null,
};
