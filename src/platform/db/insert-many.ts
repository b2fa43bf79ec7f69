import { CompiledQuery } from 'kysely';
import type { AnyDb } from './database.ts';
import { isPostgres } from './is-postgres.ts';
import type { ManyRows } from './sqlite-protocol.ts';

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

const rowsOf = new WeakMap<CompiledQuery, ManyRows>();

/** What a statement of one row is to be run for. */
export function manyRowsOf(query: CompiledQuery): ManyRows | undefined {
  return rowsOf.get(query);
}

/** So many rows are one statement in SQLite: calling it costs as much as a row does. */
const rowsAtOnce = 50;

/**
 * Inserts many rows by statements whose text is the same however many there are, so that each database prepares them once: SQLite
 * runs one for every so many rows and another for each of the rest, PostgreSQL takes each column as one list. Answers what `returning`
 * says of all rows.
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
    const row = `(${names.map(() => '?').join(', ')})`;
    const query = CompiledQuery.raw(`${head} values ${row} ${tail}`);
    // Most inserts are of a few rows: the long text is neither made nor sent for them.
    const several =
      rows.length < rowsAtOnce
        ? null
        : {
            sql: `${head} values ${Array.from({ length: rowsAtOnce }, () => row).join(', ')} ${tail}`,
            rows: rowsAtOnce,
          };
    rowsOf.set(query, { width: names.length, cells: flat(rows, names.length), several });
    return query;
  }
  const lists = Object.values(columns).map((type, index) => `$${index + 1}::${type}[]`);
  const values = names.map((_, index) => rows.map((row) => row[index] ?? null));
  return CompiledQuery.raw(`${head} select * from unnest(${lists.join(', ')}) ${tail}`, values);
}

/** One list travels to another thread for a fraction of what a list of lists costs; of numbers alone it is copied as it lies. */
function flat(rows: Insert['rows'], width: number): ManyRows['cells'] {
  const numbers = new Float64Array(rows.length * width);
  let at = 0;
  for (const row of rows)
    for (const cell of row) {
      if (typeof cell !== 'number') return rows.flat();
      numbers[at++] = cell;
    }
  return numbers;
}
