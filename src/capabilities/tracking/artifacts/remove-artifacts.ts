import { change, type Tx } from '../../../platform/context/change.ts';
import type { Context } from '../../../platform/context/context.ts';
import { removeBlobsJob, takeBlobTurn } from '../../datasets/index.ts';
import type { AnyDb } from '../../../platform/db/database.ts';
import { listHolds, type Standing } from '../erasing/run-holders.ts';
import { lockThings } from '../erasing/stand-on.ts';
import { trackingErrors } from '../errors.ts';
import { demandTracking } from '../standing.ts';
import { trackingDb } from '../tables.ts';
import { ownerOfRoot, readWritablePath } from './artifact-path.ts';
import { getExperimentOfPlace } from './experiment-of-place.ts';

/** Removes a file, or a folder with all that is in it, for good. Throws 404 where there is neither, 409 where something stands on it. */
export async function removeArtifacts(ctx: Context, given: string): Promise<void> {
  const { root, path, ...place } = readWritablePath(given);
  const experiment = await getExperimentOfPlace(ctx.db, { root, ...place });
  await demandTracking(ctx, 'write', experiment.problem_id);
  await change(ctx, async (tx) => {
    await lockOwner(tx, root);
    await takeBlobTurn(tx.db);
    await refuseStoodOn(ctx, tx.db, root);
    const on = trackingDb(tx.db);
    const inRoot = await on.selectFrom('artifact').select(['path', 'sha256']).where('root', '=', root).execute();
    const gone = inRoot.filter((row) => path === '' || row.path === path || row.path.startsWith(`${path}/`));
    if (gone.length === 0) throw trackingErrors.artifactNotFound({ path: given });
    for (const row of gone)
      await on.deleteFrom('artifact').where('root', '=', root).where('path', '=', row.path).execute();
    const payload = { blobs: gone.map(({ sha256 }) => sha256) };
    await ctx.jobs.enqueue(tx, { name: removeBlobsJob.name, payload, actorId: ctx.actor.userId });
    tx.record({
      type: 'artifact.removed',
      subject: { kind: 'artifact', id: path === '' ? root : `${root}/${path}` },
      problemId: experiment.problem_id,
      data: { files: gone.length },
    });
  });
}

/** Nobody begins to stand on it meanwhile. */
async function lockOwner(tx: Tx, root: string): Promise<void> {
  const { runIds, modelIds } = standingAt(root);
  await lockThings(tx, 'run', runIds);
  await lockThings(tx, 'logged_model', modelIds);
}

/** A registered version, for one, is nothing without the files that it comes from. */
async function refuseStoodOn(ctx: Context, db: AnyDb, root: string): Promise<void> {
  for (const [id, [hold]] of await listHolds(ctx, db, standingAt(root)))
    if (hold) throw trackingErrors.stoodOn({ id, by: hold.by[ctx.locale] });
}

function standingAt(root: string): Standing {
  const { kind, id } = ownerOfRoot(root);
  return kind === 'logged_model' ? { runIds: [], modelIds: [id] } : { runIds: [id], modelIds: [] };
}
