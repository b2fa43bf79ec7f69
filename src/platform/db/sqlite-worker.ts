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
  statement.setReturnArrays(true);
  statements.set(sql, statement);
  return statement;
}

type Outcome = Omit<SqliteReply, 'id'>;

function run({ sql, params, rows = [params] }: SqliteStatement): Outcome {
  const statement = prepare(sql);
  // Asked each time: where the schema has changed since, the statement has others.
  const columns = statement.columns().map(({ name }) => name);
  const cells: unknown[] = [];
  let changes = 0;
  for (const row of rows as SQLInputValue[][]) {
    if (columns.length === 0) changes += Number(statement.run(...row).changes);
    else for (const found of statement.all(...row) as unknown as unknown[][]) cells.push(...found);
  }
  return columns.length === 0 ? { changes } : { columns, cells };
}

function answer(call: SqliteCall): SqliteReply {
  try {
    if (call.isWithin && !db.isTransaction) throw new Error('the transaction was undone before this');
    let last: Outcome = {};
    for (const statement of call.statements) last = run(statement);
    return { id: call.id, ...last };
  } catch (error) {
    const { message, errcode } = error as Error & { errcode?: number };
    const { isTransaction: inTransaction } = db;
    if (inTransaction) for (const statement of call.undo ?? []) run(statement);
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
