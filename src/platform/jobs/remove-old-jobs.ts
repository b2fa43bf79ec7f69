import type { JobTx } from './enqueue.ts';
import { on } from './tables.ts';

const day_ms = 86_400_000;
/** The dead letters stay longest: somebody has to look at them. */
const kept_ms = { done: 30 * day_ms, cancelled: 30 * day_ms, failed: 90 * day_ms } as const;

/** Removes what ended long ago, a thousand at a time so that no transaction is long. Unfinished work is never removed. */
export async function removeOldJobs({ db, now }: JobTx): Promise<number> {
  let removed = 0;
  for (const state of ['done', 'cancelled', 'failed'] as const) {
    const old = on(db)
      .selectFrom('job')
      .select('id')
      .where('state', '=', state)
      .where('finished_at', '<', now - kept_ms[state])
      .limit(1000);
    const result = await on(db).deleteFrom('job').where('id', 'in', old).executeTakeFirst();
    removed += Number(result.numDeletedRows);
  }
  return removed;
}
