import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { findJob } from '../../platform/jobs/queries.ts';
import { datasetErrors } from './errors.ts';
import type { Import } from './import-contract.ts';
import { getImport } from './import-queries.ts';
import { datasetDb } from './tables.ts';

/** Stops an import. Its uploads are let go: they can be imported in another way, or thrown away. */
export async function cancelImport(
  ctx: Context,
  { problemId, importId }: { problemId: string; importId: string },
): Promise<Import> {
  const asked = { problemId, importId, locale: ctx.locale };
  await getImport(ctx.db, asked);
  await change(ctx, async (tx) => {
    const cancelled = await datasetDb(tx.db)
      .updateTable('dataset_import')
      .set({ state: 'cancelled', finished_at: tx.now })
      .where('id', '=', importId)
      .where('finished_at', 'is', null)
      .returning('job_id')
      .executeTakeFirst();
    if (!cancelled) throw datasetErrors.alreadyOver();
    await datasetDb(tx.db)
      .updateTable('dataset_upload')
      .set({ import_id: null, last_at: tx.now })
      .where('import_id', '=', importId)
      .execute();
    const job = cancelled.job_id === null ? undefined : await findJob(tx.db, cancelled.job_id);
    if (job?.state === 'waiting' || job?.state === 'running') await ctx.jobs.cancel(tx, job.id);
    tx.record({
      type: 'dataset_import.cancelled',
      subject: { kind: 'dataset_import', id: importId },
      problemId,
    });
  });
  return getImport(ctx.db, asked);
}
