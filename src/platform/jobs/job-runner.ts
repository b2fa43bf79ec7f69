import { sql } from 'kysely';
import { quietly } from '../context/change.ts';
import { newId } from '../ids.ts';
import { Attempt } from './attempt.ts';
import { claim } from './claim.ts';
import type { JobTx } from './enqueue.ts';
import type { JobHandler } from './job-handler.ts';
import type { JobsOptions } from './jobs-options.ts';
import { LeaseWatch, listRunning, lost } from './lease-watch.ts';
import { settle } from './settle.ts';
import { type JobRow, on } from './tables.ts';

/** Runs jobs in this process: takes what is due, keeps its leases, writes how each attempt ended. */
export class JobRunner {
  readonly #options: JobsOptions;
  readonly #handlers: ReadonlyMap<string, JobHandler>;
  readonly #owner = newId();
  readonly #watch: LeaseWatch;
  readonly #running = new Map<Attempt, Promise<void>>();
  #pumping: Promise<void> | undefined;
  #pumpAgain = false;
  #isStopping = false;
  /** attempts that were begun, ever */
  begun = 0;

  constructor(options: JobsOptions) {
    this.#options = options;
    this.#handlers = new Map(options.handlers.map((handler) => [handler.name, handler]));
    this.#watch = new LeaseWatch(options.clock, options.lease_ms);
  }

  /** Begins what is due, as far as there is room. One pump at a time; what asks meanwhile makes it go round once more. */
  pump(): Promise<void> {
    this.#pumpAgain = true;
    this.#pumping ??= this.#pumpAll();
    return this.#pumping;
  }

  /** Until every attempt that runs now has ended. */
  async drain(): Promise<void> {
    await Promise.all(this.#running.values());
  }

  /** Waits up to `bound_ms`, then tells the rest to stop and gives their leases back. */
  async stop(bound_ms: number): Promise<void> {
    this.#isStopping = true;
    // Whoever asked for the pump hears of its failure; here the jobs that run are waited for all the same.
    await this.#pumping?.catch(() => {});
    const drained = this.drain();
    if (this.#running.size > 0) await Promise.race([drained, sleep(bound_ms)]);
    for (const attempt of this.#running.keys()) attempt.stop('stopping', 1_000);
    await drained;
  }

  stopTimedOut(): void {
    const now = this.#options.clock.now();
    for (const attempt of this.#running.keys()) attempt.stopIfTimedOut(now);
  }

  /** Says that this process lives, and hears which of its jobs are cancelled or were given to another. */
  async beat(): Promise<void> {
    const attempts = [...this.#running.keys()];
    if (attempts.length === 0) return;
    const ids = attempts.map(({ job }) => job.id);
    const held = await this.#quietly(({ db, now }) =>
      on(db)
        .updateTable('job')
        .set({ beat: sql<number>`beat + 1`, heartbeat_at: now })
        .where('id', 'in', ids)
        .where('lease_owner', '=', this.#owner)
        .where('state', '=', 'running')
        .returning(['id', 'attempt', 'cancel_requested_at'])
        .execute(),
    );
    for (const attempt of attempts) {
      if (!this.#running.has(attempt)) continue;
      const lease = held.find((row) => row.id === attempt.job.id && row.attempt === attempt.job.attempt);
      if (!lease) attempt.stop('lost');
      else if (lease.cancel_requested_at !== null) attempt.stop('cancelled');
    }
  }

  /** Gives the jobs of processes that ended without a word to whoever comes. True: there were some. */
  async takeBackExpired(): Promise<boolean> {
    const expired = await this.#watch.findExpired(this.#options.database.watcher);
    for (const attempt of expired) await this.#quietly((tx) => settle(tx, attempt, lost));
    return expired.length > 0;
  }

  /** Where only one process can have the data, whoever held a lease before it started has ended. */
  async takeBackAll(): Promise<void> {
    const attempts = await listRunning(this.#options.database.reader);
    for (const attempt of attempts) await this.#quietly((tx) => settle(tx, attempt, lost));
  }

  #quietly<T>(work: (tx: JobTx) => Promise<T>): Promise<T> {
    return quietly(this.#options, (db) => work({ db, now: this.#options.clock.now() }));
  }

  async #pumpAll(): Promise<void> {
    try {
      while (this.#pumpAgain) {
        this.#pumpAgain = false;
        await this.#fill();
      }
    } finally {
      this.#pumping = undefined;
    }
  }

  async #fill(): Promise<void> {
    const { database, concurrency } = this.#options;
    const claimant = { owner: this.#owner, names: [...this.#handlers.keys()] };
    while (!this.#isStopping && this.#running.size < concurrency) {
      const job = await this.#quietly((tx) => claim(tx, database.kind, claimant));
      if (!job) return;
      this.#begin(job);
    }
  }

  #begin(job: JobRow): void {
    const handler = this.#handlers.get(job.name);
    if (!handler) return;
    this.begun += 1;
    const attempt = new Attempt(this.#options, handler, job);
    const settled = this.#settle(attempt).finally(() => this.#running.delete(attempt));
    this.#running.set(attempt, settled);
    void settled.then(() => this.#options.onRoom());
  }

  async #settle(attempt: Attempt): Promise<void> {
    const { job } = attempt;
    const { log } = this.#options;
    const about = { job_id: job.id, job: job.name, attempt: job.attempt };
    const outcome = await attempt.ended;
    if (outcome === 'lost') return;
    if (outcome.kind === 'failed') log.warn({ ...about, error: outcome.error }, 'a job failed');
    // Where the word cannot be written, the heartbeat ends with it and the job is taken back.
    await this.#quietly((tx) => settle(tx, job, outcome)).catch((error: unknown) => {
      log.warn({ ...about, err: error }, 'the end of a job could not be written');
    });
  }
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms).unref());
