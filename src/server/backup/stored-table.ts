/** A table as a backup holds it: the same in SQLite and in PostgreSQL, so that the one can be restored into the other. */
export interface StoredTable {
  name: string;
  columns: readonly StoredColumn[];
}

export interface StoredColumn {
  name: string;
  type: ColumnType;
}

export const columnTypes = ['text', 'integer', 'real'] as const;
export type ColumnType = (typeof columnTypes)[number];

export type Cell = string | number | null;
/** Cells in the order of the table's columns. */
export type Row = readonly Cell[];
