import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/context/change.ts';
import { datasetErrors } from './errors.ts';
import { datasetDb, type DatasetTables } from './tables.ts';

type Table = 'data_source' | 'dataset';
interface Wanted {
  problemId: string;
  id: string;
}

const unknown = { data_source: datasetErrors.sourceNotFound, dataset: datasetErrors.notFound } as const;

/**
 * One row of this problem, removed or not, held until the end of the change: writing it to itself is a lock that both
 * databases know. Throws 404.
 */
export async function lockAny<T extends Table>(
  tx: Pick<Tx, 'db'>,
  table: T,
  { problemId, id }: Wanted,
): Promise<Selectable<DatasetTables[T]>> {
  const row = await datasetDb(tx.db)
    // One of them stands for both: the columns used here are in each.
    .updateTable(table as 'dataset')
    .set((eb) => ({ version: eb.ref('version') }))
    .where('problem_id', '=', problemId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw unknown[table]({ id });
  return row as unknown as Selectable<DatasetTables[T]>;
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
