import type { SchemaStep } from '../../platform/db/migrate.ts';
import type { Schema } from './schema-of.ts';
import type { Row, StoredTable } from './stored-table.ts';

/** What the restored database is made of. */
export interface Wanted extends Schema {
  steps: readonly SchemaStep[];
}

export interface RestoreWork {
  /** Hands every row to `load`. What it throws undoes everything. */
  fill(load: (table: StoredTable, rows: readonly Row[]) => Promise<void>): Promise<void>;
  /** Called when the database is whole, and before others see it. */
  show(): Promise<void>;
}
