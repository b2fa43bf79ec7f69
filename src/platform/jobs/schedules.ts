import { fromJson, toJson } from '../json.ts';
import { latestMoments, nextMoment } from './cron.ts';
import { enqueue, type JobTx } from './enqueue.ts';
import { type JobTables, on } from './tables.ts';

/** Later than this, a moment was missed: the server was down, or its clock jumped. */
const onTime_ms = 60_000;
/** `all` catches up on no more than this many, the latest. */
const mostMissed = 100;

export interface NewSchedule {
  name: string;
  /** name of the handler */
  job: string;
  payload?: unknown;
  /** five fields */
  cron: string;
  /** IANA name; UTC by default */
  timeZone?: string;
  /**
   * What becomes of moments that passed while no server ran. `skip`: nothing. `once` (default): one job for the latest.
   * `all`: a job for each, at most the latest hundred.
   */
  missed?: 'skip' | 'once' | 'all';
}

/** Makes or changes a schedule. Saying the same again at every start keeps its next moment, so that a missed one is seen. */
export async function putSchedule({ db, now }: JobTx, schedule: NewSchedule): Promise<void> {
  const rule = { cron: schedule.cron, time_zone: schedule.timeZone ?? 'UTC' };
  const next_at = nextMoment(rule, now);
  const what = { job: schedule.job, payload: toJson(schedule.payload ?? null), missed: schedule.missed ?? 'once' };
  const known = await on(db).selectFrom('schedule').selectAll().where('name', '=', schedule.name).executeTakeFirst();
  const isSameRule = known?.cron === rule.cron && known.time_zone === rule.time_zone;
  await on(db)
    .insertInto('schedule')
    .values({ name: schedule.name, ...what, ...rule, next_at, last_at: null })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet({ ...what, ...rule, ...(isSameRule ? {} : { next_at }) }),
    )
    .execute();
}

export async function removeSchedule({ db }: JobTx, name: string): Promise<void> {
  await on(db).deleteFrom('schedule').where('name', '=', name).execute();
}

type Row = JobTables['schedule'];

export async function listDueSchedules({ db, now }: JobTx): Promise<Row[]> {
  return on(db).selectFrom('schedule').selectAll().where('next_at', '<=', now).execute();
}

/**
 * Makes the jobs of a schedule that is due. Of two schedulers that saw the same moment, the one that moves `next_at`
 * on makes them, and in the same transaction.
 */
export async function fire({ db, now }: JobTx, seen: Row): Promise<number> {
  if (seen.next_at === null) return 0;
  const moments = momentsToRun(seen, now);
  const moved = await on(db)
    .updateTable('schedule')
    .set({ next_at: nextMoment(seen, now), last_at: moments.at(-1) ?? seen.last_at })
    .where('name', '=', seen.name)
    .where('next_at', '=', seen.next_at)
    .executeTakeFirst();
  if (moved.numUpdatedRows === 0n) return 0;
  for (const scheduledFor of moments)
    await enqueue({ db, now }, { name: seen.job, payload: fromJson(seen.payload), scheduledFor });
  return moments.length;
}

function momentsToRun(schedule: Row, now: number): number[] {
  const from = schedule.next_at ?? now;
  switch (schedule.missed) {
    case 'skip':
      return latestMoments(schedule, { from: Math.max(from, now - onTime_ms), until: now }, 1);
    case 'once':
      return latestMoments(schedule, { from, until: now }, 1);
    case 'all':
      return latestMoments(schedule, { from, until: now }, mostMissed);
  }
}
