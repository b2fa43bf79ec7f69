import type { Context } from '../../platform/context/context.ts';
import { fromJson, toJson } from '../../platform/json.ts';
import { lookAtPlaces } from './bring-files.ts';
import type { StoredImport } from './import-queries.ts';
import type { ReadOptions } from './read-options-contract.ts';
import { isSamePlace } from './same-place.ts';
import { findReading } from './reading-queries.ts';
import { datasetDb } from './tables.ts';
import type { Manifest } from './version-contract.ts';

/**
 * The id of the version that has what the source has now, by the ETags or versions that the place itself gives: then
 * nothing is fetched. What only looks alike (a moment of change, a size) is no proof, and is fetched and hashed.
 */
export async function findUnchanged(ctx: Context, row: StoredImport, signal: AbortSignal): Promise<string | null> {
  const { origin, source_id: sourceId } = row;
  if (origin !== 'connection' || sourceId === null) return null;
  const before = await findLast(ctx, row);
  if (before === null || !isReadAlike(before, row)) return null;
  const known = (await findReading(ctx.db, before.id))?.places ?? [];
  if (known.length === 0 || known.some(({ kind }) => kind !== 'reference')) return null;
  const now = await lookAtPlaces(ctx, sourceId, signal);
  const isSame = now.length === known.length && known.every((place, index) => isSamePlace(place, now[index]));
  return isSame ? before.id : null;
}

interface Before {
  id: string;
  kind: string;
  format: string;
  manifest: string;
}

/** The newest version of the data set, where it came from this source and is not erased. */
async function findLast(ctx: Context, { dataset_id, source_id }: StoredImport): Promise<Before | null> {
  const row = await datasetDb(ctx.db)
    .selectFrom('dataset_version')
    .leftJoin('dataset_version_erasure', 'dataset_version_erasure.version_id', 'dataset_version.id')
    .select(['dataset_version.id', 'kind', 'format', 'manifest', 'source_id', 'dataset_version_erasure.reason'])
    .where('dataset_id', '=', dataset_id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && row.source_id === source_id && row.reason === null ? row : null;
}

/** The same content that is read or kept in another way is another version. */
function isReadAlike({ kind, format, manifest }: Before, row: StoredImport): boolean {
  const told = toJson(fromJson<ReadOptions>(row.options));
  const before = toJson(fromJson<Manifest>(manifest).options ?? {});
  const isKeptAlike = (kind === 'content') === (row.keep === 'content');
  return told === before && isKeptAlike && (row.format === null || row.format === format);
}
