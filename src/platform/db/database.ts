import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { asDatabaseError } from './database-error.ts';
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
  /** How many reads and transactions wait for a connection right now, for those who watch this server. */
  waiting(): { reads: number; transactions: number };
  close(): Promise<void>;
}

export interface SqliteOptions {
  path: string;
  readers?: number;
  durable?: boolean;
}

export async function openSqlite({ path, readers = 2, durable = true }: SqliteOptions): Promise<Database> {
  const writing = new SqliteThread({ path, role: 'writer', durable });
  // A reader cannot open what the writer has not made yet.
  await writing.opened;
  const reading = Array.from({ length: readers }, () => new SqliteThread({ path, role: 'reader', durable }));
  await Promise.all(reading.map((thread) => thread.opened));
  const transactions = new WriterDriver(writing);
  const writer: AnyDb = new Kysely({ dialect: new SqliteThreadDialect(transactions) });
  const reads = new ReaderDriver(reading);
  const reader: AnyDb = new Kysely({ dialect: new SqliteThreadDialect(reads) });
  return {
    kind: 'sqlite',
    reader,
    writer,
    waiting: () => ({ reads: reads.waiting, transactions: transactions.waiting }),
    close: async () => {
      await Promise.all([reader.destroy(), writer.destroy()]);
      await Promise.all(reading.map((thread) => thread.close()));
      await writing.close();
    },
  };
}

// What SQLite answers as a number is one here too; the driver's default hands out strings. int8 is a count or epoch
// milliseconds, within 2^53; numeric only comes from sum() and avg(), for no column is one.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

export function openPostgres(url: string, { connections = 10 } = {}): Database {
  const pool = (options?: string) => {
    const opened = new pg.Pool({ connectionString: url, max: connections, ...(options ? { options } : {}) });
    // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
    opened.on('error', () => {});
    return opened;
  };
  const open = (opened: pg.Pool): AnyDb => new Kysely({ dialect: new PostgresDialect({ pool: translating(opened) }) });
  const [writing, reading] = [pool(), pool('-c default_transaction_read_only=on')];
  const [writer, reader] = [open(writing), open(reading)];
  return {
    kind: 'postgres',
    reader,
    writer,
    waiting: () => ({ reads: reading.waitingCount, transactions: writing.waitingCount }),
    close: async () => {
      await Promise.all([reader.destroy(), writer.destroy()]);
    },
  };
}

/** The pool, with PostgreSQL's own errors in the words that both databases share. */
function translating(pool: pg.Pool): PostgresPool {
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      const translated = known.get(client) ?? translatingClient(client);
      known.set(client, translated);
      return translated;
    },
  };
}

function translatingClient(client: pg.PoolClient): PostgresPoolClient {
  const query = async (sql: string, parameters: readonly unknown[] = []) => {
    try {
      return await client.query(sql, parameters.map(asStored));
    } catch (error) {
      throw asDatabaseError(error);
    }
  };
  return { query: query as unknown as PostgresPoolClient['query'], release: (destroy) => client.release(destroy) };
}

/** Truth is 0 or 1 in both databases. */
const asStored = (value: unknown) => (typeof value === 'boolean' ? Number(value) : value);
