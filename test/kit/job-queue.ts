import { sql } from 'kysely';
import { jobsStep } from '../../src/migrations/0003-jobs.ts';
import type { Clock } from '../../src/platform/clock.ts';
import { quietly } from '../../src/platform/context/change.ts';
import type { Context } from '../../src/platform/context/context.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import type { JobTx } from '../../src/platform/jobs/enqueue.ts';
import type { JobHandler } from '../../src/platform/jobs/job-handler.ts';
import { Jobs } from '../../src/platform/jobs/jobs.ts';
import { type Job, listJobs } from '../../src/platform/jobs/queries.ts';
import { openLog } from '../../src/platform/log/log.ts';
import { TestClock } from './app.ts';
import type { DatabaseKit } from './databases.ts';

/** One process's view of a queue. */
export interface TestQueue {
  jobs: Jobs;
  clock: TestClock;
  write: <T>(work: (tx: JobTx) => Promise<T>) => Promise<T>;
  list: () => Promise<Job[]>;
  only: () => Promise<Job>;
}

/** Jobs on a database that is migrated, without a whole Peil around it. */
export function jobsOn(
  { database, address }: { database: Database; address: string },
  handlers: readonly JobHandler[],
  clock: Clock,
): Jobs {
  return new Jobs({
    database,
    databaseUrl: database.kind === 'postgres' ? address : null,
    clock,
    log: openLog('silent'),
    handlers,
    contextOf: () => ({ database, clock, db: database.reader }) as Context,
    lease_ms: 600,
    poll_ms: 50,
  });
}

/**
 * A queue on an empty database; `process(handlers)` is a further process on the same one, with a clock of its own.
 * `clear` ends the processes of a test and removes what they wrote.
 */
export async function openTestQueue(kit: DatabaseKit) {
  const opened = await kit.openEmpty();
  const { database, address, remove } = opened;
  await migrate(database, [jobsStep]);
  const started: Jobs[] = [];
  const process = (handlers: readonly JobHandler[], clock = new TestClock()): TestQueue => {
    const jobs = jobsOn(opened, handlers, clock);
    started.push(jobs);
    const list = () => listJobs(database.reader);
    return {
      jobs,
      clock,
      list,
      write: (work) => quietly({ database }, (db) => work({ db, now: clock.now() })),
      only: async () => {
        const [job, ...others] = await list();
        if (!job || others.length > 0) throw new Error(`expected one job, found ${others.length + (job ? 1 : 0)}`);
        return job;
      },
    };
  };
  const clear = async () => {
    for (const jobs of started.splice(0)) await jobs.stop(0);
    await quietly({ database }, async (db) => {
      await sql`delete from job`.execute(db);
      await sql`delete from schedule`.execute(db);
    });
  };
  return { database, address, process, clear, close: remove };
}

/** Waits until it holds: for what happens in another process or after a real timer. */
export async function until(holds: () => Promise<boolean> | boolean, within_ms = 15_000): Promise<void> {
  const end = performance.now() + within_ms;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`it did not come about within ${within_ms} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
