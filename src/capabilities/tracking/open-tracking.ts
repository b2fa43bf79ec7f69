import { quietly } from '../../platform/context/change.ts';
import type { Services } from '../../platform/context/context.ts';
import { sweepArtifactUploadsJob } from './artifacts/upload-in-parts.ts';
import { ownArtifactRoot } from './create-experiment.ts';
import { trackingDb } from './tables.ts';

type Opening = Pick<Services, 'database' | 'clock' | 'jobs' | 'config'>;

export async function openTracking(services: Opening): Promise<void> {
  await beginDefault(services);
  const { clock, jobs } = services;
  const sweep = {
    name: 'artifact-uploads',
    job: sweepArtifactUploadsJob.name,
    cron: '40 * * * *',
    missed: 'once',
  } as const;
  await quietly(services, (db) => jobs.schedule({ db, now: clock.now() }, sweep));
}

/** Clients count on an experiment 0 that is called Default: runs that name none go there. */
async function beginDefault(services: Opening): Promise<void> {
  const known = await trackingDb(services.database.reader)
    .selectFrom('experiment')
    .select('id')
    .where('id', '=', 0)
    .executeTakeFirst();
  if (known) return;
  const now = services.clock.now();
  await quietly(services, async (db) => {
    await trackingDb(db)
      .insertInto('experiment')
      .values({
        id: 0,
        name: 'Default',
        artifact_root: ownArtifactRoot(0, services.config),
        problem_id: null,
        created_by: 'system',
        created_at: now,
        changed_at: now,
        deleted_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}
