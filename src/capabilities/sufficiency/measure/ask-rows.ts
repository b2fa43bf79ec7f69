import type { Analytics } from '../../../platform/analytics/analytics.ts';
import { PlannedRows, type PlannedTable } from './rows-sql.ts';

export interface Asking {
  query: Analytics['query'];
  table: PlannedTable;
  /** files of other data that the question reads too */
  alsoRead?: readonly string[];
  signal?: AbortSignal;
}

type Row = Awaited<ReturnType<Analytics['query']>>[number];

/** One question about the rows: `sql` is written with pieces of them, and has their parameters. */
export function askRows<Answer extends Row>(
  { query, table, alsoRead = [], signal }: Asking,
  sql: (rows: PlannedRows) => string,
): Promise<Answer[]> {
  const rows = new PlannedRows(table);
  const text = sql(rows);
  const options = { files: [...table.parquet, ...alsoRead], timeout_ms: 900_000, ...(signal && { signal }) };
  return query<Answer>(text, rows.params.values, options);
}

/** What is asked beside the rows themselves, such as which columns there are. */
export const rowsOf = ({ table }: Asking): PlannedRows => new PlannedRows(table);
