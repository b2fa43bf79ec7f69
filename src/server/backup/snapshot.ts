import type { DatabaseKind } from '../../platform/db/database.ts';
import type { StoredTable } from './stored-table.ts';

/** Some rows of one table as lines, small enough to be held in memory. */
export interface Part {
  rows: number;
  text: string;
}

/** How long a part becomes, in characters; one row may be longer. */
export const partLength = 1024 * 1024;

/** One moment of a database, which others go on writing to meanwhile. */
export interface Snapshot {
  kind: DatabaseKind;
  /** names of the steps that its schema has had; none where there is no Peil in it */
  steps: readonly string[];
  countRows(table: StoredTable): Promise<number>;
  parts(table: StoredTable): AsyncGenerator<Part>;
  close(): Promise<void>;
}

/** Names are those of our own schema: quoting them is for those that are also words of SQL. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export const columnList = ({ columns }: StoredTable): string => columns.map(({ name }) => quoted(name)).join(', ');
