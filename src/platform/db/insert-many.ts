import { CompiledQuery } from 'kysely';
import type { AnyDb } from './database.ts';
import { isPostgres } from './is-postgres.ts';

type Cell = string | number | null;

interface Insert {
  into: string;
  /** names with their types in PostgreSQL; names are ours, never a user's */
  columns: Readonly<Record<string, 'text' | 'integer' | 'bigint' | 'double precision'>>;
  /** a cell for each column, in their order */
  rows: readonly (readonly Cell[])[];
  /** what follows the rows, of our own making: `on conflict ... returning ...` */
  tail: string;
}

const rowsOf = new WeakMap<CompiledQuery, Insert['rows']>();

/** The rows that a statement is to be run for, one after another. */
export function manyRowsOf(query: CompiledQuery): Insert['rows'] | undefined {
  return rowsOf.get(query);
}

/**
 * Inserts many rows by a statement whose text is the same however many there are, so that each database prepares it once: SQLite
 * runs it for each row, PostgreSQL takes each column as one list. Answers what `returning` says of all rows.
 */
export async function insertMany<Row>(db: AnyDb, insert: Insert): Promise<Row[]> {
  if (insert.rows.length === 0) return [];
  return (await db.executeQuery<Row>(manyRows(db, insert))).rows;
}

/** The statement itself, for who puts it off: see `defer`. */
export function manyRows(db: AnyDb, { into, columns, rows, tail }: Insert): CompiledQuery {
  const names = Object.keys(columns);
  const head = `insert into ${into} (${names.join(', ')})`;
  if (!isPostgres(db)) {
    const query = CompiledQuery.raw(`${head} values (${names.map(() => '?').join(', ')}) ${tail}`);
    rowsOf.set(query, rows);
    return query;
  }
  const lists = Object.values(columns).map((type, index) => `$${index + 1}::${type}[]`);
  const values = names.map((_, index) => rows.map((row) => row[index] ?? null));
  return CompiledQuery.raw(`${head} select * from unnest(${lists.join(', ')}) ${tail}`, values);
}
