import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import { DatabaseError } from './database-error.ts';
import { isDeferred } from './defer.ts';
import { ThreadConnection, toStatement } from './sqlite-connection.ts';
import type { SqliteReply, SqliteStatement } from './sqlite-protocol.ts';
import { SqliteError, type SqliteThread } from './sqlite-thread.ts';

const bare = (sql: string): SqliteStatement => ({ sql, params: [] });
const undoOne = [bare('ROLLBACK TO one'), bare('RELEASE one')];
const maxGroupSize = 64;
const maxGroupAge_ms = 10;

/** Transactions that reach the disk together. Each is a savepoint, and hears of success only when all are on the disk. */
interface Group {
  startedAt: number;
  /** transactions that are done and wait for the disk */
  waiting: { resolve: () => void; reject: (error: unknown) => void }[];
}

/**
 * The one writer, handed to one transaction at a time. Where others already wait for it, a finished transaction does not
 * go to the disk alone: one COMMIT, so one fsync, carries all that ran meanwhile. A lone caller waits for nobody.
 */
export class WriterDriver implements Driver {
  readonly #thread: SqliteThread;
  readonly #queue: (() => void)[] = [];
  #busy = false;
  #group: Group | undefined;

  constructor(thread: SqliteThread) {
    this.#thread = thread;
  }

  /** transactions that wait for their turn */
  get waiting(): number {
    return this.#queue.length;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#busy) await new Promise<void>((resolve) => this.#queue.push(resolve));
    this.#busy = true;
    return new WriterConnection(this.#thread, this);
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    await this.#handOver(connection as WriterConnection);
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    (connection as WriterConnection).state = 'owed';
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const own = connection as WriterConnection;
    if (own.failure) {
      await this.rollbackTransaction(own);
      throw new DatabaseError('other', `the transaction had failed, nothing of it is kept: ${own.failure.message}`);
    }
    const rest = own.takeOwed();
    if (own.state !== 'begun' || !this.#group) return;
    own.state = 'ended';
    const { waiting } = this.#group;
    const onDisk = new Promise<void>((resolve, reject) => waiting.push({ resolve, reject }));
    await Promise.all([this.#finish(rest), onDisk, this.#handOver(own)]);
  }

  /** The last statements of a transaction. Nobody waits for them here: the next may begin, since calls keep their order. */
  async #finish(rest: readonly SqliteStatement[]): Promise<void> {
    try {
      await this.#thread.call([...rest, bare('RELEASE one')], undoOne);
    } catch (error) {
      if (!(error instanceof SqliteError) || !error.inTransaction) this.lost(error);
      throw error;
    }
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    const own = connection as WriterConnection;
    const begun = own.state === 'begun';
    own.state = 'ended';
    if (!begun || !this.#group) return;
    if (this.#group.waiting.length > 0) {
      await this.#thread.call(undoOne);
      return;
    }
    this.#group = undefined;
    await this.#thread.call([bare('ROLLBACK')]);
  }

  async destroy(): Promise<void> {}

  /** What a transaction sends before its first statement. */
  opening(): SqliteStatement[] {
    if (this.#group) return [bare('SAVEPOINT one')];
    this.#group = { startedAt: performance.now(), waiting: [] };
    return [bare('BEGIN IMMEDIATE'), bare('SAVEPOINT one')];
  }

  /** SQLite undid everything since BEGIN: so nobody of the group has written. */
  lost(error: unknown): void {
    const group = this.#group;
    this.#group = undefined;
    for (const { reject } of group?.waiting ?? []) reject(error);
  }

  #mayGrow(): boolean {
    const group = this.#group;
    if (!group || this.#queue.length === 0 || group.waiting.length >= maxGroupSize) return false;
    return performance.now() - group.startedAt < maxGroupAge_ms;
  }

  /** Those who wait for the disk hear of a failure; the one who happens to flush does not. */
  async flush(): Promise<void> {
    const group = this.#group;
    if (!group) return;
    this.#group = undefined;
    try {
      await this.#thread.call([bare('COMMIT')]);
      for (const { resolve } of group.waiting) resolve();
    } catch (error) {
      // A commit that was refused leaves its transaction open, in the way of the next.
      if (error instanceof SqliteError && error.inTransaction) this.#tell('ROLLBACK');
      for (const { reject } of group.waiting) reject(error);
    }
  }

  #tell(sql: string): void {
    this.#thread.call([bare(sql)]).catch((error: unknown) => this.lost(error));
  }

  async #handOver(connection: WriterConnection): Promise<void> {
    if (connection.released) return;
    connection.released = true;
    if (!this.#mayGrow()) await this.flush();
    const next = this.#queue.shift();
    if (next) next();
    else this.#busy = false;
  }
}

class WriterConnection extends ThreadConnection {
  /** BEGIN travels with the first statement: one message less for each transaction. */
  state: 'none' | 'owed' | 'begun' | 'ended' = 'none';
  /** As in PostgreSQL, a transaction of which a statement failed can only be undone. */
  failure: Error | undefined;
  released = false;
  readonly #driver: WriterDriver;
  /** see `defer` */
  readonly #owed: SqliteStatement[] = [];

  constructor(thread: SqliteThread, driver: WriterDriver) {
    super(thread);
    this.#driver = driver;
  }

  override async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.state === 'none' || !isDeferred(query)) return super.executeQuery(query);
    this.#owed.push(toStatement(query));
    return { rows: [] };
  }

  /** What was put off, behind the opening of the transaction where that is still to come. */
  takeOwed(): SqliteStatement[] {
    if (this.#owed.length === 0) return [];
    const opening = this.state === 'owed' ? this.#driver.opening() : [];
    if (this.state === 'owed') this.state = 'begun';
    return [...opening, ...this.#owed.splice(0)];
  }

  protected override async send(statement: SqliteStatement): Promise<SqliteReply> {
    if (this.state === 'none') {
      await this.#driver.flush();
      return super.send(statement);
    }
    if (this.failure) throw new DatabaseError('other', `the transaction has failed: ${this.failure.message}`);
    const opening = this.state === 'owed' && this.#owed.length === 0 ? this.#driver.opening() : this.takeOwed();
    this.state = 'begun';
    try {
      return await this.thread.call([...opening, statement]);
    } catch (error) {
      this.failure = error as Error;
      if (!(error instanceof SqliteError) || !error.inTransaction) {
        this.state = 'ended';
        this.#driver.lost(error);
      }
      throw error;
    }
  }
}
