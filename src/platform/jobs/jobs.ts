import { sql } from 'kysely';
import { quietly } from '../context/change.ts';
import type { AnyDb } from '../db/database.ts';
import { cancelJob } from './cancel-job.ts';
import { isAnythingDue } from './claim.ts';
import { enqueue, type Enqueued, type JobTx, type NewJob } from './enqueue.ts';
import { JobRunner } from './job-runner.ts';
import type { JobsOptions } from './jobs-options.ts';
import { looksOfALease } from './lease-watch.ts';
import { listenPostgres, wakeChannel } from './listen-postgres.ts';
import { redriveJob } from './redrive-job.ts';
import { removeOldJobs } from './remove-old-jobs.ts';
import { fire, listDueSchedules, type NewSchedule, putSchedule, removeSchedule } from './schedules.ts';
import { Turns } from './turns.ts';

type Given = Omit<JobsOptions, 'concurrency' | 'lease_ms' | 'poll_ms' | 'onRoom'>;
export type JobsSettings = Given & Partial<Pick<JobsOptions, 'concurrency' | 'lease_ms' | 'poll_ms'>>;

/** Why a process is woken. */
type Word = 'due' | 'cancelled';

const removal_ms = 3_600_000;

/** The queue and the schedules of this installation: what operations write to, and the process that runs what is due. */
export class Jobs {
  readonly #options: JobsOptions;
  readonly #runner: JobRunner;
  readonly #turns: Turns;
  #listener: { close(): Promise<void> } | undefined;
  #nextRemovalAt = 0;

  constructor(settings: JobsSettings) {
    const onRoom = () => this.#hear('due');
    this.#options = { concurrency: 4, lease_ms: 30_000, poll_ms: 1_000, ...settings, onRoom };
    this.#runner = new JobRunner(this.#options);
    this.#turns = new Turns((error) => settings.log.warn({ err: error }, 'the job queue missed a turn'));
  }

  async enqueue(tx: JobTx, job: NewJob): Promise<Enqueued> {
    const enqueued = await enqueue(tx, job);
    await this.#tell(tx.db, 'due');
    return enqueued;
  }

  async cancel(tx: JobTx, id: string): Promise<'cancelled' | 'asked'> {
    const answer = await cancelJob(tx, id);
    await this.#tell(tx.db, 'cancelled');
    return answer;
  }

  async redrive(tx: JobTx, id: string): Promise<void> {
    await redriveJob(tx, id);
    await this.#tell(tx.db, 'due');
  }

  schedule(tx: JobTx, schedule: NewSchedule): Promise<void> {
    return putSchedule(tx, schedule);
  }

  unschedule(tx: JobTx, name: string): Promise<void> {
    return removeSchedule(tx, name);
  }

  /** Begins to run what is due. Until then jobs only wait. */
  async start(): Promise<void> {
    const { database, databaseUrl, lease_ms, poll_ms } = this.#options;
    if (database.kind === 'sqlite') await this.#runner.takeBackAll();
    else if (databaseUrl) this.#listener = listenPostgres(databaseUrl, (word) => this.#hear(word as Word));
    this.#turns.every(poll_ms, () => this.#poll());
    this.#turns.every(lease_ms / looksOfALease, () => this.#keepLeases());
    this.#hear('due');
  }

  /** Waits for the running jobs up to `bound_ms`, then tells them to stop and gives their leases back. */
  async stop(bound_ms = 10_000): Promise<void> {
    await this.#listener?.close();
    // The heart beats on while the jobs end: nobody else may take them meanwhile.
    await this.#runner.stop(bound_ms);
    await this.#turns.stop();
  }

  /** Runs everything that is due by the clock now, and what that brings forth. For tests, and commands without a server. */
  async runDue(): Promise<void> {
    let begun: number;
    do {
      ({ begun } = this.#runner);
      await this.#fireSchedules();
      await this.#keepLeases();
      await this.#runner.pump();
      await this.#runner.drain();
      // Not whether one still ran just now: it may have ended, and asked for more, while the pump looked for others.
    } while (this.#runner.begun > begun);
  }

  /** Other processes hear of it with the commit; this one asks the writer, and so waits until the transaction is over. */
  async #tell(db: AnyDb, word: Word): Promise<void> {
    if (this.#options.database.kind === 'postgres') await sql`select pg_notify(${wakeChannel}, ${word})`.execute(db);
    else setImmediate(() => this.#hear(word));
  }

  #hear(word: Word): void {
    this.#turns.once(() => (word === 'cancelled' ? this.#runner.beat() : this.#runner.pump()));
  }

  async #poll(): Promise<void> {
    await this.#fireSchedules();
    this.#runner.stopTimedOut();
    const now = this.#options.clock.now();
    if (await isAnythingDue({ db: this.#options.database.watcher, now })) await this.#runner.pump();
    if (now < this.#nextRemovalAt) return;
    // While there is more, every turn takes a part of it: the rest of the queue does not wait for a long removal.
    const removed = await this.#quietly(removeOldJobs);
    if (removed === 0) this.#nextRemovalAt = now + removal_ms;
  }

  async #fireSchedules(): Promise<void> {
    const { clock, database } = this.#options;
    const due = await listDueSchedules({ db: database.watcher, now: clock.now() });
    for (const schedule of due) await this.#quietly((tx) => fire(tx, schedule));
  }

  async #keepLeases(): Promise<void> {
    await this.#runner.beat();
    if (await this.#runner.takeBackExpired()) this.#hear('due');
  }

  #quietly<T>(work: (tx: JobTx) => Promise<T>): Promise<T> {
    return quietly(this.#options, (db) => work({ db, now: this.#options.clock.now() }));
  }
}
