import { change, quietly } from '../../platform/context/change.ts';
import type { Context, Services } from '../../platform/context/context.ts';
import { defineJob } from '../../platform/jobs/job-handler.ts';
import { listNearConditions, type NearCondition, tellCondition } from '../decisions/index.ts';
import { today } from './days.ts';
import { lockForWriting } from './lock-problem.ts';
import { findProblem } from './problem-queries.ts';

/** Tells of conditions of a go whose date comes near, has come or is past: each of the three once. */
export const conditionsJob = defineJob<null>({
  name: 'formulation.tell-due-conditions',
  run: (ctx, _payload, { signal }) => tellDueConditions(ctx, signal),
});

/** Every night, just after the day has changed (UTC); a night that was missed is made up for at the next start. */
export async function scheduleConditions(services: Pick<Services, 'database' | 'clock' | 'jobs'>): Promise<void> {
  await quietly(services, (db) =>
    services.jobs.schedule(
      { db, now: services.clock.now() },
      { name: 'conditions', job: conditionsJob.name, cron: '5 0 * * *', missed: 'once' },
    ),
  );
}

async function tellDueConditions(ctx: Context, signal: AbortSignal): Promise<void> {
  const failed: unknown[] = [];
  for (const condition of await listNearConditions(ctx.db, today(ctx.clock))) {
    if (signal.aborted) return;
    if (await isGoing(ctx, condition.problemId)) await tell(ctx, condition).catch((error) => failed.push(error));
  }
  // The job tries again, and those that were told are not told twice.
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} conditions could not be told of`);
}

/** Of a problem that was stopped or deleted nothing falls due any more. */
async function isGoing(ctx: Context, problemId: string): Promise<boolean> {
  const problem = await findProblem(ctx.db, problemId);
  return problem !== null && problem.deleted_at === null && problem.phase !== 'stopped';
}

/** One condition a transaction: what was told before one fails stays told, and the job goes on there when it is run again. */
async function tell(ctx: Context, condition: NearCondition): Promise<void> {
  try {
    await change(ctx, async (tx) => {
      await lockForWriting(tx, condition.problemId);
      if (!(await tellCondition(tx, condition))) throw new ToldMeanwhile();
    });
  } catch (error) {
    if (!(error instanceof ToldMeanwhile)) throw error;
  }
}

/** Somebody met it a moment ago: nothing is written, so there is nothing to record. */
class ToldMeanwhile extends Error {}
