import { DuckDBInstance } from '@duckdb/node-api';

/** Answers one question about a file, by the names of its columns; `$file` in the question is the file. */
export async function countRows<Row>(sql: string, file: string): Promise<Row[]> {
  const duckdb = await DuckDBInstance.create(':memory:', { memory_limit: '1GB', threads: '2' });
  const connection = await duckdb.connect();
  try {
    const reader = await connection.runAndReadAll(sql, { file });
    return reader.getRowObjects() as Row[];
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
