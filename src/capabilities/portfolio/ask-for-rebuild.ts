import { change, quietly } from '../../platform/context/change.ts';
import type { Context, Services } from '../../platform/context/context.ts';
import type { JobTx } from '../../platform/jobs/enqueue.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import { listProblemIds } from '../formulation/index.ts';
import { portfolioDb } from './tables.ts';

export const rebuildJobName = 'portfolio.rebuild';
/** Raised with every change of what the rows say: older rows are then made anew at the next start. */
const projectionVersion = 4;

/** One rebuild at a time; one that is asked for while another runs comes after it. */
export async function askForRebuild(jobs: Jobs, tx: JobTx, actorId: string): Promise<string> {
  const dedupe = { key: rebuildJobName, whenRunning: 'again' } as const;
  return (await jobs.enqueue(tx, { name: rebuildJobName, actorId, dedupe })).id;
}

/** For administrators: makes everything anew from what is stored. Answers the id of the job. */
export async function rebuildPortfolio(ctx: Context): Promise<{ jobId: string }> {
  const jobId = await change(ctx, async (tx) => {
    const id = await askForRebuild(ctx.jobs, tx, ctx.actor.userId);
    tx.record({ type: 'portfolio.rebuild_asked', subject: { kind: 'portfolio', id: 'portfolio' }, problemId: null });
    return id;
  });
  return { jobId };
}

/** At every start: rows that an older release left, or that it did not have yet, are made anew by a job. */
export async function openPortfolio(services: Services): Promise<void> {
  const { reader } = services.database;
  const row = await portfolioDb(reader).selectFrom('portfolio_projection').select('version').executeTakeFirst();
  if (row?.version === projectionVersion) return;
  const now = services.clock.now();
  const isEmpty = (await listProblemIds(reader, { after: '', limit: 1 })).length === 0;
  await quietly(services, async (db) => {
    if (isEmpty) await markRebuilt(db, now);
    else await askForRebuild(services.jobs, { db, now }, 'system');
  });
}

export async function markRebuilt(db: JobTx['db'], now: number): Promise<void> {
  const row = { version: projectionVersion, rebuilt_at: now };
  await portfolioDb(db)
    .insertInto('portfolio_projection')
    .values({ id: 'portfolio', ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}
