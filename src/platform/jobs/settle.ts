import { sql } from 'kysely';
import type { JobTx } from './enqueue.ts';
import { type JobRow, type JobState, on } from './tables.ts';

const longestBackoff_ms = 3_600_000;

/** How an attempt ended. */
export type Outcome =
  | { kind: 'done' }
  | { kind: 'cancelled' }
  /** stopped in good order, not its fault: the attempt is given back */
  | { kind: 'released' }
  | { kind: 'failed'; error: string; retry: boolean };

/** What identifies one attempt: whoever no longer holds it writes nothing. */
export type Attempt = Pick<JobRow, 'id' | 'attempt' | 'max_attempts' | 'backoff_ms'>;

/** An attempt as it was seen: if its heart has beaten since, it is not ended. */
export type SeenAttempt = Attempt & { ifBeat: number };

/** Writes the end of an attempt. False: it was no longer this one's to end (the lease had been taken over). */
export async function settle({ db, now }: JobTx, attempt: Attempt | SeenAttempt, outcome: Outcome): Promise<boolean> {
  const ending = on(db)
    .updateTable('job')
    .set({ ...asColumns(attempt, outcome, now), lease_owner: null })
    .where('id', '=', attempt.id)
    .where('attempt', '=', attempt.attempt)
    .where('state', '=', 'running');
  const ended = await ('ifBeat' in attempt ? ending.where('beat', '=', attempt.ifBeat) : ending).executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}

function asColumns(attempt: Attempt, outcome: Outcome, now: number): object {
  switch (outcome.kind) {
    case 'done':
      return { ...unlessAgain('done', now), progress: 1, error: null };
    case 'cancelled':
      return unlessAgain('cancelled', now);
    case 'released':
      return { ...unlessCancelled('waiting', now), attempt: attempt.attempt - 1, run_at: now };
    case 'failed':
      if (!outcome.retry || attempt.attempt >= attempt.max_attempts)
        return { ...unlessAgain('failed', now), error: outcome.error };
      return { ...unlessCancelled('waiting', now), run_at: now + backoff(attempt), error: outcome.error };
  }
}

/** Doubles with every attempt, up to an hour. */
export function backoff({ attempt, backoff_ms }: Pick<Attempt, 'attempt' | 'backoff_ms'>): number {
  return Math.min(backoff_ms * 2 ** (attempt - 1), longestBackoff_ms);
}

/** Typed by hand: PostgreSQL takes a parameter within `case` for text. */
const moment = (at: number) => sql`cast(${at} as bigint)`;

/** Of what was asked for before: a cancellation takes `again` back, so one that is there came later. */
const cancellation = sql`case when again = 1 then null else cancel_requested_at end`;

/** What was asked for while it ran begins anew, however this attempt ended: whoever asked was told that it would run. */
const unlessAgain = (state: JobState, now: number) => ({
  state: sql`case when again = 1 then 'waiting' else ${state} end`,
  finished_at: sql`case when again = 1 then null else ${moment(now)} end`,
  run_at: sql`case when again = 1 then ${moment(now)} else run_at end`,
  attempt: sql`case when again = 1 then 0 else attempt end`,
  cancel_requested_at: cancellation,
  again: 0,
});

/**
 * A cancellation that the run did not hear any more still counts: the job does not start again, unless it was asked for
 * after that.
 */
const unlessCancelled = (state: JobState, now: number) => ({
  state: sql`case when cancel_requested_at is null or again = 1 then ${state} else 'cancelled' end`,
  finished_at: sql`case when cancel_requested_at is null or again = 1 then null else ${moment(now)} end`,
  cancel_requested_at: cancellation,
});
