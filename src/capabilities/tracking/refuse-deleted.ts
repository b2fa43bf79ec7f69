import type { AnyDb } from '../../platform/db/database.ts';
import { trackingErrors } from './errors.ts';
import type { ExperimentRow } from './experiment-queries.ts';
import { trackingDb } from './tables.ts';

/** The name elsewhere of an experiment that was deleted there, and was brought as a deleted one. */
export const deletedThereTag = 'peil.imported.name';

/** Into a deleted experiment nothing goes any more, but for what comes with one that was brought as such. Throws 409. */
export async function refuseDeleted(db: AnyDb, { id, deleted_at }: ExperimentRow): Promise<void> {
  if (deleted_at === null) return;
  const brought = await trackingDb(db)
    .selectFrom('experiment_tag')
    .select('key')
    .where('experiment_id', '=', id)
    .where('key', '=', deletedThereTag)
    .executeTakeFirst();
  if (!brought) throw trackingErrors.experimentDeleted({ id: String(id) });
}
