import { sql } from 'kysely';
import type { Tx } from '../../../platform/context/change.ts';
import type { Context } from '../../../platform/context/context.ts';
import type { AnyDb } from '../../../platform/db/database.ts';
import { newId } from '../../../platform/ids.ts';
import { removeBlobsJob, takeBlobTurn } from '../../datasets/index.ts';
import { trackingDb } from '../tables.ts';
import { keptRoot, readArtifactPath } from './artifact-path.ts';
import { ownPlaceOf } from './own-place.ts';

/**
 * Keeps the files at a place here as they are now, under an address of their own that nobody writes to: the same blobs by other
 * names. Answers that address; null where no file is there, or they are kept elsewhere. It takes the turn of the blobs, so whoever
 * locks a run or a model does so before.
 */
export async function keepArtifacts(tx: Tx, uri: string): Promise<string | null> {
  const source = sourceOf(uri);
  if (source === null) return null;
  await takeBlobTurn(tx.db);
  const { root, path, above } = source;
  const kept = keptRoot(source.experimentId, newId());
  const inside = `${path}/`;
  const isThere = path === '' ? sql`1 = 1` : sql`(path = ${path} or substr(path, 1, length(${inside})) = ${inside})`;
  const { numAffectedRows = 0n } = await sql`
    insert into artifact (root, path, experiment_id, sha256, size_bytes, created_by, created_at)
    select ${kept}, substr(path, length(${above}) + 1), experiment_id, sha256, size_bytes, created_by, created_at
    from artifact where root = ${root} and ${isThere}`.execute(tx.db);
  return numAffectedRows === 0n
    ? null
    : `mlflow-artifacts:/${kept}${path === '' ? '' : `/${path.slice(above.length)}`}`;
}

/** The root below which the files at this address are kept. */
export const rootOfKept = (uri: string): string | null => sourceOf(uri)?.root ?? null;

/** What was kept goes with whoever kept it; blobs that nobody else refers to go from the disk after the commit. */
export async function removeKept(tx: Tx, ctx: Context, uris: readonly string[]): Promise<void> {
  const roots = uris.flatMap((uri) => sourceOf(uri)?.root ?? []);
  if (roots.length === 0) return;
  await takeBlobTurn(tx.db);
  const gone = await trackingDb(tx.db).deleteFrom('artifact').where('root', 'in', roots).returning('sha256').execute();
  const payload = { blobs: gone.map(({ sha256 }) => sha256) };
  await ctx.jobs.enqueue(tx, { name: removeBlobsJob.name, payload, actorId: ctx.actor.userId });
}

interface KeptFiles {
  count: number;
  size_bytes: number;
  /** how many are other ones now, or gone, where they were taken from */
  changed: number;
}

/** By the address under which they are kept. */
export async function countKept(
  db: AnyDb,
  kept: readonly { uri: string; from: string }[],
): Promise<ReadonlyMap<string, KeptFiles>> {
  const asked = kept.flatMap(({ uri, from }) => {
    const [own, source] = [sourceOf(uri), sourceOf(from)];
    return own && source ? [sql`(${uri}, ${own.root}, ${source.root}, ${source.above})`] : [];
  });
  if (asked.length === 0) return new Map();
  const { rows } = await sql<KeptFiles & { uri: string }>`
    with asked (uri, kept_root, source_root, above) as (values ${sql.join(asked)})
    select asked.uri, count(*) as count, cast(sum(kept.size_bytes) as bigint) as size_bytes,
      cast(sum(case when source.sha256 = kept.sha256 then 0 else 1 end) as bigint) as changed
    from asked
    inner join artifact kept on kept.root = asked.kept_root
    left join artifact source on source.root = asked.source_root and source.path = asked.above || kept.path
    group by asked.uri`.execute(db);
  return new Map(rows.map(({ uri, ...files }) => [uri, files]));
}

interface Source {
  experimentId: string;
  root: string;
  path: string;
  /** the folder that the last part of the path is in, with its slash */
  above: string;
}

function sourceOf(uri: string): Source | null {
  const own = ownPlaceOf(uri);
  if (own === null) return null;
  const { experimentId, root, path } = readArtifactPath(own);
  return { experimentId, root, path, above: path.slice(0, path.lastIndexOf('/') + 1) };
}
