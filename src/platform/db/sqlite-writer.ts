import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import { DatabaseError } from './database-error.ts';
import { isDeferred } from './defer.ts';
import { ThreadConnection, toStatement } from './sqlite-connection.ts';
import type { SqliteReply, SqliteStatement } from './sqlite-protocol.ts';
import { SqliteError, type SqliteThread } from './sqlite-thread.ts';

const bare = (sql: string): SqliteStatement => ({ sql, params: [] });
const begin = bare('BEGIN IMMEDIATE');
const undoOne = [bare('ROLLBACK TO one'), bare('RELEASE one')];
const maxGroupSize = 64;
const maxGroupAge_ms = 10;

/** Transactions that reach the disk together. Each is a savepoint, and hears of success only when all are on the disk. */
interface Group {
  startedAt: number;
  /** transactions that are done and wait for the disk */
  waiting: { resolve: () => void; reject: (error: unknown) => void }[];
  /** why SQLite undid everything since BEGIN: nobody of the group has written */
  failure?: unknown;
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
    const { group } = own;
    if (own.state !== 'begun' || !group) return;
    own.state = 'ended';
    if (group.failure) throw group.failure;
    const onDisk = new Promise<void>((resolve, reject) => group.waiting.push({ resolve, reject }));
    await Promise.all([this.#finish(group, rest), onDisk, this.#handOver(own)]);
  }

  /** The last statements of a transaction. Nobody waits for them here: the next may begin, since calls keep their order. */
  async #finish(group: Group, rest: readonly SqliteStatement[]): Promise<void> {
    try {
      await this.#thread.call([...rest, bare('RELEASE one')], { isWithin: rest[0]?.sql !== begin.sql, undo: undoOne });
    } catch (error) {
      throw this.judge(group, error);
    }
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    const own = connection as WriterConnection;
    const { group } = own;
    const begun = own.state === 'begun';
    own.state = 'ended';
    if (!begun || !group || group.failure) return;
    if (group.waiting.length > 0) {
      await this.#thread.call(undoOne, { isWithin: true }).catch((error: unknown) => this.judge(group, error));
      return;
    }
    if (this.#group === group) this.#group = undefined;
    await this.#thread.call([bare('ROLLBACK')]);
  }

  async destroy(): Promise<void> {}

  /** What a transaction sends before its first statement, and the group it is then one of. */
  open(): { group: Group; opening: SqliteStatement[] } {
    if (this.#group) return { group: this.#group, opening: [bare('SAVEPOINT one')] };
    this.#group = { startedAt: performance.now(), waiting: [] };
    return { group: this.#group, opening: [begin, bare('SAVEPOINT one')] };
  }

  /** The error to throw. Where SQLite undid everything since BEGIN, all who wait with this group hear the same. */
  judge(group: Group, error: unknown): unknown {
    if (error instanceof SqliteError && error.inTransaction) return error;
    group.failure ??= error;
    if (this.#group === group) this.#group = undefined;
    for (const { reject } of group.waiting) reject(group.failure);
    return group.failure;
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
      // A commit that is refused leaves its transaction open, in the way of the next.
      await this.#thread.call([bare('COMMIT')], { undo: [bare('ROLLBACK')] });
      for (const { resolve } of group.waiting) resolve();
    } catch (error) {
      for (const { reject } of group.waiting) reject(group.failure ?? error);
    }
  }

  async #handOver(connection: WriterConnection): Promise<void> {
    if (connection.released) return;
    connection.released = true;
    // The next need not wait for the disk: what it sends comes to the thread behind the commit.
    const flushed = this.#mayGrow() ? undefined : this.flush();
    const next = this.#queue.shift();
    if (next) next();
    else this.#busy = false;
    await flushed;
  }
}

class WriterConnection extends ThreadConnection {
  /** BEGIN travels with the first statement: one message less for each transaction. */
  state: 'none' | 'owed' | 'begun' | 'ended' = 'none';
  /** As in PostgreSQL, a transaction of which a statement failed can only be undone. */
  failure: Error | undefined;
  group: Group | undefined;
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
    const owed = this.#owed.splice(0);
    return owed.length > 0 ? [...this.#opening(), ...owed] : owed;
  }

  protected override async send(statement: SqliteStatement): Promise<SqliteReply> {
    if (this.state === 'none') {
      await this.#driver.flush();
      return super.send(statement);
    }
    if (this.failure) throw new DatabaseError('other', `the transaction has failed: ${this.failure.message}`);
    const statements = [...this.#opening(), ...this.#owed.splice(0), statement];
    try {
      return await this.thread.call(statements, { isWithin: statements[0]?.sql !== begin.sql });
    } catch (error) {
      this.failure = (this.group ? this.#driver.judge(this.group, error) : error) as Error;
      throw this.failure;
    }
  }

  #opening(): SqliteStatement[] {
    if (this.state !== 'owed') return [];
    const { group, opening } = this.#driver.open();
    this.group = group;
    this.state = 'begun';
    return opening;
  }
}
