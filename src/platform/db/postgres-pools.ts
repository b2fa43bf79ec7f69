import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { copiedBy, isCopy } from './copied.ts';
import { asDatabaseError } from './database-error.ts';
import type { AnyDb, Database } from './database.ts';
import { isPrepared } from './prepared.ts';

// What SQLite answers as a number is one here too; the driver's default hands out strings. int8 is a count or epoch
// milliseconds, within 2^53; numeric only comes from sum() and avg(), for no column is one.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

/** Connections that broke: what fails on them afterwards is no fault of the query. */
const lost = new WeakSet<pg.PoolClient>();

/**
 * Disks without a moving head, and many short queries: an index is worth its way, and compiling a query is not (at 100,000 runs it
 * takes longer than the longest of them). Numbers are written with as many digits as tell them apart, whatever the role has set.
 */
const settings = '-c random_page_cost=1.1 -c jit=off -c extra_float_digits=1';

export function openPostgresPools(url: string, { connections = 10 }: { connections?: number }): Database {
  const pool = (options: string) => {
    const opened = new pg.Pool({ connectionString: url, max: connections, options });
    // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
    opened.on('error', () => {});
    // One in use has no listener of the pool; its loss reaches whoever uses it as the failure of their query.
    opened.on('connect', (client) => client.on('error', () => lost.add(client)));
    return opened;
  };
  const open = (opened: pg.Pool): AnyDb => new Kysely({ dialect: new PostgresDialect({ pool: translating(opened) }) });
  const [writing, reading] = [pool(settings), pool(`${settings} -c default_transaction_read_only=on`)];
  const [writer, reader] = [open(writing), open(reading)];
  return {
    kind: 'postgres',
    reader,
    watcher: reader,
    writer,
    waiting: () => ({ reads: reading.waitingCount, transactions: writing.waitingCount }),
    // Its pages are the other end's.
    giveBackMemory: () => {},
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
      const client = await pool.connect().catch((error: unknown) => {
        throw asDatabaseError(error, { isLost: true });
      });
      const translated = known.get(client) ?? translatingClient(client);
      known.set(client, translated);
      return translated;
    },
  };
}

/** Each holds some memory of the server for as long as the connection is open; those beyond are planned each time. */
const mostPrepared = 100;

function translatingClient(client: pg.PoolClient): PostgresPoolClient {
  const names = new Map<string, string>();
  const named = (text: string): { name?: string } => {
    if (!isPrepared(text)) return {};
    if (!names.has(text) && names.size < mostPrepared) names.set(text, `prepared ${names.size}`);
    const name = names.get(text);
    return name === undefined ? {} : { name };
  };
  const query = async (text: string, parameters: readonly unknown[] = []) => {
    try {
      if (isCopy(text)) return await copiedBy(client, text);
      return await client.query({ text, values: parameters.map(asStored), ...named(text) });
    } catch (error) {
      throw asDatabaseError(error, { isLost: lost.has(client) });
    }
  };
  return { query: query as unknown as PostgresPoolClient['query'], release: (destroy) => client.release(destroy) };
}

/** Truth is 0 or 1 in both databases. */
const asStored = (value: unknown) => (typeof value === 'boolean' ? Number(value) : value);
