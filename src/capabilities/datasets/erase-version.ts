import { asSha256 } from '../../platform/blobs/sha256.ts';
import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { defineJob } from '../../platform/jobs/job-handler.ts';
import { datasetErrors } from './errors.ts';
import { lockPresent } from './lock-row.ts';
import { datasetDb } from './tables.ts';
import { removeUnusedBlobs, takeBlobTurn } from './used-blobs.ts';
import type { Version } from './version-contract.ts';
import { showVersion } from './reading-queries.ts';
import { getVersion } from './version-queries.ts';

/** Removes what an erasure let go: asked for in its transaction, so that a server that is killed does it afterwards. */
export const removeBlobsJob = defineJob<{ blobs: string[] }>({
  name: 'datasets.remove-blobs',
  run: (ctx, { blobs }) =>
    removeUnusedBlobs(
      ctx,
      blobs.flatMap((each) => asSha256(each) ?? []),
    ),
});

/**
 * Erases the content of a version for good: its files, its rows, and what was computed of them. Number, hash, names of the
 * columns and the reason stay, so that whatever stood on it still says on what.
 */
export async function eraseVersion(
  ctx: Context,
  { problemId, versionId, reason }: { problemId: string; versionId: string; reason: string },
): Promise<Version> {
  const place = { problemId, versionId };
  await change(ctx, async (tx) => {
    await takeBlobTurn(tx.db);
    const { datasetId, number, erased } = await getVersion(tx.db, place);
    await lockPresent(tx, 'dataset', { problemId, id: datasetId });
    if (erased) throw datasetErrors.erased({ number, reason: erased.reason });
    const on = datasetDb(tx.db);
    await on
      .insertInto('dataset_version_erasure')
      .values({ version_id: versionId, reason, erased_by: ctx.actor.userId, erased_at: tx.now })
      .execute();
    const blobs = await on
      .deleteFrom('dataset_version_blob')
      .where('version_id', '=', versionId)
      .returning('sha256')
      .execute();
    await on.deleteFrom('dataset_version_reading').where('version_id', '=', versionId).execute();
    await on.deleteFrom('dataset_profile').where('version_id', '=', versionId).execute();
    await on
      .deleteFrom('dataset_diff')
      .where((eb) => eb.or([eb('version_id', '=', versionId), eb('base_id', '=', versionId)]))
      .execute();
    const payload = { blobs: blobs.map(({ sha256 }) => sha256) };
    await ctx.jobs.enqueue(tx, { name: removeBlobsJob.name, payload, priority: 10, actorId: ctx.actor.userId });
    const subject = { kind: 'dataset_version', id: versionId };
    tx.record({ type: 'personal_data.dataset_version_erased', subject, problemId, data: { number } });
  });
  return showVersion(ctx.db, place);
}
