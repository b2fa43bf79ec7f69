import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeEachDatabase, type EmptyDatabase } from '../../../test/kit/databases.ts';
import { askTogether } from './ask-together.ts';
import type { AnyDb } from './database.ts';

describeEachDatabase('a question of several at a time', (kit) => {
  let empty: EmptyDatabase;
  let reader: AnyDb;
  beforeAll(async () => {
    empty = await kit.openEmpty();
    ({ reader } = empty.database);
    await sql.raw('create table page (number integer primary key)').execute(empty.database.writer);
  });
  afterAll(() => empty.remove());

  const write = (number: number) => sql`insert into page values (${number})`.execute(empty.database.writer);
  const question = (least: number) => sql<{ number: number }>`select number from page where number >= ${least}`;
  const numbers = async (least = 0) => (await askTogether(reader, question(least))).map(({ number }) => number);

  test('house is asked once for those who come while it is under way, and they hear what was kept before they came', async () => {
    const early = askTogether(reader, question(0));
    await write(1);
    const late = [askTogether(reader, question(0)), askTogether(reader, question(0))];
    const [one, other] = await Promise.all(late);
    expect(one).toEqual([{ number: 1 }]);
    expect(other).toBe(one);
    expect(await early).not.toBe(one);
    await write(2);
    expect(await numbers()).toEqual([1, 2]);
  });

  test('house a writer who asks again hears what they wrote, however many ask meanwhile', async () => {
    const ask = async (from: number) => {
      for (let number = from; number < from + 20; number += 1) {
        await write(number);
        expect(await numbers()).toContain(number);
      }
    };
    await Promise.all([ask(100), ask(200), ask(300)]);
  });

  test('house other values are another question, and a mistake is told to all who made it and to nobody after', async () => {
    expect(await Promise.all([numbers(0), numbers(2)])).toEqual([
      expect.arrayContaining([1, 2]),
      expect.not.arrayContaining([1]),
    ]);
    await sql`create table measured (value double precision)`.execute(empty.database.writer);
    await sql`insert into measured values (1)`.execute(empty.database.writer);
    const above = async (value: number) =>
      (await askTogether(reader, sql`select value from measured where value > ${value}`)).length;
    const [low, high] = [-Infinity, Infinity];
    expect(await Promise.all([above(low), above(low), above(high)])).toEqual([1, 1, 0]);
    const wrong = () => askTogether(reader, sql`select number from nowhere`);
    const told = await Promise.allSettled([wrong(), wrong(), wrong()]);
    expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await expect(wrong()).rejects.toThrow('nowhere');
    expect(await numbers(2)).toContain(2);
  });
});
