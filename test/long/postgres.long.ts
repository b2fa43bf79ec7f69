import { Client } from 'pg';
import { expect, test } from 'vitest';
import { startPostgres } from '../kit/postgres.ts';

const ask = async (url: string, sql: string) => {
  const client = new Client({ connectionString: url });
  // The server is killed under it: its complaint about that is what we came for.
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query(sql);
  return { rows, close: () => client.end() };
};

test('house a PostgreSQL of the suites keeps what it acknowledged when it is killed', async () => {
  const cluster = await startPostgres({ fsync: true });
  try {
    const written = await ask(cluster.url, 'create table kept as select 1 as row');
    await cluster.restart();
    await written.close();
    const read = await ask(cluster.url, 'select row from kept');
    await read.close();
    expect(read.rows).toEqual([{ row: 1 }]);
  } finally {
    await cluster.stop();
  }
});
