import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isoDate } from './iso-text.ts';
import { jsonValue } from './json-value.ts';

let instance: DuckDBInstance;
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:');
});
afterAll(() => instance.closeSync());

test.each<[string, unknown]>([
  ['null', null],
  ['true', true],
  ['9007199254740991::bigint', 9_007_199_254_740_991],
  ['9007199254740993::bigint', '9007199254740993'],
  ['-9007199254740993::bigint', '-9007199254740993'],
  ['170141183460469231731687303715884105727::hugeint', '170141183460469231731687303715884105727'],
  ['sum(5::bigint)', 5],
  ['12345678901234567.89::decimal(20, 2)', '12345678901234567.89'],
  ['0.10::decimal(4, 2)', '0.10'],
  ['-0.05::decimal(4, 2)', '-0.05'],
  ['0.1::double', 0.1],
  [`'nan'::double`, 'NaN'],
  [`'-inf'::double`, '-Infinity'],
  [`'inf'::float`, 'Infinity'],
  [`'Zoë 🛬'`, 'Zoë 🛬'],
  [`date '2026-02-28'`, '2026-02-28'],
  [`date '0044-03-15 (BC)'`, '-000043-03-15'],
  [`date '0001-01-01 (BC)'`, '0000-01-01'],
  [`date '12026-01-05'`, '+012026-01-05'],
  [`'infinity'::date`, 'infinity'],
  [`'-infinity'::date`, '-infinity'],
  [`timestamp '2026-01-05 09:00:00'`, '2026-01-05T09:00:00'],
  [`timestamp '1969-12-31 23:59:59.999999'`, '1969-12-31T23:59:59.999999'],
  [`'-infinity'::timestamp`, '-infinity'],
  [`timestamptz '2026-01-05 09:00:00.5+01'`, '2026-01-05T08:00:00.5Z'],
  [`'2026-01-05 09:00:00.123456789'::timestamp_ns`, '2026-01-05T09:00:00.123456789'],
  [`'2026-01-05 09:00:00.123'::timestamp_ms`, '2026-01-05T09:00:00.123'],
  [`'2026-01-05 09:00:00'::timestamp_s`, '2026-01-05T09:00:00'],
  [`time '09:05:00.25'`, '09:05:00.25'],
  [`'09:05:00+01:30'::timetz`, '09:05:00+01:30'],
  [`interval '14 months 3 days 500 milliseconds'`, 'P14M3DT0.5S'],
  [`interval '-1 second'`, 'PT-1S'],
  [`interval '0 seconds'`, 'PT0S'],
  [`interval '2 days'`, 'P2D'],
  [`'\\x00\\xFF'::blob`, 'AP8='],
  [`'10101'::bit`, '10101'],
  [`'00000000-0000-0000-0000-00000000002a'::uuid`, '00000000-0000-0000-0000-00000000002a'],
  [`'b'::enum('a', 'b')`, 'b'],
  [`[1, null, 3]`, [1, null, 3]],
  [`['a', 'b']::varchar[2]`, ['a', 'b']],
  [`{'a': 1, 'b': [0.5::decimal(2, 1)]}`, { a: 1, b: ['0.5'] }],
  [`map {'k': date '2026-01-05'}`, [{ key: 'k', value: '2026-01-05' }]],
  [`union_value(n := 5)`, { tag: 'n', value: 5 }],
  [`{'q': [1, 2]}::variant`, { q: [1, 2] }],
  [`'{"a": 1}'::json`, '{"a": 1}'],
])('house %s arrives as %j', async (sql, expected) => {
  const connection = await instance.connect();
  await connection.run(`set TimeZone = 'UTC'`);
  const value = jsonValue((await connection.runAndReadAll(`select ${sql}`)).getRows()[0]?.[0]);
  expect(JSON.parse(JSON.stringify(value))).toEqual(expected);
  connection.closeSync();
});

test('house every type of DuckDB survives JSON', async () => {
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll('from test_all_types()')).getRows();
  const values = rows.map((row) => row.map(jsonValue));
  expect(JSON.parse(JSON.stringify(values))).toEqual(values);
  connection.closeSync();
});

test('house dates are those of Date, over the years that both know', () => {
  for (let day = -719_528; day < 2_932_896; day += 97)
    expect(isoDate(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
});
