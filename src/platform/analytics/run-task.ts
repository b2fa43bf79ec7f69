import {
  type DuckDBConnection,
  type DuckDBDataChunk,
  type DuckDBPreparedStatement,
  type DuckDBResult,
  type DuckDBType,
  type DuckDBValue,
  LIST,
  listValue,
  VARCHAR,
} from '@duckdb/node-api';
import type { AnalyticsColumn, AnalyticsTask, JsonValue, QueryParam } from './analytics-protocol.ts';
import { prepareQuestion } from './check-question.ts';
import { jsonValue, weightOf } from './json-value.ts';
import { openSandbox } from './sandbox.ts';
import { TaskFailure } from './task-failure.ts';

/** Where the answer goes, piece by piece; each piece is waited for, so that nothing piles up. */
export interface Answering {
  columns(columns: readonly AnalyticsColumn[]): Promise<void>;
  rows(rows: readonly JsonValue[][]): Promise<void>;
}

/** An interrupt only reaches what runs at that moment: between two steps the mark is looked at. */
export interface Cancellation {
  cancelled: boolean;
  connection?: DuckDBConnection;
}

/** So much of an answer travels in one message, that reading it does not hold up the server. */
const messageWeight = 256 * 1024;

/** Answers whether rows were left out. */
export async function runTask(
  task: AnalyticsTask,
  { answering, cancellation }: { answering: Answering; cancellation: Cancellation },
): Promise<boolean> {
  const sandbox = await openSandbox(task);
  cancellation.connection = sandbox.connection;
  try {
    refuseCancelled(cancellation);
    const result = await start(sandbox.connection, task);
    await answering.columns(
      result.columnTypes().map((type, index) => ({ name: result.columnName(index), type: String(type) })),
    );
    return await sendRows(result, { task, answering, cancellation });
  } finally {
    delete cancellation.connection;
    await sandbox.close();
  }
}

async function start(connection: DuckDBConnection, task: AnalyticsTask): Promise<DuckDBResult> {
  if (task.mode === 'question') return (await prepareQuestion(connection, task.sql)).stream();
  if (task.params.length === 0) return connection.stream(task.sql);
  const statement = await connection.prepare(task.sql);
  bind(statement, task.params);
  return statement.stream();
}

/** A whole number is bound as one: DuckDB takes no fraction for a LIMIT. */
function bind(statement: DuckDBPreparedStatement, params: readonly QueryParam[]): void {
  const values: DuckDBValue[] = [];
  const types: Record<string, DuckDBType | undefined> = {};
  params.forEach((param, index) => {
    if (isTexts(param)) types[index] = LIST(VARCHAR);
    values.push(bindable(param));
  });
  statement.bind(values, params.map((_, index) => types[index]) as DuckDBType[]);
}

const isTexts = (param: QueryParam): param is readonly string[] => Array.isArray(param);

function bindable(param: QueryParam): DuckDBValue {
  if (isTexts(param)) return listValue([...param]);
  return Number.isSafeInteger(param) && !Object.is(param, -0) ? BigInt(param as number) : param;
}

async function sendRows(
  result: DuckDBResult,
  { task, answering, cancellation }: { task: AnalyticsTask; answering: Answering; cancellation: Cancellation },
): Promise<boolean> {
  let left = task.maxRows;
  let weight = 0;
  for (;;) {
    refuseCancelled(cancellation);
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return false;
    const rows = rowsOf(chunk);
    for (const batch of batches(rows.slice(0, left))) {
      weight += batch.weight;
      if (weight > task.maxWeight) throw new TaskFailure({ reason: 'tooLarge' });
      await answering.rows(batch.rows);
    }
    if (rows.length > left) return true;
    left -= rows.length;
  }
}

function rowsOf(chunk: DuckDBDataChunk): JsonValue[][] {
  return chunk.convertRows<JsonValue>((value) => jsonValue(value));
}

function* batches(rows: readonly JsonValue[][]): Generator<{ rows: JsonValue[][]; weight: number }> {
  let batch: JsonValue[][] = [];
  let weight = 0;
  for (const row of rows) {
    batch.push(row);
    weight += weightOf(row);
    if (weight < messageWeight) continue;
    yield { rows: batch, weight };
    batch = [];
    weight = 0;
  }
  if (batch.length > 0) yield { rows: batch, weight };
}

function refuseCancelled({ cancelled }: Cancellation): void {
  if (cancelled) throw new TaskFailure({ reason: 'cancelled' });
}
