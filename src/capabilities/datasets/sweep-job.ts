import { quietly } from '../../platform/context/change.ts';
import type { Context, Services } from '../../platform/context/context.ts';
import { defineJob } from '../../platform/jobs/job-handler.ts';
import { datasetDb } from './tables.ts';
import { uploadLife_ms } from './upload-contract.ts';
import { listForgottenFiles, removeUploadFile } from './upload-files.ts';

/** Removes what was sent of files that nobody went on with, and files that a killed process left. */
export const sweepUploadsJob = defineJob<null>({
  name: 'datasets.sweep-uploads',
  run: (ctx) => sweepUploads(ctx),
});

export async function scheduleSweep(services: Pick<Services, 'database' | 'clock' | 'jobs'>): Promise<void> {
  await quietly(services, (db) =>
    services.jobs.schedule(
      { db, now: services.clock.now() },
      { name: 'uploads', job: sweepUploadsJob.name, cron: '25 * * * *', missed: 'once' },
    ),
  );
}

async function sweepUploads(ctx: Context): Promise<void> {
  const before = ctx.clock.now() - uploadLife_ms;
  const removed = await quietly(ctx, (db) =>
    datasetDb(db)
      .deleteFrom('dataset_upload')
      .where('last_at', '<=', before)
      .where((eb) =>
        eb.or([
          eb('import_id', 'is', null),
          eb(
            'import_id',
            'in',
            datasetDb(db).selectFrom('dataset_import').select('id').where('finished_at', 'is not', null),
          ),
        ]),
      )
      .returning('id')
      .execute(),
  );
  for (const { id } of removed) await removeUploadFile(ctx, id);
  const rows = await datasetDb(ctx.db).selectFrom('dataset_upload').select('id').execute();
  const known = new Set(rows.map(({ id }) => id));
  for (const name of await listForgottenFiles(ctx, { known, olderThan_ms: uploadLife_ms }))
    await removeUploadFile(ctx, name);
}
