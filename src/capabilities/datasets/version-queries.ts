import type { Selectable } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson } from '../../platform/json.ts';
import { datasetErrors } from './errors.ts';
import type { Column } from './shared-contract.ts';
import { datasetDb, type DatasetTables } from './tables.ts';
import type { Manifest, VersionSummary } from './version-contract.ts';

type StoredVersion = Selectable<DatasetTables['dataset_version']>;
interface Beside {
  dataset_name: string;
  source_extract: string | null;
  erased_reason: string | null;
  erased_by: string | null;
  erased_at: number | null;
  profile_pass: 'first' | 'complete' | null;
}
type FoundVersion = Omit<StoredVersion, 'manifest' | 'columns'> & Beside & { column_count: number };

/** What stands in the row of a version itself. */
export type KnownVersion = VersionSummary & { columns: Column[]; manifest: Manifest };

/** Of data sets that are not removed, the newest first within each data set; erased versions too. */
export async function listVersionsOf(
  db: AnyDb,
  { problemId, datasetId, sha256 }: { problemId: string; datasetId?: string; sha256?: string },
): Promise<VersionSummary[]> {
  let query = versions(db).where('dataset_version.problem_id', '=', problemId);
  if (datasetId !== undefined) query = query.where('dataset_version.dataset_id', '=', datasetId);
  if (sha256 !== undefined) query = query.where('dataset_version.sha256', 'like', `${sha256}%`);
  const rows = await query
    .orderBy('dataset_version.imported_at', 'desc')
    .orderBy('dataset_version.number', 'desc')
    .orderBy('dataset_version.id', 'desc')
    .execute();
  return rows.map((row) => summaryFrom({ ...row, column_count: fromJson<Column[]>(row.columns).length }));
}

/** Also when it was erased. Throws 404. */
export async function getVersion(
  db: AnyDb,
  { problemId, versionId }: { problemId: string; versionId: string },
): Promise<KnownVersion> {
  const row = await versions(db)
    .where('dataset_version.problem_id', '=', problemId)
    .where('dataset_version.id', '=', versionId)
    .executeTakeFirst();
  if (!row) throw datasetErrors.versionNotFound({ id: versionId });
  const columns = fromJson<Column[]>(row.columns);
  return {
    ...summaryFrom({ ...row, column_count: columns.length }),
    columns,
    manifest: fromJson<Manifest>(row.manifest),
  };
}

function versions(db: AnyDb) {
  return datasetDb(db)
    .selectFrom('dataset_version')
    .innerJoin('dataset', 'dataset.id', 'dataset_version.dataset_id')
    .leftJoin('data_source', 'data_source.id', 'dataset_version.source_id')
    .leftJoin('dataset_version_erasure', 'dataset_version_erasure.version_id', 'dataset_version.id')
    .leftJoin('dataset_profile', 'dataset_profile.version_id', 'dataset_version.id')
    .selectAll('dataset_version')
    .select([
      'dataset.name as dataset_name',
      'data_source.extract as source_extract',
      'dataset_version_erasure.reason as erased_reason',
      'dataset_version_erasure.erased_by',
      'dataset_version_erasure.erased_at',
      'dataset_profile.pass as profile_pass',
    ])
    .where('dataset.removed_at', 'is', null);
}

function summaryFrom(row: FoundVersion): VersionSummary {
  return {
    id: row.id,
    datasetId: row.dataset_id,
    datasetName: row.dataset_name,
    number: row.number,
    kind: row.kind,
    sha256: row.sha256,
    digest: row.sha256.slice(0, 12),
    format: row.format,
    rows: row.rows,
    columnCount: row.column_count,
    size_bytes: row.size_bytes,
    sourceId: row.source_id,
    isOneOff: isOneOff(row.source_extract),
    note: row.note,
    importedBy: row.imported_by,
    importedAt: row.imported_at,
    erased: erasureFrom(row),
    profile: row.profile_pass ?? 'none',
  };
}

/** What no pipeline brings will not come again: a file that somebody uploaded, of no source that is known, included. */
const isOneOff = (extract: string | null): boolean => extract !== 'pipeline';

function erasureFrom({ erased_reason, erased_by, erased_at }: Beside): VersionSummary['erased'] {
  if (erased_reason === null || erased_by === null || erased_at === null) return null;
  return { reason: erased_reason, by: erased_by, at: erased_at };
}
