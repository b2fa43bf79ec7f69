import { createReadStream } from 'node:fs';
import { readErrors } from './errors.ts';
import type { Separators } from './parse-records.ts';
import type { Progress } from './read-file-protocol.ts';
import { RecordScanner, type ScannedRecord } from './record-scanner.ts';
import { TextGuard } from './text-guard.ts';

export interface CsvShape {
  file: string;
  separators: Separators;
  columns: number;
  header: boolean;
  /** where the header or the first row begins, behind the lines that are left out */
  start_bytes: number;
  skipRows: number;
  skipsBad: boolean;
}

export interface SeenShape {
  rows: number;
  /** rows that do not fit the columns */
  skipped: number;
  longest_bytes: number;
  /** null: it must be written anew, since DuckDB could not take it as it lies */
  lineBreak: '\n' | '\r\n' | null;
}

interface Tally {
  rows: number;
  bad: number;
  firstBad: ScannedRecord | null;
  awaitsHeader: boolean;
}

/** Reads the whole file once, and refuses what is no table. */
export async function scanShape(path: string, shape: CsvShape, progress: Progress): Promise<SeenShape> {
  const { file, skipRows } = shape;
  const tally: Tally = { rows: 0, bad: 0, firstBad: null, awaitsHeader: shape.header };
  const scanner = new RecordScanner(shape.separators, {
    file,
    firstLine: skipRows + 1,
    keepsBytes: false,
    onRecord: (record) => count(tally, record, shape),
  });
  const guard = new TextGuard(file, skipRows + 1);
  let read_bytes = 0;
  for await (const chunk of createReadStream(path, { start: shape.start_bytes, highWaterMark: 256 * 1024 })) {
    guard.push(chunk as Buffer);
    scanner.push(chunk as Buffer);
    read_bytes += (chunk as Buffer).length;
    progress(read_bytes);
  }
  guard.end();
  scanner.end();
  refuse(tally, shape);
  const { breaks, blanks, longest_bytes } = scanner;
  const isMixed = breaks.cr > 0 || (breaks.lf > 0 && breaks.crlf > 0);
  const asItLies = !isMixed && blanks === 0 && tally.bad === 0 && skipRows === 0;
  const lineBreak = breaks.crlf > 0 ? '\r\n' : '\n';
  return { rows: tally.rows, skipped: tally.bad, longest_bytes, lineBreak: asItLies ? lineBreak : null };
}

const fits = ({ fields, isBroken }: ScannedRecord, { columns }: CsvShape): boolean => fields === columns && !isBroken;

function count(tally: Tally, record: ScannedRecord, shape: CsvShape): void {
  if (record.fields === 0) return;
  if (tally.awaitsHeader) tally.awaitsHeader = false;
  else if (fits(record, shape)) tally.rows += 1;
  else {
    tally.bad += 1;
    tally.firstBad ??= { ...record };
  }
}

function refuse({ rows, bad, firstBad }: Tally, { file: name, columns, header, skipsBad }: CsvShape): void {
  if (rows === 0 && bad === 0) throw header ? readErrors.headerOnly({ name, columns }) : readErrors.empty({ name });
  if (!firstBad) return;
  if (skipsBad && rows === 0) throw readErrors.allRowsBad({ name, columns, count: bad });
  if (skipsBad) return;
  const found = firstBad.isBroken ? null : firstBad.fields;
  throw readErrors.badRows({ name, columns, count: bad, line: firstBad.line, found });
}

/** The rows that fit, one line break behind each; without header, empty lines and what stands above. */
export function shapedAnew(shape: CsvShape): (source: AsyncIterable<Buffer>) => AsyncGenerator<Buffer> {
  return async function* write(source) {
    let awaitsHeader = shape.header;
    let kept: Buffer[] = [];
    const scanner = new RecordScanner(shape.separators, {
      file: shape.file,
      firstLine: shape.skipRows + 1,
      keepsBytes: true,
      onRecord: (record) => {
        if (record.fields === 0) return;
        if (awaitsHeader) awaitsHeader = false;
        else if (fits(record, shape)) kept.push(...record.bytes, lineFeed);
      },
    });
    for await (const chunk of source) {
      scanner.push(chunk);
      if (kept.length > 0) yield Buffer.concat(kept);
      kept = [];
    }
    scanner.end();
    if (kept.length > 0) yield Buffer.concat(kept);
  };
}

const lineFeed = Buffer.from('\n');
