import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson } from '../../platform/json.ts';
import type { TableProfile } from '../statistics/contract.ts';
import { datasetDb } from './tables.ts';

/** As far as it has come; null where nothing was computed yet. */
export async function findProfile(
  db: AnyDb,
  versionId: string,
): Promise<{ profile: TableProfile; madeAt: number } | null> {
  const row = await datasetDb(db)
    .selectFrom('dataset_profile')
    .select(['profile', 'made_at'])
    .where('version_id', '=', versionId)
    .executeTakeFirst();
  return row ? { profile: fromJson<TableProfile>(row.profile), madeAt: row.made_at } : null;
}
