import type { Cell, Row, StoredColumn } from './stored-table.ts';

/** Rows as they stand in an archive: JSON Lines, an array of cells each. What is no finite number stands as its name. */
export function lineOf(row: Row): string {
  return `${JSON.stringify(row.every(isJson) ? row : row.map((cell) => (isJson(cell) ? cell : String(cell))))}\n`;
}

const isJson = (cell: Cell) => typeof cell !== 'number' || Number.isFinite(cell);

/** The rows of a part; null where a line is none of this table. */
export function rowsOf(text: string, columns: readonly StoredColumn[]): Cell[][] | null {
  if (!text.endsWith('\n')) return null;
  const rows: Cell[][] = [];
  for (const line of text.slice(0, -1).split('\n')) {
    const row = readLine(line);
    if (!Array.isArray(row) || row.length !== columns.length) return null;
    for (const [index, column] of columns.entries()) {
      const cell = cellOf(row[index], column);
      if (cell === undefined) return null;
      row[index] = cell;
    }
    rows.push(row as Cell[]);
  }
  return rows;
}

function readLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

const notFinite = new Set(['Infinity', '-Infinity', 'NaN']);

function cellOf(value: unknown, { type }: StoredColumn): Cell | undefined {
  if (value === null) return null;
  if (type === 'text') return typeof value === 'string' ? value : undefined;
  if (type === 'integer') return Number.isSafeInteger(value) ? (value as number) : undefined;
  if (typeof value === 'string' && notFinite.has(value)) return Number(value);
  return typeof value === 'number' ? value : undefined;
}
