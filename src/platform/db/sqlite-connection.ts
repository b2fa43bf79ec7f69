import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import { manyRowsOf } from './insert-many.ts';
import type { SqliteReply, SqliteStatement, SqliteTable } from './sqlite-protocol.ts';
import type { SqliteThread } from './sqlite-thread.ts';

/** What Kysely talks to: one query after another, each a message to the thread. */
export class ThreadConnection implements DatabaseConnection {
  protected readonly thread: SqliteThread;

  constructor(thread: SqliteThread) {
    this.thread = thread;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const reply = await this.send(toStatement(query));
    const changes = reply.changes === undefined ? {} : { numAffectedRows: BigInt(reply.changes) };
    return { rows: rowsOf(reply) as R[], ...changes };
  }

  protected send(statement: SqliteStatement): Promise<SqliteReply> {
    return this.thread.call([statement]);
  }

  // oxlint-disable-next-line require-yield -- the interface asks for it; nothing here streams rows
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('SQLite in a thread does not stream rows: page through them');
  }
}

/** One that cannot write, whatever the thread. */
export class ReadingConnection extends ThreadConnection {
  protected override send(statement: SqliteStatement): Promise<SqliteReply> {
    return this.thread.call([statement], { readsOnly: true });
  }
}

function rowsOf({ columns = [], cells = [] }: SqliteTable): object[] {
  const rows: object[] = [];
  for (let start = 0; start < cells.length; start += columns.length) {
    const row: Record<string, unknown> = {};
    for (const [index, name] of columns.entries()) row[name] = cells[start + index];
    rows.push(row);
  }
  return rows;
}

export function toStatement(query: CompiledQuery): SqliteStatement {
  const many = manyRowsOf(query);
  return { sql: query.sql, params: query.parameters.map(toSqlite), ...(many ? { many } : {}) };
}

function toSqlite(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value ?? null;
}
