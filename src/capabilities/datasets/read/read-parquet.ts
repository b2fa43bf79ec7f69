import { columnNames } from './column-names.ts';
import { readErrors } from './errors.ts';
import { sqlName, sqlText } from './find-types.ts';
import type { ReadAnswer } from './read-as-parquet.ts';
import type { PreparedFile } from './read-file-protocol.ts';
import { tailOf } from './file-head.ts';
import { readLimits } from './read-limits.ts';
import type { Reading } from './reading.ts';
import { rowsOfGroup, writeSelect } from './write-parquet.ts';

/**
 * A Parquet that was given is written anew: so every page of it was read once, what its footer says is what is in it, and
 * what others read later comes from one writer only.
 */
export async function readParquet(
  { path, size_bytes }: Extract<PreparedFile, { format: 'parquet' }>,
  reading: Reading,
): Promise<Omit<ReadAnswer, 'parquet'>> {
  const { analytics, file, signal, to } = reading;
  const { name } = file;
  await refuseCutOff(path, { name, size_bytes });
  const files = [path];
  const timeout_ms = readLimits.duration_ms;
  const source = `read_parquet(${sqlText(path)})`;
  const described = await analytics.query<{ column_name: string; column_type: string }>(
    `select column_name, column_type from (describe select * from ${source})`,
    [],
    { files, signal, timeout_ms },
  );
  const parts = await analytics.query<SchemaPart>(
    `select name, coalesce(num_children, 0) as children from parquet_schema(${sqlText(path)})`,
    [],
    { files, signal, timeout_ms },
  );
  const names = columnNames(topNames(parts), { file: name, duplicates: reading.options.duplicateNames ?? 'refuse' });
  const [told] = await analytics.query<{ rows: number | null; bytes: number | null }>(
    `select sum(row_group_num_rows) as rows, sum(bytes) as bytes from (select row_group_id, any_value(row_group_num_rows) as row_group_num_rows, sum(total_uncompressed_size) as bytes from parquet_metadata(${sqlText(path)}) group by row_group_id)`,
    [],
    { files, signal, timeout_ms },
  );
  // DuckDB's own names differ where two are the same to it.
  const listed = described.map(({ column_name: own }, index) => `${sqlName(own)} as ${sqlName(names[index] ?? own)}`);
  const size = { columns: names.length, rows: told?.rows ?? 0, size_bytes: told?.bytes ?? 0 };
  const rows = await writeSelect(
    { select: `select ${listed.join(', ')} from ${source}`, files },
    { analytics, to, rowsOfGroup: rowsOfGroup(size), signal, timeout_ms },
  );
  if (rows === 0) throw readErrors.headerOnly({ name, columns: names.length });
  const columns = described.map(({ column_type: type }, index) => ({ name: names[index] ?? '', type }));
  return { format: 'parquet', columns, rows, skipped: 0, dialect: null, sheet: null };
}

type SchemaPart = { name: string; children: number };

/** The names of the columns as the file has them: its schema is a tree, written branch by branch. */
function topNames([, ...parts]: readonly SchemaPart[]): string[] {
  const names: string[] = [];
  let below = 0;
  for (const { name, children } of parts) {
    if (below === 0) names.push(name);
    else below -= 1;
    below += children;
  }
  return names;
}

const mark = 'PAR1';

/** A file that was cut off ends in the midst of its data: said at once, and in plain words. */
async function refuseCutOff(path: string, { name, size_bytes }: { name: string; size_bytes: number }): Promise<void> {
  const end = await tailOf(path, 8);
  const refuse = (reason: string) => readErrors.brokenParquet({ name, reason });
  if (end.toString('latin1', 4) !== mark) throw refuse('it is cut off: its end is lacking');
  const footer_bytes = end.readUInt32LE(0);
  if (footer_bytes > size_bytes - 12) throw refuse('its footer says that it is larger than the file');
}
