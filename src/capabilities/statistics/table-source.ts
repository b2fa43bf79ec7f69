import type { Analytics } from '../../platform/analytics/analytics.ts';
import { kindOf } from './column-kind.ts';
import type { ColumnAt } from './column-sql.ts';
import type { TableFrame } from './frame-contract.ts';

/** How tables are asked: `Analytics.query`, or anything of its shape. */
export type Query = Analytics['query'];

export interface TableSource {
  query: Query;
  /** absolute paths of Parquet files of one shape */
  parquet: readonly string[];
  signal?: AbortSignal;
}

export interface TableColumn extends ColumnAt {
  name: string;
}

export interface Table extends TableSource {
  rows: number;
  columns: readonly TableColumn[];
}

/** So many columns are asked about at once, that neither the SQL nor the answer grows without end. */
export const columnsAtOnce = 64;

export async function openTable(source: TableSource): Promise<Table> {
  const described = await ask<{ name: string; type: string }>(
    source,
    'select column_name as name, column_type as type from (describe select * from read_parquet($1))',
  );
  const [counted] = await ask<{ rows: number }>(source, 'select count(*) as rows from read_parquet($1)');
  const columns = described.map(({ name, type }, place) => ({ name, type, kind: kindOf(type), place }));
  return { ...source, columns, rows: counted?.rows ?? 0 };
}

/** The table as its frame knows it, without looking at the files. */
export const tableOf = (source: TableSource, { columns }: TableFrame): Table => ({
  ...source,
  rows: 0,
  columns: columns.map(({ name, type, kind }, place) => ({ name, type, kind, place })),
});

/** SQL over `tableSql`, whose only parameter is the files. */
export function ask<Row extends Record<string, Value>>(
  { query, parquet, signal }: TableSource,
  sql: string,
): Promise<Row[]> {
  return query<Row>(sql, [parquet], { files: parquet, timeout_ms: 900_000, ...(signal && { signal }) });
}
type Value = Awaited<ReturnType<Query>>[number][string];

/** The rows with their columns named by place: c0, c1, ... */
export const tableSql = ({ columns }: Pick<Table, 'columns'>): string =>
  `read_parquet($1) as t(${columns.map(({ place }) => `c${place}`).join(', ')})`;

export function* portions<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += columnsAtOnce) yield all.slice(from, from + columnsAtOnce);
}
