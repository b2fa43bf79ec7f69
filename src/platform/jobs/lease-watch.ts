import type { Clock } from '../clock.ts';
import type { AnyDb } from '../db/database.ts';
import type { SeenAttempt } from './settle.ts';
import { on } from './tables.ts';

interface Sight {
  beat: number;
  since: number;
  looks: number;
}

/** As many looks as a lease has: a clock that jumps, or a machine that slept, expires nobody by itself. */
export const looksOfALease = 3;

/**
 * Finds the attempts whose heartbeat stands still. Clocks of two machines differ, so no time written by another is
 * compared with ours: what counts is how long we have seen the same beat. A job that still beats is never expired.
 */
export class LeaseWatch {
  readonly #clock: Clock;
  readonly #lease_ms: number;
  #seen = new Map<string, Sight>();

  constructor(clock: Clock, lease_ms: number) {
    this.#clock = clock;
    this.#lease_ms = lease_ms;
  }

  async findExpired(db: AnyDb): Promise<SeenAttempt[]> {
    const now = this.#clock.now();
    const running = await listRunning(db);
    const before = this.#seen;
    this.#seen = new Map();
    return running.filter((job) => {
      const key = `${job.id} ${job.attempt}`;
      const known = before.get(key);
      const sight = known?.beat === job.ifBeat ? known : { beat: job.ifBeat, since: now, looks: 0 };
      this.#seen.set(key, { ...sight, looks: sight.looks + 1 });
      return now - sight.since >= this.#lease_ms && sight.looks >= looksOfALease;
    });
  }
}

export function listRunning(db: AnyDb): Promise<SeenAttempt[]> {
  return on(db)
    .selectFrom('job')
    .select(['id', 'attempt', 'max_attempts', 'backoff_ms', 'beat as ifBeat'])
    .where('state', '=', 'running')
    .execute();
}

/** What is written of an attempt that was taken back. */
export const lost = {
  kind: 'failed',
  error: 'The process that ran this ended without a word (killed, out of memory or cut off from the database).',
  retry: true,
} as const;
