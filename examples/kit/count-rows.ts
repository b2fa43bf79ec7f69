import { DuckDBInstance, type DuckDBResultReader } from '@duckdb/node-api';

/** Answers one question about a file, by the names of its columns; `$file` in the question is the file. */
export function countRows<Row>(sql: string, file: string): Promise<Row[]> {
  return readFrom(sql, file, (reader) => reader.getRowObjects() as Row[]);
}

/** The same of many rows: each column with its values. */
export function readColumns(sql: string, file: string): Promise<Record<string, readonly unknown[]>> {
  return readFrom(sql, file, (reader) => reader.getColumnsObject());
}

async function readFrom<Read>(sql: string, file: string, read: (reader: DuckDBResultReader) => Read): Promise<Read> {
  const duckdb = await DuckDBInstance.create(':memory:', { memory_limit: '1GB', threads: '2' });
  const connection = await duckdb.connect();
  try {
    return read(await connection.runAndReadAll(sql, { file }));
  } finally {
    connection.closeSync();
    duckdb.closeSync();
  }
}

/** The one row that a question about a whole file has. */
export async function countOnce<Row>(sql: string, file: string): Promise<Row> {
  const [row] = await countRows<Row>(sql, file);
  if (row === undefined) throw new Error(`nothing was counted in ${file}`);
  return row;
}
