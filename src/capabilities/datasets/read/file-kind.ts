import type { FileFormat } from '../read-options-contract.ts';

/** What a file is by its first bytes, whatever it is called. */
export type FileKind = 'parquet' | 'zip' | 'gzip' | 'text' | 'json' | { other: string };

const signatures: readonly (readonly [bytes: string, found: string])[] = [
  ['\x89PNG', 'a PNG picture'],
  ['\xff\xd8\xff', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['%PDF', 'a PDF document'],
  ['\xd0\xcf\x11\xe0', 'an old Office document (.xls or .doc), or one with a password'],
  ['\x28\xb5\x2f\xfd', 'data packed with zstd'],
  ['BZh', 'data packed with bzip2'],
  ['\xfd7zXZ', 'data packed with xz'],
  ['7z\xbc\xaf', 'a 7-Zip archive'],
  ['Rar!', 'a RAR archive'],
  ['SQLite format 3', 'a SQLite database'],
  ['Obj\x01', 'Avro data'],
  ['ARROW1', 'Arrow data'],
  ['ORC', 'ORC data'],
  ['\x7fELF', 'a program'],
  ['MZ', 'a program'],
];

/** `head`: at least the first few hundred bytes. */
export function kindOfContent(head: Buffer): FileKind {
  const start = head.subarray(0, 512).toString('latin1');
  if (start.startsWith('PAR1')) return 'parquet';
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'zip';
  if (start.startsWith('\x1f\x8b')) return 'gzip';
  const other = signatures.find(([bytes]) => start.startsWith(bytes) && isNoText(bytes, head));
  if (other) return { other: other[1] };
  const text = start.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (/^<(!doctype html|html|\?xml)/i.test(text)) return { other: 'a web page or XML' };
  return text.startsWith('{') || /^\[\s*(\{|\])/.test(text) ? 'json' : 'text';
}

/** `MZ` or `ORC` may well begin a text: what is binary shows it soon. */
function isNoText(bytes: string, head: Buffer): boolean {
  return bytes.length > 3 || head.subarray(0, 512).includes(0);
}

const byExtension: Readonly<Record<string, FileFormat>> = {
  csv: 'csv',
  tsv: 'csv',
  tab: 'csv',
  parquet: 'parquet',
  pq: 'parquet',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  json: 'jsonl',
  xlsx: 'excel',
  xlsm: 'excel',
};

/** What a name promises; undefined where it promises nothing, as `data.txt` does. */
export function formatOfName(name: string): FileFormat | undefined {
  const [, extension = ''] = /\.([a-z0-9]+)$/i.exec(name.replace(/\.(gz|zip)$/i, '')) ?? [];
  return byExtension[extension.toLowerCase()];
}

/** The name without the wrapping: `a.csv.gz` is `a.csv`. */
export const nameOfFormat: Readonly<Record<FileFormat, string>> = {
  csv: 'CSV',
  parquet: 'Parquet',
  jsonl: 'JSON',
  excel: 'Excel (.xlsx)',
};
