/** How a file is shown, by its name alone: what it says it is is never believed further than that. */
export type ArtifactKind = 'image' | 'html' | 'table' | 'parquet' | 'model' | 'text' | 'other';

const images: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
};
const texts = new Set([
  'txt',
  'md',
  'log',
  'yaml',
  'yml',
  'toml',
  'ini',
  'cfg',
  'py',
  'r',
  'sql',
  'diff',
  'xml',
  'env',
  'jsonl',
]);
const named = new Set(['conda.yaml', 'requirements', 'license', 'dockerfile']);

const endingOf = (name: string): string => name.toLowerCase().split('.').at(-1) ?? '';

export const imageTypeOf = (name: string): string => images[endingOf(name)] ?? 'image/png';

export function kindOf(name: string): ArtifactKind {
  if (name === 'MLmodel') return 'model';
  const ending = endingOf(name);
  if (Object.hasOwn(images, ending)) return 'image';
  if (ending === 'html' || ending === 'htm') return 'html';
  if (ending === 'csv' || ending === 'tsv' || ending === 'json') return 'table';
  if (ending === 'parquet') return 'parquet';
  return texts.has(ending) || named.has(name.toLowerCase()) ? 'text' : 'other';
}

export interface ArtifactTable {
  columns: string[];
  rows: (string | null)[][];
}

const rowsShown = 50;

/** A table as `mlflow.log_table` writes it, or a file of separated values; null: it is none, and is shown as text. */
export function readTable(name: string, text: string): ArtifactTable | null {
  return endingOf(name) === 'json' ? readSplit(text) : readSeparated(text, endingOf(name) === 'tsv' ? '\t' : ',');
}

function readSplit(text: string): ArtifactTable | null {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return null;
  }
  const { columns, data } = (given ?? {}) as { columns?: unknown; data?: unknown };
  if (!Array.isArray(columns) || !Array.isArray(data) || !data.every((row) => Array.isArray(row))) return null;
  const say = (value: unknown) => (value === null ? null : typeof value === 'string' ? value : JSON.stringify(value));
  return { columns: columns.map(String), rows: data.slice(0, rowsShown).map((row: unknown[]) => row.map(say)) };
}

function readSeparated(text: string, separator: string): ArtifactTable | null {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const ends = new Set([separator, '\n']);
  const endCell = (letter: string) => {
    rows.at(-1)?.push(cell);
    cell = '';
    if (letter === '\n') rows.push([]);
  };
  for (const letter of text) {
    if (rows.length > rowsShown + 1) break;
    if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && ends.has(letter)) endCell(letter);
    else cell += letter === '\r' ? '' : letter;
  }
  if (cell !== '') endCell(separator);
  const [columns = [], ...data] = rows.filter((row) => row.length > 0);
  return columns.length > 1 ? { columns, rows: data.slice(0, rowsShown) } : null;
}
