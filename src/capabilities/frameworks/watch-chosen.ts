import { change, quietly } from '../../platform/context/change.ts';
import type { Context, Services } from '../../platform/context/context.ts';
import { AppError } from '../../platform/errors/app-error.ts';
import { defineJob } from '../../platform/jobs/job-handler.ts';
import { today } from './days.ts';
import { type Alarm, findAlarms } from './find-alarms.ts';
import { findLastRecord, listProblemsWithRecords, type StoredRecord } from './record-queries.ts';
import { frameworksDb } from './tables.ts';

/** Tells the architect of what was chosen and has ended, ends soon or was not looked at for a year: each of them once. */
export const watchChosenJob = defineJob<null>({
  name: 'frameworks.watch-chosen',
  run: (ctx, _payload, { signal }) => watchChosen(ctx, signal),
});

/** Every night, just after the day has changed (UTC); a night that was missed is made up for at the next start. */
export async function scheduleFrameworkWatch(services: Pick<Services, 'database' | 'clock' | 'jobs'>): Promise<void> {
  await quietly(services, (db) =>
    services.jobs.schedule(
      { db, now: services.clock.now() },
      { name: 'frameworks', job: watchChosenJob.name, cron: '15 0 * * *', missed: 'once' },
    ),
  );
}

async function watchChosen(ctx: Context, signal: AbortSignal): Promise<void> {
  for (const problemId of await listProblemsWithRecords(ctx.db)) {
    if (signal.aborted) return;
    const record = await findLastRecord(ctx.db, problemId);
    if (record) for (const alarm of await findAlarms(ctx.db, record, today(ctx.clock))) await tell(ctx, record, alarm);
  }
}

/** One alarm a transaction: what fails for one does not keep the others from being told. */
async function tell(ctx: Context, { problemId, number }: StoredRecord, alarm: Alarm): Promise<void> {
  const about = `${alarm.entryKey} ${alarm.mark}`;
  if (await isTold(ctx, { problemId, number, about })) return;
  try {
    await change(ctx, async (tx) => {
      const { numInsertedOrUpdatedRows } = await frameworksDb(tx.db)
        .insertInto('framework_told')
        .values({ problem_id: problemId, number, about, at: tx.now })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows !== 1n) throw new NothingToTell();
      const subject = { kind: 'framework_record', id: problemId };
      const data = { number, mark: alarm.mark, entryKey: alarm.entryKey };
      tx.record({ type: 'framework.alarm', subject, problemId, data });
    });
  } catch (error) {
    if (!(error instanceof NothingToTell) && !isOverWith(error)) throw error;
  }
}

async function isTold(
  ctx: Context,
  { problemId, number, about }: { problemId: string; number: number; about: string },
): Promise<boolean> {
  const row = await frameworksDb(ctx.db)
    .selectFrom('framework_told')
    .select('at')
    .where('problem_id', '=', problemId)
    .where('number', '=', number)
    .where('about', '=', about)
    .executeTakeFirst();
  return row !== undefined;
}

/** Of a problem that was stopped or deleted nothing is chosen any more. */
function isOverWith(error: unknown): boolean {
  return error instanceof AppError && (error.status === 423 || error.status === 404);
}

/** Another process told it a moment ago: nothing is written, so there is nothing to record. */
class NothingToTell extends Error {}
