import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { columnNames } from './column-names.ts';
import { readErrors } from './errors.ts';
import { headOf } from './file-head.ts';
import { plainText } from './plain-text.ts';
import type { PreparedFile, Progress, ReadFileTask } from './read-file-protocol.ts';
import { type CsvShape, scanShape, shapedAnew } from './scan-shape.ts';
import { sniffDialect } from './sniff-dialect.ts';

const looked_bytes = 256 * 1024;

/** Shape, encoding and names of a CSV; written anew only where DuckDB could not take it as it lies. */
export async function prepareCsv(
  task: ReadFileTask,
  progress: Progress,
): Promise<Extract<PreparedFile, { format: 'csv' | 'excel' }>> {
  const { options, scratchFolder } = task;
  const text = await plainText(task);
  const { shape, names } = await look(text.path, task);
  const seen = await scanShape(text.path, shape, progress);
  const { rows, skipped, longest_bytes } = seen;
  const { separators, header } = shape;
  const told = { header, skipRows: options.skipRows ?? 0, encoding: text.encoding, sheet: null };
  const common = { format: 'csv', separators, names, rows, skipped, longest_bytes, told } as const;
  const { lineBreak } = seen;
  if (lineBreak !== null) {
    const { size } = await stat(text.path);
    return { ...common, path: text.path, lineBreak, skipsHeader: header, size_bytes: size };
  }
  const path = join(scratchFolder, 'shaped.csv');
  const read = createReadStream(text.path, { start: shape.start_bytes });
  await pipeline(read, shapedAnew(shape), createWriteStream(path, { flags: 'wx' }));
  return { ...common, path, lineBreak: '\n', skipsHeader: false, size_bytes: (await stat(path)).size };
}

async function look(path: string, { file, options }: ReadFileTask): Promise<{ shape: CsvShape; names: string[] }> {
  const head = await headOf(path, looked_bytes);
  const skipRows = options.skipRows ?? 0;
  const start_bytes = startOfLine(head, skipRows);
  if (start_bytes >= head.length) throw readErrors.empty({ name: file.name });
  const isWhole = head.length < looked_bytes;
  const { delimiter, quote, header, first } = sniffDialect(
    head.subarray(start_bytes).toString('utf8'),
    options,
    isWhole,
  );
  const duplicates = options.duplicateNames ?? 'refuse';
  const names = columnNames(header ? first : first.map(() => ''), { file: file.name, duplicates });
  const separators = { delimiter, quote };
  const skipsBad = options.badRows === 'skip';
  const shape = { file: file.name, separators, columns: names.length, header, start_bytes, skipRows, skipsBad };
  return { shape, names };
}

function startOfLine(head: Buffer, lines: number): number {
  let at = 0;
  for (let line = 0; line < lines; line += 1) {
    const found = head.indexOf(0x0a, at);
    if (found < 0) return head.length;
    at = found + 1;
  }
  return at;
}
