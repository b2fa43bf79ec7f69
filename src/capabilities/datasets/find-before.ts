import type { AnyDb } from '../../platform/db/database.ts';
import type { ReadyVersion } from './ready-version.ts';
import { datasetDb } from './tables.ts';

/** The one before that still has its content. */
export async function findBefore(db: AnyDb, { datasetId, number }: ReadyVersion): Promise<string | null> {
  const row = await datasetDb(db)
    .selectFrom('dataset_version')
    .leftJoin('dataset_version_erasure', 'dataset_version_erasure.version_id', 'dataset_version.id')
    .select('dataset_version.id')
    .where('dataset_id', '=', datasetId)
    .where('kind', '=', 'content')
    .where('number', '<', number)
    .where('dataset_version_erasure.version_id', 'is', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}
