import type { Selectable } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import { datasetErrors } from './errors.ts';
import { datasetDb, type DatasetTables } from './tables.ts';
import { partLimit_bytes, type Upload, uploadLife_ms } from './upload-contract.ts';

export type StoredUpload = Selectable<DatasetTables['dataset_upload']>;

/** Throws 404 for one of another problem, too. */
export async function getStoredUpload(
  db: AnyDb,
  { problemId, uploadId }: { problemId: string; uploadId: string },
): Promise<StoredUpload> {
  const row = await datasetDb(db)
    .selectFrom('dataset_upload')
    .selectAll()
    .where('problem_id', '=', problemId)
    .where('id', '=', uploadId)
    .executeTakeFirst();
  if (!row) throw datasetErrors.uploadNotFound({ id: uploadId });
  return row;
}

export function asUpload(row: StoredUpload): Upload {
  const { id, name, size_bytes, received_bytes } = row;
  return {
    id,
    name,
    size_bytes,
    received_bytes,
    isComplete: received_bytes === size_bytes,
    partLimit_bytes,
    expiresAt: row.last_at + uploadLife_ms,
  };
}
