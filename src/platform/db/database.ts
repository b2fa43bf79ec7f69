import { Kysely } from 'kysely';
import { ReaderDriver, SqliteThreadDialect } from './sqlite-dialect.ts';
import { SqliteThread } from './sqlite-thread.ts';
import { WriterDriver } from './sqlite-writer.ts';

/** A database of which only the owner of a table knows that table: see `slice`. */
export type AnyDb = Kysely<unknown>;

/**
 * A capability's own view of the database: its tables and no others, so that SQL cannot join another's.
 * @example export const on = slice<FormulationTables>(); ... on(tx.db).selectFrom('problem')
 */
export function slice<Tables>(): (db: AnyDb) => Kysely<Tables> {
  return (db) => db as unknown as Kysely<Tables>;
}

export type DatabaseKind = 'sqlite' | 'postgres';

export interface Database {
  readonly kind: DatabaseKind;
  /** Cannot write: the connection itself is read-only. */
  readonly reader: AnyDb;
  /** Only `change` and `quietly` use it. */
  readonly writer: AnyDb;
  /** For small looks that come back every second for as long as a server runs: they keep no thread for reading alive. */
  readonly watcher: AnyDb;
  /** How many reads and transactions wait for a connection right now, for those who watch this server. */
  waiting(): { reads: number; transactions: number };
  /** Lets go of what a start needed and nobody needs after it. */
  giveBackMemory(): void;
  close(): Promise<void>;
}

export interface SqliteOptions {
  path: string;
  /** threads for reading, at most */
  readers?: number;
  durable?: boolean;
}

const starting_ms = 5_000;

export async function openSqlite({ path, readers = 2, durable = true }: SqliteOptions): Promise<Database> {
  const writing = new SqliteThread({ path, role: 'writer', durable });
  // A reader cannot open what the writer has not made yet.
  await writing.opened;
  const transactions = new WriterDriver(writing);
  const writer: AnyDb = new Kysely({ dialect: new SqliteThreadDialect(transactions) });
  const reads = new ReaderDriver({
    open: () => new SqliteThread({ path, role: 'reader', durable }),
    most: readers,
    // What is in memory alone has no second connection.
    ...(readers > 0 ? { beside: { thread: writing, for_ms: starting_ms } } : {}),
  });
  const reader: AnyDb = new Kysely({ dialect: new SqliteThreadDialect(reads) });
  return {
    kind: 'sqlite',
    reader,
    writer,
    watcher: writer,
    waiting: () => ({ reads: reads.waiting, transactions: transactions.waiting }),
    giveBackMemory: () => writing.giveBackMemory(),
    close: async () => {
      await Promise.all([reader.destroy(), writer.destroy()]);
      await reads.close();
      await writing.close();
    },
  };
}

/** The driver is loaded only where it is used: most installations have no PostgreSQL and need not hold it in memory. */
export async function openPostgres(url: string, options: { connections?: number } = {}): Promise<Database> {
  const { openPostgresPools } = await import('./postgres-pools.ts');
  return openPostgresPools(url, options);
}
