import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import type { SqliteCall, SqliteReply, SqliteStatement, SqliteWorkerData } from './sqlite-protocol.ts';

/**
 * One SQLite connection in a thread of its own, so that neither a long query nor an fsync stops the event loop.
 * A call is a list of statements; the first failure ends the call, and the answer is that of the last statement.
 */
const { path, role, durable } = workerData as SqliteWorkerData;
const db = new DatabaseSync(path, { readOnly: role === 'reader', timeout: 5_000 });
if (role === 'writer') {
  db.exec('PRAGMA journal_mode = WAL');
  db.exec(`PRAGMA synchronous = ${durable ? 'FULL' : 'OFF'}`);
}
db.exec('PRAGMA foreign_keys = ON');
db.exec('PRAGMA temp_store = MEMORY');

const statements = new Map<string, StatementSync>();
const maxStatements = 500;

function prepare(sql: string): StatementSync {
  const known = statements.get(sql);
  if (known) return known;
  if (statements.size >= maxStatements) {
    const oldest = statements.keys().next();
    if (!oldest.done) statements.delete(oldest.value);
  }
  const statement = db.prepare(sql);
  statements.set(sql, statement);
  return statement;
}

function run(sql: string, params: readonly unknown[]): Omit<SqliteReply, 'id'> {
  const statement = prepare(sql);
  const values = params as SQLInputValue[];
  if (statement.columns().length > 0) return { rows: statement.all(...values) };
  const { changes } = statement.run(...values);
  return { rows: [], changes: Number(changes) };
}

function runStatement({ sql, params, rows }: SqliteStatement): Omit<SqliteReply, 'id'> {
  if (!rows) return run(sql, params);
  const all: object[] = [];
  let changes = 0;
  for (const row of rows) {
    const done = run(sql, row);
    for (const each of done.rows ?? []) all.push(each);
    changes += done.changes ?? 0;
  }
  return { rows: all, changes };
}

function answer(call: SqliteCall): SqliteReply {
  try {
    if (call.isWithin && !db.isTransaction) throw new Error('the transaction was undone before this');
    let last: Omit<SqliteReply, 'id'> = { rows: [] };
    for (const statement of call.statements) last = runStatement(statement);
    return { id: call.id, ...last };
  } catch (error) {
    const { message, errcode } = error as Error & { errcode?: number };
    const { isTransaction: inTransaction } = db;
    if (inTransaction) for (const { sql, params } of call.undo ?? []) run(sql, params);
    return { id: call.id, error: { message, inTransaction, ...(errcode === undefined ? {} : { errcode }) } };
  }
}

parentPort?.on('message', (message: SqliteCall[] | 'close') => {
  if (message === 'close') {
    db.close();
    parentPort?.close();
    return;
  }
  parentPort?.postMessage(message.map(answer));
});
parentPort?.postMessage('open');
