import type { JobTx } from './enqueue.ts';
import { jobErrors } from './errors.ts';
import { getJob } from './queries.ts';
import { on } from './tables.ts';

/** Runs a failed job again, with all its attempts; the error of the last one stays readable until it ends. */
export async function redriveJob({ db, now }: JobTx, id: string): Promise<void> {
  const job = await getJob(db, id);
  if (job.state !== 'failed') throw jobErrors.notFailed({ id, state: job.state });
  if (job.dedupe_key !== null) {
    const same = await on(db)
      .selectFrom('job')
      .select('id')
      .where('dedupe_key', '=', job.dedupe_key)
      .where('state', 'in', ['waiting', 'running'])
      .executeTakeFirst();
    if (same) throw jobErrors.sameIsUnfinished({ id: same.id });
  }
  await on(db)
    .updateTable('job')
    .set({ state: 'waiting', attempt: 0, run_at: now, finished_at: null, cancel_requested_at: null, again: 0 })
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .execute();
}
