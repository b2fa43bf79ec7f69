import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { newPostgresDatabase } from '../../../../test/kit/databases.ts';
import { fetchAll } from '../../../../test/kit/fetching.ts';
import { openReading, type ReadingKit } from '../../../../test/kit/reading.ts';
import type { FetchOptions } from './fetching.ts';

const { url: adminUrl } = inject('postgres');

describe.runIf(adminUrl)('DE1 PostgreSQL', () => {
  let place: { host: string; port: number; database: string };
  let drop: () => Promise<void>;
  let admin: pg.Client;
  let kit: ReadingKit;
  beforeAll(async () => {
    const made = await newPostgresDatabase(adminUrl ?? '');
    drop = made.drop;
    const { hostname, port, pathname } = new URL(made.url);
    place = { host: hostname, port: Number(port), database: pathname.slice(1) };
    admin = new pg.Client({ connectionString: made.url });
    await admin.connect();
    await admin.query(`create schema "Ops"; create table "Ops"."flights" (
      id bigint, code text, delay numeric(10,2), share float8, late bool, day date, at timestamptz, big numeric, note text)`);
    await admin.query(`insert into "Ops"."flights" values
      (9007199254740993, '007', 12.50, 0.1, true, '1969-12-31', '2026-01-05 10:00+02', 12345678901234567890123, E'two\\nlines, "q"'),
      (2, 'NA', null, 'NaN', false, null, null, 1, '')`);
    kit = await openReading();
  });
  afterAll(async () => {
    await kit.close();
    await admin.end();
    await drop();
  });

  const fetching = (more: object, how: Partial<FetchOptions> = {}) =>
    fetchAll({ kind: 'postgres', ...place, user: 'postgres', tls: 'none', ...more }, how);

  test('DE1 a table is fetched and becomes rows with the types that the database has', async () => {
    const [file, ...others] = await fetching({ table: 'Ops.flights' });
    expect(others).toEqual([]);
    expect(file?.name).toBe('flights.csv');
    expect(file?.snapshot).toMatchObject({ kind: 'observed', facts: { snapshot: expect.stringMatching(/^\d+:/) } });
    const read = await kit.read('flights.csv', file?.text ?? '', file?.read);
    expect(read.columns.map(({ type }) => type)).toEqual([
      'BIGINT',
      'VARCHAR',
      'DECIMAL(10,2)',
      'DOUBLE',
      'BOOLEAN',
      'DATE',
      'TIMESTAMP WITH TIME ZONE',
      'DECIMAL(38,0)',
      'VARCHAR',
    ]);
    expect(await kit.rowsOf(read)).toEqual([
      [
        '9007199254740993',
        '007',
        '12.50',
        0.1,
        true,
        '1969-12-31',
        '2026-01-05T08:00:00Z',
        '12345678901234567890123',
        'two\nlines, "q"',
      ],
      [2, 'NA', null, null, false, null, null, '1', ''],
    ]);
  });

  test('DE1 one SELECT is fetched', async () => {
    const [file] = await fetching({ select: 'select count(*) as n, 1 as one from "Ops"."flights" -- all of them' });
    expect(file).toMatchObject({
      name: 'select.csv',
      text: 'n,one\n2,1\n',
      read: { options: { types: { n: 'BIGINT' } } },
    });
  });

  test('DE1 nothing can be changed by it', async () => {
    const writing = 'with gone as (delete from "Ops"."flights" returning 1) select * from gone';
    await expect(fetching({ select: writing })).rejects.toMatchObject({ code: 'connect.wrong_sql' });
    const calling = "select set_config('transaction_read_only', 'off', true)";
    await expect(fetching({ select: calling })).rejects.toMatchObject({ status: 422 });
    await expect(fetching({ select: "select 1) to program 'touch /tmp/x' --" })).rejects.toMatchObject({
      code: 'connect.not_one_select',
    });
    const { rows } = await admin.query('select count(*)::int as n from "Ops"."flights"');
    expect(rows).toEqual([{ n: 2 }]);
  });

  test('DE1 mistakes are said in sentences', async () => {
    expect(await fetching({ table: 'Ops.nothing' }).catch((error: Error) => error)).toMatchObject({
      code: 'connect.wrong_sql',
      message: expect.stringContaining('does not exist'),
    });
    await expect(fetching({ table: 'a', select: 'select 1' })).rejects.toMatchObject({
      code: 'connect.table_or_select',
    });
    await expect(fetching({ database: 'none', table: 'a' })).rejects.toMatchObject({ code: 'connect.not_there' });
    await expect(fetching({ user: 'nobody', table: 'a' })).rejects.toMatchObject({ code: 'connect.refused' });
    await expect(fetching({ port: 1, table: 'a' })).rejects.toMatchObject({ code: 'connect.unreachable' });
    await expect(fetching({ tls: 'verify', table: 'a' })).rejects.toMatchObject({ code: 'connect.unreachable' });
    const strict = { allowance: { hosts: [], isPersonal: false } };
    await expect(fetching({ table: 'a' }, strict)).rejects.toMatchObject({ code: 'connect.private_address' });
  });

  test('DE1 what takes too long, is too much or is no longer wanted is stopped, and no connection is left', async () => {
    const many = { select: 'select n, repeat(md5(n::text), 20) as t from generate_series(1, 50000000) as n' };
    await expect(fetching(many)).rejects.toMatchObject({ code: 'connect.too_large' });
    const slow = { select: 'select pg_sleep(30)' };
    await expect(fetching(slow, { timeout_ms: 300 })).rejects.toMatchObject({ status: 422 });
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error('not wanted')), 200);
    await expect(fetching(slow, { signal: stop.signal })).rejects.toThrow('not wanted');
    await expect
      .poll(
        async () =>
          (
            await admin.query(
              "select count(*)::int as n from pg_stat_activity where application_name = 'Peil' and state <> 'idle'",
            )
          ).rows,
        { timeout: 10_000 },
      )
      .toEqual([{ n: 0 }]);
  });

  test('DE1 the password is the one that is kept, never one of the server’s own', async () => {
    process.env['PGPASSWORD'] = 'of-the-server';
    const asked: number[] = [];
    const secret = () => Promise.resolve(asked.push(1) > 0 ? 'kept' : null);
    expect(await fetching({ select: 'select 1 as a' }, { secret })).toHaveLength(1);
    expect(asked).toHaveLength(1);
    delete process.env['PGPASSWORD'];
  });
});
