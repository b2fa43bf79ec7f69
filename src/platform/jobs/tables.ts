import { slice } from '../db/database.ts';

/** `failed` is the dead letter: every attempt is used, a person may redrive it. */
export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

export interface JobTables {
  job: {
    id: string;
    /** of the handler */
    name: string;
    payload: string;
    state: JobState;
    actor_id: string;
    /** higher goes first */
    priority: number;
    run_at: number;
    /** the moment of the schedule that made it */
    scheduled_for: number | null;
    dedupe_key: string | null;
    /** 1: asked for again while it ran, so it runs once more */
    again: number;
    group_key: string | null;
    group_limit: number;
    /** counts from 1; given back where the process was stopped in good order */
    attempt: number;
    max_attempts: number;
    backoff_ms: number;
    /** of one attempt; null: as long as it lives */
    timeout_ms: number | null;
    lease_owner: string | null;
    /** goes up while its owner lives; whether it still does is judged on the watcher's own clock */
    beat: number;
    /** for people to read; no decision rests on it, since clocks differ */
    heartbeat_at: number | null;
    cancel_requested_at: number | null;
    /** 0..1 */
    progress: number;
    progress_text: string;
    error: string | null;
    created_at: number;
    started_at: number | null;
    finished_at: number | null;
  };
  schedule: {
    name: string;
    job: string;
    payload: string;
    cron: string;
    time_zone: string;
    missed: 'skip' | 'once' | 'all';
    /** null: the expression has no further moment */
    next_at: number | null;
    last_at: number | null;
  };
}

export const on = slice<JobTables>();
export type JobRow = JobTables['job'];
