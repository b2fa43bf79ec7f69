import { type Kysely, sql } from 'kysely';
import type { DatabaseKind } from '../db/database.ts';
import { type JobRow, type JobTables, on } from './tables.ts';
import type { JobTx } from './enqueue.ts';

export interface Claimant {
  /** this process, for as long as it lives */
  owner: string;
  /** names of the handlers it has: work of a newer Peil waits for a newer Peil */
  names: readonly string[];
}

/** Takes the first job that is due, or nothing: highest priority, then longest due, within the limits of its group. */
export async function claim(
  { db, now }: JobTx,
  kind: DatabaseKind,
  { owner, names }: Claimant,
): Promise<JobRow | undefined> {
  if (names.length === 0) return undefined;
  const jobs = on(db);
  // Two claims at once would both count a group before either is in it. The lock ends with the transaction.
  if (kind === 'postgres') await sql`select pg_advisory_xact_lock(hashtext('peil.job.claim'))`.execute(db);
  const next = firstDue(jobs, now, names);
  const taking = {
    state: 'running' as const,
    attempt: sql<number>`attempt + 1`,
    lease_owner: owner,
    beat: 0,
    heartbeat_at: now,
    started_at: now,
    progress: 0,
    progress_text: '',
  };
  if (kind === 'sqlite')
    return jobs.updateTable('job').set(taking).where('id', '=', next).returningAll().executeTakeFirst();
  return jobs
    .with('next', () => next.forUpdate().skipLocked())
    .updateTable('job')
    .from('next')
    .set(taking)
    .whereRef('job.id', '=', 'next.id')
    .returningAll('job')
    .executeTakeFirst();
}

function firstDue(jobs: Kysely<JobTables>, now: number, names: readonly string[]) {
  return jobs
    .selectFrom('job as waiting')
    .select('waiting.id')
    .where('waiting.state', '=', sql.lit('waiting'))
    .where('waiting.run_at', '<=', now)
    .where('waiting.name', 'in', names)
    .where((where) =>
      where.or([
        where('waiting.group_key', 'is', null),
        where(
          where
            .selectFrom('job as running')
            .select((count) => count.fn.countAll<number>().as('count'))
            .where('running.state', '=', sql.lit('running'))
            .whereRef('running.group_key', '=', 'waiting.group_key'),
          '<',
          where.ref('waiting.group_limit'),
        ),
      ]),
    )
    .orderBy('waiting.priority', 'desc')
    .orderBy('waiting.run_at')
    .orderBy('waiting.id')
    .limit(1);
}

/** Whether anything waits that is due: a look without a lock, for the poll of an idle server. */
export async function isAnythingDue({ db, now }: JobTx): Promise<boolean> {
  const due = on(db).selectFrom('job').select('id').where('state', '=', sql.lit('waiting')).where('run_at', '<=', now);
  return (await due.limit(1).executeTakeFirst()) !== undefined;
}
