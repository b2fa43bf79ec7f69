import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/context/change.ts';
import { lockRow } from '../../platform/db/lock-row.ts';
import { datasetErrors } from './errors.ts';
import { datasetDb, type DatasetTables } from './tables.ts';

type Table = 'data_source' | 'dataset';
interface Wanted {
  problemId: string;
  id: string;
}

const unknown = { data_source: datasetErrors.sourceNotFound, dataset: datasetErrors.notFound } as const;

/** Removed or not. Throws 404. */
export function lockAny<T extends Table>(
  tx: Pick<Tx, 'db'>,
  table: T,
  wanted: Wanted,
): Promise<Selectable<DatasetTables[T]>> {
  return lockRow(datasetDb(tx.db), table, { ...wanted, notFound: unknown[table] });
}

/** As `lockAny`, of what is not removed. */
export async function lockPresent<T extends Table>(
  tx: Pick<Tx, 'db'>,
  table: T,
  wanted: Wanted,
): Promise<Selectable<DatasetTables[T]>> {
  const row = await lockAny(tx, table, wanted);
  if ((row as { removed_at: number | null }).removed_at !== null) throw unknown[table]({ id: wanted.id });
  return row;
}
