import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Analytics } from '../../../platform/analytics/analytics.ts';
import { evaluationErrors } from '../errors.ts';
import { askFile, Params, type PredictionFile, type TableFile } from './prediction-file.ts';
import { TableScan } from './table-scan.ts';

const pieces = { highWaterMark: 256 * 1024 };

/** The names of a JSON table, which usually stand before its rows; none where it has none. */
export async function readJsonColumns(file: PredictionFile): Promise<string[]> {
  const scan = new TableScan();
  for await (const piece of createReadStream(file.path, pieces)) {
    pushPiece(scan, piece as Buffer, file);
    if (scan.columns !== null) return scan.columns;
  }
  demandWhole(scan, file);
  return [];
}

interface Unpacking {
  /** how many columns there are */
  width: number;
  /** for files that are removed with it */
  folder: string;
  signal: AbortSignal;
}

/**
 * A JSON table as a Parquet file of texts: one object of any size is one value for whoever parses JSON, and takes many times its
 * size. So its rows are told apart here, each is parsed once, and whatever is asked of them is asked of the Parquet file.
 */
export async function unpackJson(
  analytics: Analytics,
  file: PredictionFile,
  { width, folder, signal }: Unpacking,
): Promise<TableFile> {
  await mkdir(folder, { recursive: true });
  const lines = join(folder, `${randomUUID()}.jsonl`);
  const path = join(folder, `${randomUUID()}.parquet`);
  await writeLines(file, lines, signal);
  const cells = Array.from({ length: width }, (_, place) => `r[${place + 1}] as c${place}`);
  const rows = `select json::varchar[] as r from read_ndjson_objects('${quoted(lines)}')`;
  const sql = `copy (select ${cells.join(', ')} from (${rows})) to '${quoted(path)}' (format parquet)`;
  await askFile(analytics, { ...file, path: lines }, { sql, params: new Params(), others: [path], signal });
  await rm(lines);
  return { artifact: file.artifact, path, format: 'parquet' };
}

async function writeLines(file: PredictionFile, to: string, signal: AbortSignal): Promise<void> {
  const scan = new TableScan();
  async function* rowsOf(source: AsyncIterable<Buffer>) {
    for await (const piece of source) yield pushPiece(scan, piece, file);
  }
  await pipeline(createReadStream(file.path, pieces), rowsOf, createWriteStream(to), { signal });
  demandWhole(scan, file);
}

function pushPiece(scan: TableScan, piece: Buffer, { artifact }: PredictionFile): Buffer {
  try {
    return scan.push(piece);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw evaluationErrors.unreadable({ artifact, reason: `${error.message}.` });
  }
}

function demandWhole({ isWhole }: TableScan, { artifact }: PredictionFile): void {
  if (!isWhole) throw evaluationErrors.unreadable({ artifact, reason: 'It ends in the middle of its JSON.' });
}

const quoted = (path: string): string => path.replaceAll("'", "''");
