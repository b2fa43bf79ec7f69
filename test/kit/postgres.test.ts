import { Client } from 'pg';
import { expect, inject, test } from 'vitest';

test.skipIf(inject('postgres').missing)('house the run has a PostgreSQL of its own', async () => {
  const { url } = inject('postgres');
  expect(url).toBe(process.env['PEIL_TEST_POSTGRES']);
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('show listen_addresses');
  await client.end();
  expect(rows).toEqual([{ listen_addresses: '127.0.0.1' }]);
});
