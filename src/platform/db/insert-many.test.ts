import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeEachDatabase, type EmptyDatabase } from '../../../test/kit/databases.ts';
import { insertMany } from './insert-many.ts';

describeEachDatabase('many rows by one statement', (kit) => {
  let empty: EmptyDatabase;
  beforeAll(async () => {
    empty = await kit.openEmpty();
    const { writer } = empty.database;
    await sql.raw('create table point (name text primary key, value double precision, count bigint)').execute(writer);
  });
  afterAll(() => empty.remove());

  const columns = { name: 'text', value: 'double precision', count: 'bigint' } as const;
  const insert = (rows: readonly (readonly (string | number | null)[])[], tail: string) =>
    empty.database.writer
      .transaction()
      .execute((db) => insertMany<{ name: string }>(db, { into: 'point', columns, rows, tail }));
  const stored = async () =>
    (await sql<object>`select name, value, count from point order by name`.execute(empty.database.reader)).rows;

  test('house values come back to the last bit, and texts with every mark in them', async () => {
    const values = [0.1, 1 / 3, Number.MAX_VALUE, -5e-324, 1.7976931348623155e308, 2 ** 53 - 1];
    const names = ['plain', 'a "quoted" one', "it's", 'back\\slash', '{a,b}', 'NULL', '\u{1f6a2} ä,;'];
    const rows = names.map((name, index) => [name, values[index] ?? null, index] as const);
    const returned = await insert(rows, 'on conflict do nothing returning name');
    expect(returned.map(({ name }) => name)).toEqual(names);
    const expected = rows.map(([name, value, count]) => ({ name, value, count }));
    expect(new Set((await stored()).map((row) => JSON.stringify(row)))).toEqual(
      new Set(expected.map((row) => JSON.stringify(row))),
    );
  });

  test('house what is there already is passed over or renewed, as the end of the statement says', async () => {
    expect(await insert([['plain', 2, 2]], 'on conflict do nothing returning name')).toEqual([]);
    const renew = 'on conflict (name) do update set value = excluded.value returning name';
    const many = Array.from({ length: 10_000 }, (_, index) => [`n${index}`, index / 7, index] as const);
    expect(await insert([['plain', 7, 1], ...many], renew)).toHaveLength(10_001);
    expect(await insert(many, renew)).toHaveLength(10_000);
    expect(await stored()).toHaveLength(10_007);
  });

  test('house of many rows all are kept, or none', async () => {
    await expect(
      insert(
        [
          ['new', 1, 1],
          ['plain', 1, 1],
        ],
        '',
      ),
    ).rejects.toMatchObject({ kind: 'unique' });
    expect(await stored()).toHaveLength(10_007);
    expect(await insert([], '')).toEqual([]);
  });
});
