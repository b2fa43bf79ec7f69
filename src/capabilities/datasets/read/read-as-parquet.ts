import { join } from 'node:path';
import type { Analytics } from '../../../platform/analytics/analytics.ts';
import type { JsonValue } from '../../../platform/analytics/analytics-protocol.ts';
import { QueryError } from '../../../platform/analytics/query-error.ts';
import { newId } from '../../../platform/ids.ts';
import type { FileFormat, ReadOptions } from '../read-options-contract.ts';
import type { Column } from '../shared-contract.ts';
import { readErrors } from './errors.ts';

export interface ReadAsked {
  analytics: Analytics;
  file: { path: string; name: string; size_bytes: number };
  format?: FileFormat;
  options: ReadOptions;
  /** a folder for this alone; what is made in it may stay behind when it fails */
  scratchFolder: string;
  signal: AbortSignal;
}

export interface ReadAnswer {
  /** path of a finished Parquet file in the scratch folder */
  parquet: string;
  format: FileFormat;
  columns: Column[];
  rows: number;
}

/** Turns a file that somebody gave into Parquet, whole, or says what is wrong with it. */
export async function readAsParquet({
  analytics,
  file,
  options,
  scratchFolder,
  signal,
  ...asked
}: ReadAsked): Promise<ReadAnswer> {
  const format = asked.format ?? (/\.(parquet|pq)$/i.test(file.name) ? 'parquet' : 'csv');
  const parquet = join(scratchFolder, `${newId()}.parquet`);
  const ask = <Row extends Record<string, JsonValue>>(sql: string, files: readonly string[]) =>
    analytics.query<Row>(sql, [], { files, timeout_ms: 1_800_000, signal });
  try {
    await ask(
      `copy (select * from ${readerOf(format, file.path, options)}) to ${quoted(parquet)} (format parquet, compression zstd)`,
      [file.path, parquet],
    );
  } catch (error) {
    if (error instanceof QueryError) throw readErrors.unreadable({ name: file.name, reason: error.message });
    throw error;
  }
  const described = await ask<{ column_name: string; column_type: string }>(
    `describe select * from read_parquet(${quoted(parquet)})`,
    [parquet],
  );
  const [counted] = await ask<{ rows: number }>(`select count(*) as rows from read_parquet(${quoted(parquet)})`, [
    parquet,
  ]);
  const columns = described.map((row) => ({ name: row.column_name, type: row.column_type }));
  return { parquet, format, columns, rows: counted?.rows ?? 0 };
}

function readerOf(format: FileFormat, path: string, { delimiter, quote, header, decimal }: ReadOptions): string {
  if (format === 'parquet') return `read_parquet(${quoted(path)})`;
  const told = [
    delimiter === undefined ? '' : `, delim = ${quoted(delimiter)}`,
    quote === undefined ? '' : `, quote = ${quoted(quote)}`,
    header === undefined ? '' : `, header = ${String(header)}`,
    decimal === undefined ? '' : `, decimal_separator = ${quoted(decimal)}`,
  ];
  return `read_csv(${quoted(path)}, sample_size = -1${told.join('')})`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
