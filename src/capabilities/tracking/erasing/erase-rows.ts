import { sql } from 'kysely';
import type { Tx } from '../../../platform/context/change.ts';
import type { Context } from '../../../platform/context/context.ts';
import type { AnyDb } from '../../../platform/db/database.ts';
import { oneOf } from '../../../platform/db/one-of.ts';
import { removeBlobsJob, takeBlobTurn } from '../../datasets/index.ts';
import { readArtifactPath } from '../artifacts/artifact-path.ts';
import { rootsOf } from '../artifacts/experiment-of-place.ts';
import { ownPlaceOf } from '../artifacts/own-place.ts';
import { markChanged } from '../run-revision.ts';
import { trackingDb } from '../tables.ts';
import type { ErasableTable } from './deleted-queries.ts';

/** Everything that is kept of these runs. */
export async function eraseRunRows(db: AnyDb, ids: readonly string[]): Promise<void> {
  const on = trackingDb(db);
  const ofRun = oneOf(db, 'run_id', ids);
  await on
    .deleteFrom('metric_point')
    .where('metric_id', 'in', on.selectFrom('run_metric').select('id').where(ofRun))
    .execute();
  for (const table of [
    'run_metric',
    'run_tag',
    'run_param',
    'run_dataset',
    'run_model',
    'logged_model_metric',
  ] as const)
    await on.deleteFrom(table).where(ofRun).execute();
  await on
    .deleteFrom('run')
    .where(oneOf(db, 'id', ids))
    .execute();
}

/** Everything that is kept of these logged models. */
export async function eraseModelRows(db: AnyDb, ids: readonly string[]): Promise<void> {
  const on = trackingDb(db);
  const ofModel = oneOf(db, 'model_id', ids);
  const linked = await on.selectFrom('run_model').select('run_id').distinct().where(ofModel).execute();
  await markChanged(
    db,
    linked.map(({ run_id }) => run_id),
  );
  for (const table of ['run_model', 'logged_model_metric', 'logged_model_param', 'logged_model_tag'] as const)
    await on.deleteFrom(table).where(ofModel).execute();
  await on
    .deleteFrom('logged_model')
    .where(oneOf(db, 'id', ids))
    .execute();
}

interface Owner {
  id: string;
  experiment_id: number;
  artifact_uri: string;
}

type Whose = { table: ErasableTable; rows: readonly Owner[] } | { experimentId: number };

const blobsAJob = 1000;

/** Their artifacts; what nobody else refers to goes from the disk after the commit. Answers how many files. */
export async function removeFiles(tx: Tx, ctx: Context, whose: Whose): Promise<number> {
  await takeBlobTurn(tx.db);
  const on = trackingDb(tx.db);
  const blobs: string[] = [];
  const remove = async (where: ReturnType<typeof isBelow>) => {
    const gone = await on.deleteFrom('artifact').where(where).returning('sha256').execute();
    for (const { sha256 } of gone) blobs.push(sha256);
  };
  if ('experimentId' in whose) await remove(sql<boolean>`experiment_id = ${whose.experimentId}`);
  else for (const row of whose.rows) for (const place of placesOf(whose.table, row)) await remove(isBelow(row, place));
  for (let at = 0; at < blobs.length; at += blobsAJob) {
    const payload = { blobs: blobs.slice(at, at + blobsAJob) };
    await ctx.jobs.enqueue(tx, { name: removeBlobsJob.name, payload, actorId: ctx.actor.userId });
  }
  return blobs.length;
}

/** Its own roots, and the place that its experiment gave it where that is another one here. */
function placesOf(table: ErasableTable, owner: Owner): { root: string; path: string }[] {
  const own = rootsOf(table, owner);
  const places = own.map((root) => ({ root, path: '' }));
  const given = ownPlaceOf(owner.artifact_uri);
  if (given === null) return places;
  const { root, path } = readArtifactPath(given);
  return own.includes(root) || path === '' ? places : [...places, { root, path }];
}

const isBelow = ({ experiment_id }: Owner, { root, path }: { root: string; path: string }) => {
  const folder = `${path}/`;
  // The database counts characters, and not the halves of them that JavaScript counts.
  const isInside = path === '' ? sql`1 = 1` : sql`substr(path, 1, length(cast(${folder} as text))) = ${folder}`;
  return sql<boolean>`experiment_id = ${experiment_id} and root = ${root} and ${isInside}`;
};
