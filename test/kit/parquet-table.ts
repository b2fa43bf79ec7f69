import type { Analytics } from '../../src/platform/analytics/analytics.ts';

export interface ParquetColumn {
  name: string;
  /** as DuckDB writes it */
  type: string;
  /** each as a text that DuckDB reads as the type */
  values: readonly (string | null)[];
}

const nothing = '<nothing>';

/** Writes a Parquet file of these columns. */
export async function writeParquet(
  analytics: Pick<Analytics, 'query'>,
  path: string,
  columns: readonly ParquetColumn[],
): Promise<void> {
  const selected = columns.map(
    ({ name, type }, index) =>
      `nullif(unnest($${index + 1}), '${nothing}')::${type} as "${name.replaceAll('"', '""')}"`,
  );
  const values = columns.map((column) => column.values.map((value) => value ?? nothing));
  await analytics.query(`copy (select ${selected.join(', ')}) to '${path}' (format parquet)`, values, {
    files: [path],
  });
}
