import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { collectGarbage } from '../collect-garbage.ts';
import type { SqliteCall, SqliteReply, SqliteStatement, SqliteWorkerData } from './sqlite-protocol.ts';

/**
 * SQLite in a thread of its own, so that neither a long query nor an fsync stops the event loop.
 * A call is a list of statements; the first failure ends the call, and the answer is that of the last statement.
 */
const { path, role, durable } = workerData as SqliteWorkerData;
const maxStatements = 500;

class Connection {
  readonly db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(readOnly: boolean) {
    this.db = new DatabaseSync(path, { readOnly, timeout: 5_000 });
    if (!readOnly) {
      this.db.exec('PRAGMA journal_mode = WAL');
      this.db.exec(`PRAGMA synchronous = ${durable ? 'FULL' : 'OFF'}`);
    }
    this.db.exec('PRAGMA foreign_keys = ON');
    this.db.exec('PRAGMA temp_store = MEMORY');
  }

  prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    if (this.#statements.size >= maxStatements) {
      const oldest = this.#statements.keys().next();
      if (!oldest.done) this.#statements.delete(oldest.value);
    }
    const statement = this.db.prepare(sql);
    statement.setReturnArrays(true);
    this.#statements.set(sql, statement);
    return statement;
  }
}

const own = new Connection(role === 'reader');
/** For reading on the thread of the writer: there from the first time that it is asked for. */
let beside: Connection | undefined;

function connectionFor({ readsOnly = false }: SqliteCall): Connection {
  return readsOnly && role === 'writer' ? (beside ??= new Connection(true)) : own;
}

type Outcome = Omit<SqliteReply, 'id'>;

function run(connection: Connection, given: SqliteStatement): Outcome {
  // Asked each time: where the schema has changed since, the statement has others.
  const columns = connection
    .prepare(given.sql)
    .columns()
    .map(({ name }) => name);
  const cells: unknown[] = [];
  let changes = 0;
  for (const { sql, row } of callsOf(given)) {
    const statement = connection.prepare(sql);
    if (columns.length === 0) changes += Number(statement.run(...row).changes);
    else for (const found of statement.all(...row) as unknown as unknown[][]) cells.push(...found);
  }
  return columns.length === 0 ? { changes } : { columns, cells };
}

interface Call {
  sql: string;
  row: readonly SQLInputValue[];
}

/** One call; for many rows so many of them at a time, and then one for each of the rest. */
function* callsOf({ sql, params, many }: SqliteStatement): Generator<Call> {
  if (!many) return yield { sql, row: params as SQLInputValue[] };
  const { width, cells, several } = many;
  const take = (start: number, rows: number) => {
    const row: SQLInputValue[] = [];
    for (let at = start; at < start + rows * width; at += 1) row.push(cells[at] as SQLInputValue);
    return row;
  };
  let start = 0;
  if (several)
    for (const step = several.rows * width; start + step <= cells.length; start += step)
      yield { sql: several.sql, row: take(start, several.rows) };
  for (; start < cells.length; start += width) yield { sql, row: take(start, 1) };
}

function answer(call: SqliteCall): SqliteReply {
  try {
    const connection = connectionFor(call);
    if (call.isWithin && !own.db.isTransaction) throw new Error('the transaction was undone before this');
    let last: Outcome = {};
    for (const statement of call.statements) last = run(connection, statement);
    return { id: call.id, ...last };
  } catch (error) {
    const { message, errcode } = error as Error & { errcode?: number };
    const { isTransaction: inTransaction } = own.db;
    if (inTransaction) for (const statement of call.undo ?? []) run(own, statement);
    return { id: call.id, error: { message, inTransaction, ...(errcode === undefined ? {} : { errcode }) } };
  }
}

parentPort?.on('message', (message: SqliteCall[] | 'close' | 'give back') => {
  if (message === 'give back') {
    for (const { db } of [own, ...(beside ? [beside] : [])]) db.exec('PRAGMA shrink_memory');
    collectGarbage();
    return;
  }
  if (message === 'close') {
    beside?.db.close();
    own.db.close();
    parentPort?.close();
    return;
  }
  parentPort?.postMessage(message.map(answer));
});
parentPort?.postMessage('open');
