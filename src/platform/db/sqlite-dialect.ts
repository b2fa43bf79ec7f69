import {
  CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  type QueryCompiler,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { SqliteThread } from './sqlite-thread.ts';

/**
 * Kysely over `node:sqlite` in threads. Readers are shared (SQLite's WAL gives each statement its own snapshot);
 * the one writer is handed out to one transaction at a time.
 */
export class SqliteThreadDialect implements Dialect {
  readonly #threads: SqliteThread[];
  readonly #role: 'writer' | 'reader';

  constructor(role: 'writer' | 'reader', threads: SqliteThread[]) {
    this.#role = role;
    this.#threads = threads;
  }

  createDriver(): Driver {
    return this.#role === 'writer' ? new WriterDriver(this.#threads) : new ReaderDriver(this.#threads);
  }
  createQueryCompiler(): QueryCompiler {
    return new SqliteQueryCompiler();
  }
  createAdapter(): DialectAdapter {
    return new TransactionalDdlAdapter();
  }
  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new SqliteIntrospector(db);
  }
}

/** SQLite's DDL is transactional; Kysely's own adapter plays safe. A migration step then happens whole or not at all. */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ThreadConnection implements DatabaseConnection {
  /** BEGIN travels with the first statement: one message less for each transaction. */
  begin: 'no' | 'owed' | 'done' = 'no';
  readonly thread: SqliteThread;

  constructor(thread: SqliteThread) {
    this.thread = thread;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const statements = [{ sql: query.sql, params: query.parameters.map(toSqlite) }];
    if (this.begin === 'owed') {
      statements.unshift({ sql: 'BEGIN IMMEDIATE', params: [] });
      this.begin = 'done';
    }
    const reply = await this.thread.call(statements);
    const changes = reply.changes === undefined ? {} : { numAffectedRows: BigInt(reply.changes) };
    return { rows: (reply.rows ?? []) as R[], ...changes };
  }

  // oxlint-disable-next-line require-yield -- the interface asks for it; nothing here streams rows
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('SQLite in a thread does not stream rows: page through them');
  }
}

function toSqlite(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value ?? null;
}

class ReaderDriver implements Driver {
  protected readonly connections: ThreadConnection[];
  readonly #threads: SqliteThread[];

  constructor(threads: SqliteThread[]) {
    this.#threads = threads;
    this.connections = threads.map((thread) => new ThreadConnection(thread));
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    const [first, ...rest] = this.connections;
    if (!first) throw new Error('no SQLite thread');
    return rest.reduce((least, next) => (next.thread.pending < least.thread.pending ? next : least), first);
  }
  async releaseConnection(): Promise<void> {}
  async beginTransaction(): Promise<void> {
    throw new Error('a reader has no transactions: write through change()');
  }
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
  async destroy(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }
}

class WriterDriver extends ReaderDriver {
  #busy = false;
  readonly #queue: (() => void)[] = [];

  override async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#busy) await new Promise<void>((resolve) => this.#queue.push(resolve));
    this.#busy = true;
    return super.acquireConnection();
  }
  override async releaseConnection(): Promise<void> {
    const next = this.#queue.shift();
    if (next) next();
    else this.#busy = false;
  }
  override async beginTransaction(connection?: DatabaseConnection): Promise<void> {
    (connection as ThreadConnection).begin = 'owed';
  }
  override async commitTransaction(connection?: DatabaseConnection): Promise<void> {
    await this.#end(connection as ThreadConnection, 'COMMIT');
  }
  override async rollbackTransaction(connection?: DatabaseConnection): Promise<void> {
    await this.#end(connection as ThreadConnection, 'ROLLBACK');
  }
  async #end(connection: ThreadConnection, sql: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    const begun = connection.begin === 'done';
    connection.begin = 'no';
    if (begun) await connection.executeQuery(CompiledQuery.raw(sql));
  }
}
