import type { AnyDb } from '../../platform/db/database.ts';
import type { Context } from '../../platform/context/context.ts';
import { asSha256 } from '../../platform/blobs/sha256.ts';
import { datasetErrors } from './errors.ts';
import type { Column } from './shared-contract.ts';
import { datasetDb } from './tables.ts';
import type { VersionSummary } from './version-contract.ts';
import { getVersion, type KnownVersion, listVersionsOf } from './version-queries.ts';

/** A version whose rows are here, as everybody else reads it: Parquet of one shape. */
export interface ReadyVersion {
  id: string;
  datasetId: string;
  datasetName: string;
  problemId: string;
  number: number;
  /** absolute paths of Parquet files of one shape, never to be written */
  parquet: readonly string[];
  columns: Column[];
  rows: number;
  /** of the manifest: the version's identity */
  sha256: string;
  /** no pipeline brings it: it holds back a production release (DS9) */
  isOneOff: boolean;
}

/** Throws 404 for a version that this problem does not have, 409 for one whose content is erased or elsewhere. */
export async function getReadyVersion(
  ctx: Pick<Context, 'blobs'>,
  db: AnyDb,
  { problemId, versionId }: { problemId: string; versionId: string },
): Promise<ReadyVersion> {
  const version = await getPresent(db, { problemId, versionId });
  if (version.kind !== 'content') throw datasetErrors.notKeptHere({ number: version.number });
  return readyFrom({ ...version, problemId }, await parquetOf(ctx, db, version.id));
}

/** Throws 404, and 409 for one that is erased. */
export async function getPresent(db: AnyDb, place: { problemId: string; versionId: string }): Promise<KnownVersion> {
  const version = await getVersion(db, place);
  const { number, erased } = version;
  if (erased) throw datasetErrors.erased({ number, reason: erased.reason });
  return version;
}

export function readyFrom(version: KnownVersion & { problemId: string }, parquet: readonly string[]): ReadyVersion {
  const { id, datasetId, datasetName, problemId, number, columns, rows, sha256, isOneOff } = version;
  return { id, datasetId, datasetName, problemId, number, parquet, columns, rows, sha256, isOneOff };
}

async function parquetOf({ blobs }: Pick<Context, 'blobs'>, db: AnyDb, versionId: string): Promise<string[]> {
  const rows = await datasetDb(db)
    .selectFrom('dataset_version_blob')
    .select('sha256')
    .where('version_id', '=', versionId)
    .where('part', '=', 'parquet')
    .orderBy('position')
    .execute();
  const paths: string[] = [];
  for (const row of rows) {
    const sha256 = asSha256(row.sha256);
    if (sha256) paths.push(await blobs.localPath(sha256));
  }
  return paths;
}

/** The versions of the problem whose rows are here, the newest first. */
export async function listReadyVersions(db: AnyDb, problemId: string): Promise<VersionSummary[]> {
  return (await listPresentVersions(db, problemId)).filter(({ kind }) => kind === 'content');
}

/** The versions of the problem that are not erased, kept here or elsewhere, the newest first. */
export async function listPresentVersions(db: AnyDb, problemId: string): Promise<VersionSummary[]> {
  return (await listVersionsOf(db, { problemId })).filter(({ erased }) => erased === null);
}
