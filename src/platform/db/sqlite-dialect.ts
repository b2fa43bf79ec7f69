import {
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  type QueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { ReadingConnection } from './sqlite-connection.ts';
import type { SqliteThread } from './sqlite-thread.ts';

/** Kysely over `node:sqlite` in threads. */
export class SqliteThreadDialect implements Dialect {
  readonly #driver: Driver;

  constructor(driver: Driver) {
    this.#driver = driver;
  }

  createDriver(): Driver {
    return this.#driver;
  }
  createQueryCompiler(): QueryCompiler {
    return new SqliteQueryCompiler();
  }
  createAdapter(): DialectAdapter {
    return new ThreadAdapter();
  }
  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new SqliteIntrospector(db);
  }
}

/** What Kysely's own adapter does not dare to assume of every SQLite. */
class ThreadAdapter extends SqliteAdapter {
  /** A migration then happens whole or not at all. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
  /** Without this, Kysely lets one query through at a time, whatever the number of threads. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/** What a start asks at one moment; whoever asks more is in earnest. */
const mostBeside = 3;

interface Readers {
  open: () => SqliteThread;
  /** threads at most */
  most: number;
  idle_ms?: number;
  /** the thread of the writer, whose second connection answers what is asked while a server starts */
  beside?: { thread: SqliteThread; for_ms: number };
}

/**
 * Threads that only read are shared: SQLite's WAL gives each statement its own snapshot. The least busy one is lent, and
 * a further one is opened when all are busy. Each ends once it has had nothing to do for a while: it takes some 12 MB, and
 * is there again in some 50 ms. Not all of it comes back, so the little that a start reads opens none: a server that nobody asks
 * anything is 7 MB smaller.
 */
export class ReaderDriver implements Driver {
  readonly #open: () => SqliteThread;
  readonly #most: number;
  readonly #lent = new Map<SqliteThread, number>();
  readonly #endings = new WeakMap<SqliteThread, NodeJS.Timeout>();
  readonly #threadOf = new WeakMap<DatabaseConnection, SqliteThread>();
  readonly #idle_ms: number;
  readonly #beside: SqliteThread | undefined;
  readonly #besideUntil: number;
  #lentBeside = 0;

  constructor({ open, most, idle_ms = 30_000, beside }: Readers) {
    this.#open = open;
    this.#most = most;
    this.#idle_ms = idle_ms;
    this.#beside = beside?.thread;
    this.#besideUntil = performance.now() + (beside?.for_ms ?? 0);
  }
  /** reads that wait behind another one on their thread */
  get waiting(): number {
    return [...this.#lent.values()].reduce((sum, lent) => sum + Math.max(0, lent - 1), 0);
  }

  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    const thread = this.#takeBeside() ?? this.#takeReader();
    const connection = new ReadingConnection(thread);
    this.#threadOf.set(connection, thread);
    return connection;
  }
  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    const thread = this.#threadOf.get(connection);
    if (!thread) return;
    if (thread === this.#beside) {
      this.#lentBeside -= 1;
      return;
    }
    const lent = (this.#lent.get(thread) ?? 1) - 1;
    this.#lent.set(thread, lent);
    if (lent === 0) this.#endings.set(thread, setTimeout(() => this.#end(thread), this.#idle_ms).unref());
  }
  async beginTransaction(): Promise<void> {
    throw new Error('a reader has no transactions: write through change()');
  }
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
  /** Kysely calls this only where a query has run, so it closes nothing: see `close`. */
  async destroy(): Promise<void> {}

  async close(): Promise<void> {
    await Promise.all([...this.#lent.keys()].map((thread) => thread.close()));
  }

  #end(thread: SqliteThread): void {
    if (this.#lent.get(thread) !== 0) return;
    this.#lent.delete(thread);
    void thread.close();
  }

  #takeBeside(): SqliteThread | undefined {
    const isFull = this.#lentBeside === mostBeside;
    if (!this.#beside || isFull || performance.now() > this.#besideUntil) return undefined;
    this.#lentBeside += 1;
    return this.#beside;
  }

  #takeReader(): SqliteThread {
    const thread = this.#leastBusy();
    clearTimeout(this.#endings.get(thread));
    this.#lent.set(thread, (this.#lent.get(thread) ?? 0) + 1);
    return thread;
  }

  #leastBusy(): SqliteThread {
    if (this.#most === 0) throw new Error('no SQLite thread');
    const [first, ...rest] = this.#lent;
    if (!first) return this.#openOne();
    const [thread, lent] = rest.reduce((least, next) => (next[1] < least[1] ? next : least), first);
    return lent > 0 && this.#lent.size < this.#most ? this.#openOne() : thread;
  }

  #openOne(): SqliteThread {
    const thread = this.#open();
    this.#lent.set(thread, 0);
    // Whoever asked it hears why; nobody is lent it again.
    thread.opened.catch(() => this.#lent.delete(thread));
    return thread;
  }
}
