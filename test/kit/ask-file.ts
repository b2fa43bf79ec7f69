import { DuckDBInstance } from '@duckdb/node-api';

/** One row of figures from a question about a file (`$file`), all of them as numbers. For tests only. */
export async function askOnce<Row>(sql: string, file: string): Promise<Row> {
  const duckdb = await DuckDBInstance.create(':memory:', { memory_limit: '1GB', threads: '2' });
  const connection = await duckdb.connect();
  try {
    const reader = await connection.runAndReadAll(sql, { file });
    const row = reader.getRowObjectsJson()[0] ?? {};
    return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)])) as Row;
  } finally {
    connection.closeSync();
    duckdb.closeSync();
  }
}
