import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson } from '../../platform/json.ts';
import { datasetErrors } from './errors.ts';
import type { Column } from './shared-contract.ts';
import { datasetDb } from './tables.ts';

/** Throws 422 for a column that no version of the data set has, with those of the newest. */
export async function refuseUnknownColumn(
  db: AnyDb,
  { datasetId, column }: { datasetId: string; column: string },
): Promise<void> {
  const versions = await datasetDb(db)
    .selectFrom('dataset_version')
    .select('columns')
    .where('dataset_id', '=', datasetId)
    .orderBy('number', 'desc')
    .execute();
  const columns = versions.map((version) => fromJson<Column[]>(version.columns).map(({ name }) => name));
  if (!columns.some((names) => names.includes(column)))
    throw datasetErrors.unknownColumn({ column, columns: columns[0] ?? [] });
}
