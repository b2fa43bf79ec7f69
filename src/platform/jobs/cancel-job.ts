import type { JobTx } from './enqueue.ts';
import { jobErrors } from './errors.ts';
import { getJob } from './queries.ts';
import { on } from './tables.ts';

/** A waiting job ends at once; a running one is asked to, and ends when it hears of it. */
export async function cancelJob({ db, now }: JobTx, id: string): Promise<'cancelled' | 'asked'> {
  const waiting = await on(db)
    .updateTable('job')
    .set({ state: 'cancelled', cancel_requested_at: now, finished_at: now })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  if (waiting.numUpdatedRows > 0n) return 'cancelled';
  const running = await on(db)
    .updateTable('job')
    .set({ cancel_requested_at: now, again: 0 })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirst();
  if (running.numUpdatedRows > 0n) return 'asked';
  const { state } = await getJob(db, id);
  throw jobErrors.alreadyFinished({ id, state });
}
