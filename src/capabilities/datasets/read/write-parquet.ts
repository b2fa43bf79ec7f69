import type { Analytics } from '../../../platform/analytics/analytics.ts';
import { type FoundColumn, presentValue, sqlName, sqlText, type TextTable } from './find-types.ts';
import { text } from './type-ladder.ts';

/** A group of rows is held in memory while it is written: so many values, and about so many bytes. */
const valuesOfGroup = 2_000_000;
const bytesOfGroup = 48 * 1024 * 1024;
const mostRows = 122_880;
const fewestRows = 2048;

export function rowsOfGroup(given: { columns: number; rows: number; size_bytes: number }): number {
  const byValues = valuesOfGroup / Math.max(1, given.columns);
  const byBytes = bytesOfGroup / Math.max(1, given.size_bytes / Math.max(1, given.rows));
  const rows = Math.floor(Math.min(byValues, byBytes));
  return Math.max(fewestRows, Math.min(mostRows, rows));
}

interface Writing {
  analytics: Analytics;
  /** absolute path of what is written */
  to: string;
  rowsOfGroup: number;
  signal: AbortSignal;
  timeout_ms: number;
}

/** Answers how many rows it has written. */
export async function writeTable(
  table: TextTable,
  { columns, nullTexts }: { columns: readonly FoundColumn[]; nullTexts: readonly string[] },
  writing: Writing,
): Promise<number> {
  const listed = columns.map(
    (column, index) => `${valueOf(column, `c${index}`, nullTexts)} as ${sqlName(column.name)}`,
  );
  return writeSelect({ select: `select ${listed.join(', ')} from ${table.sql}`, files: table.files }, writing);
}

/** As short as it can be: what DuckDB's planner does grows with the square of the expressions. */
function valueOf({ candidate, emptied }: FoundColumn, c: string, nullTexts: readonly string[]): string {
  if (candidate === text) return c;
  if (emptied > 0) return candidate.cast(presentValue(c, nullTexts));
  const takesSpaces = /^(BIGINT|DOUBLE|DECIMAL)/.test(candidate.type);
  return candidate.cast(takesSpaces ? c : `trim(${c})`);
}

export async function writeSelect(
  { select, files }: { select: string; files: readonly string[] },
  { analytics, to, rowsOfGroup, signal, timeout_ms }: Writing,
): Promise<number> {
  const [written] = await analytics.query<{ Count: number }>(
    `copy (${select}) to ${sqlText(to)} (format parquet, compression zstd, row_group_size ${rowsOfGroup})`,
    [],
    { files: [...files, to], signal, timeout_ms },
  );
  return written?.Count ?? 0;
}
