import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { type Database, slice } from './database.ts';
import { defer } from './defer.ts';

interface Tables {
  jar: { name: string; coins: number };
}
const on = slice<Tables>();

describeEachDatabase('a write whose answer nobody needs', ({ openEmpty }) => {
  let database: Database;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    ({ database, remove } = await openEmpty());
    await database.writer.schema
      .createTable('jar')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('coins', 'integer', (column) => column.notNull())
      .execute();
  });
  afterAll(() => remove());

  const jars = async () =>
    (await on(database.reader).selectFrom('jar').select('name').orderBy('name').execute()).map((jar) => jar.name);

  test('house it is there after the commit, also when it is all there is', async () => {
    await database.writer
      .transaction()
      .execute((db) => defer(db, on(db).insertInto('jar').values({ name: 'a', coins: 1 })));
    expect(await jars()).toEqual(['a']);
  });

  test('house it comes before what is asked after it', async () => {
    const coins = await database.writer.transaction().execute(async (db) => {
      await defer(db, on(db).updateTable('jar').set({ coins: 7 }).where('name', '=', 'a'));
      return on(db).selectFrom('jar').select('coins').where('name', '=', 'a').executeTakeFirst();
    });
    expect(coins).toEqual({ coins: 7 });
  });

  test('house its failure undoes the transaction, and no other', async () => {
    const add = (name: string) =>
      database.writer.transaction().execute(async (db) => {
        await on(db)
          .insertInto('jar')
          .values({ name: `${name}-first`, coins: 0 })
          .execute();
        await defer(db, on(db).insertInto('jar').values({ name, coins: 0 }));
      });
    const outcomes = await Promise.allSettled([add('b'), add('a'), add('c')]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(outcomes[1]).toMatchObject({ reason: { kind: 'unique' } });
    expect(await jars()).toEqual(['a', 'b', 'b-first', 'c', 'c-first']);
  });

  test('house it goes with a transaction that is undone', async () => {
    const undone = database.writer.transaction().execute(async (db) => {
      await defer(db, on(db).insertInto('jar').values({ name: 'never', coins: 0 }));
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    expect(await jars()).not.toContain('never');
  });
});
