import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson } from '../../platform/json.ts';
import type { StoredReading } from './join-readings.ts';
import type { VersionColumn } from './reading-contract.ts';
import { datasetDb } from './tables.ts';
import type { Version } from './version-contract.ts';
import { getVersion, type KnownVersion } from './version-queries.ts';

/** null for a version from before this was kept, and for one that was erased. */
export async function findReading(db: AnyDb, versionId: string): Promise<StoredReading | null> {
  const row = await datasetDb(db)
    .selectFrom('dataset_version_reading')
    .select('reading')
    .where('version_id', '=', versionId)
    .executeTakeFirst();
  return row ? fromJson<StoredReading>(row.reading) : null;
}

/** A version with all that is known beside it: how it was read, where it was, and what people say of its columns. */
export async function showVersion(db: AnyDb, place: { problemId: string; versionId: string }): Promise<Version> {
  const version = await getVersion(db, place);
  const stored = await findReading(db, version.id);
  const { columns: _read, ...reading } = stored ?? { columns: [] };
  return {
    ...version,
    columns: await columnsOf(db, version, stored),
    reading: stored ? (reading as Version['reading']) : null,
    placeCheck: await findCheck(db, version.id),
  };
}

async function columnsOf(
  db: AnyDb,
  { datasetId, columns }: KnownVersion,
  reading: StoredReading | null,
): Promise<VersionColumn[]> {
  const tags = await datasetDb(db)
    .selectFrom('dataset_column')
    .select(['name', 'personal_data', 'description'])
    .where('dataset_id', '=', datasetId)
    .execute();
  const tagOf = new Map(tags.map((tag) => [tag.name, tag]));
  const readOf = new Map(reading?.columns.map((column) => [column.name, column]));
  return columns.map(({ name, type }) => {
    const tag = tagOf.get(name);
    const read = readOf.get(name);
    const told = { personalData: tag?.personal_data ?? 'unknown', description: tag?.description ?? '' } as const;
    return { name, type, note: read?.note ?? null, emptied: read?.emptied ?? 0, ...told };
  });
}

async function findCheck(db: AnyDb, versionId: string): Promise<Version['placeCheck']> {
  const row = await datasetDb(db)
    .selectFrom('dataset_version_check')
    .select(['state', 'checked_by', 'checked_at'])
    .where('version_id', '=', versionId)
    .executeTakeFirst();
  return row ? { state: row.state, checkedBy: row.checked_by, checkedAt: row.checked_at } : null;
}
