import type { Readable } from 'node:stream';
import { change } from '../../../platform/context/change.ts';
import type { Context } from '../../../platform/context/context.ts';
import { removeBlobsJob, takeBlobTurn } from '../../datasets/index.ts';
import { trackingErrors } from '../errors.ts';
import { refuseDeleted } from '../refuse-deleted.ts';
import { demandTracking } from '../standing.ts';
import { trackingDb } from '../tables.ts';
import { readWritablePath } from './artifact-path.ts';
import { getExperimentOfPlace } from './experiment-of-place.ts';

/** More than any model; what the disk cannot hold is refused by the disk. */
const limit_bytes = 1024 ** 4;

/**
 * Keeps a file as it streams in; one that is there already gives way to it, once it is whole. What is answered is on the disk.
 * Throws 404 for an unknown experiment, 409 for a deleted one, 400 for a path that leads elsewhere.
 */
export async function storeArtifact(ctx: Context, given: string, content: Readable): Promise<void> {
  const place = readWritablePath(given);
  const { root, path } = place;
  if (path === '') throw trackingErrors.badPath({ path: given });
  const experiment = await getExperimentOfPlace(ctx.db, place);
  await demandTracking(ctx, 'write', experiment.problem_id);
  await refuseDeleted(ctx.db, experiment);
  await ctx.blobs.putFor(content, { limit_bytes }, ({ sha256, size_bytes }) =>
    change(ctx, async (tx) => {
      await takeBlobTurn(tx.db);
      if (!(await ctx.blobs.has(sha256))) throw trackingErrors.lostOnTheWay({ path: given });
      const on = trackingDb(tx.db);
      // While the file was on its way, its run may have been assigned.
      const { id: experiment_id, problem_id } = await getExperimentOfPlace(tx.db, place);
      const before = await on
        .selectFrom('artifact')
        .select('sha256')
        .where('root', '=', root)
        .where('path', '=', path)
        .executeTakeFirst();
      const made = { sha256, size_bytes, created_by: ctx.actor.userId, created_at: tx.now };
      await on
        .insertInto('artifact')
        .values({ root, path, experiment_id, ...made })
        .onConflict((conflict) => conflict.columns(['root', 'path']).doUpdateSet(made))
        .execute();
      if (before && before.sha256 !== sha256)
        await ctx.jobs.enqueue(tx, { name: removeBlobsJob.name, payload: { blobs: [before.sha256] } });
      tx.record({
        type: 'artifact.stored',
        subject: { kind: 'artifact', id: `${root}/${path}` },
        problemId: problem_id,
        data: { sha256, size_bytes },
      });
    }),
  );
}
