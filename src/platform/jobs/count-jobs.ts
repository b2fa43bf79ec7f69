import type { AnyDb } from '../db/database.ts';
import { on } from './tables.ts';

export interface JobCounts {
  /** their moment has come, and nobody has taken them yet */
  due: number;
  /** for a later moment: a schedule, or another attempt */
  later: number;
  running: number;
  /** every attempt is used: somebody may look, and run them once more */
  failed: number;
  /** how long the first of those that are due has been; 0 where none is */
  oldest_ms: number;
}

/** How deep the queue is now; each state has its own small index, so the many that are done weigh nothing. */
export async function countJobs(db: AnyDb, now: number): Promise<JobCounts> {
  const { due, oldest } = await on(db)
    .selectFrom('job')
    .select((eb) => [eb.fn.countAll<number>().as('due'), eb.fn.min('run_at').as('oldest')])
    .where('state', '=', 'waiting')
    .where('run_at', '<=', now)
    .executeTakeFirstOrThrow();
  const { later } = await on(db)
    .selectFrom('job')
    .select((eb) => eb.fn.countAll<number>().as('later'))
    .where('state', '=', 'waiting')
    .where('run_at', '>', now)
    .executeTakeFirstOrThrow();
  const { running } = await on(db)
    .selectFrom('job')
    .select((eb) => eb.fn.countAll<number>().as('running'))
    .where('state', '=', 'running')
    .executeTakeFirstOrThrow();
  const { failed } = await on(db)
    .selectFrom('job')
    .select((eb) => eb.fn.countAll<number>().as('failed'))
    // What has failed has ended: by that the index finds it.
    .where('finished_at', 'is not', null)
    .where('state', '=', 'failed')
    .executeTakeFirstOrThrow();
  return { due, later, running, failed, oldest_ms: oldest === null ? 0 : now - oldest };
}
