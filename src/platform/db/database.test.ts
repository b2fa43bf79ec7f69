import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { type Database, slice } from './database.ts';
import type { DatabaseErrorKind } from './database-error.ts';

interface Tables {
  thing: {
    id: string;
    name: string | null;
    count: number;
    weight: number | null;
    at: number;
    done: number | boolean;
  };
  part: { id: string; thing_id: string };
}
const on = slice<Tables>();
const thing = (id: string) => ({ id, name: 'Zoë', count: 1, weight: 0.1, at: 1_767_600_000_123, done: true });

describeEachDatabase('house the database', (kit) => {
  let database: Database;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    ({ database, remove } = await kit.openEmpty());
    await on(database.writer)
      .schema.createTable('thing')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.unique())
      .addColumn('count', 'integer', (column) => column.notNull().check(sql`count >= 0`))
      .addColumn('weight', 'double precision')
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('done', 'integer', (column) => column.notNull())
      .execute();
    await on(database.writer)
      .schema.createTable('part')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('thing_id', 'text', (column) => column.notNull().references('thing.id'))
      .execute();
  });
  afterAll(() => remove());

  const insert = (row: Tables['thing']) => on(database.writer).insertInto('thing').values(row).execute();
  const ids = async () =>
    (await on(database.reader).selectFrom('thing').select('id').orderBy('id').execute()).map((row) => row.id);

  test('house what is written is read back with the same types', async () => {
    await insert(thing('types'));
    const row = await on(database.reader).selectFrom('thing').selectAll().where('id', '=', 'types').executeTakeFirst();
    expect(row).toStrictEqual({ ...thing('types'), done: 1 });
  });

  test('house counts, sums and averages are numbers', async () => {
    const { rows } = await sql`select count(*) as n, sum(at) as total, avg(count) as mean from thing`.execute(
      database.reader,
    );
    expect(rows).toStrictEqual([{ n: 1, total: 1_767_600_000_123, mean: 1 }]);
  });

  test('house an insert answers what it made, an update how many it changed', async () => {
    const made = await on(database.writer)
      .insertInto('thing')
      .values({ ...thing('returned'), name: 'returned' })
      .returning(['id', 'done'])
      .executeTakeFirst();
    expect(made).toEqual({ id: 'returned', done: 1 });
    const changed = await on(database.writer)
      .updateTable('thing')
      .set({ weight: null })
      .where('id', '=', 'returned')
      .executeTakeFirst();
    expect(changed.numUpdatedRows).toBe(1n);
  });

  test('house a transaction that fails leaves nothing', async () => {
    const before = await ids();
    const work = database.writer.transaction().execute(async (db) => {
      await on(db)
        .insertInto('thing')
        .values({ ...thing('rolled-back'), name: 'rolled-back' })
        .execute();
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await ids()).toEqual(before);
  });

  test('house nothing is kept of a transaction that goes on after a failed statement', async () => {
    const before = await ids();
    const work = database.writer.transaction().execute(async (db) => {
      await on(db)
        .insertInto('thing')
        .values({ ...thing('swallowed'), name: 'swallowed' })
        .execute();
      await on(db)
        .insertInto('thing')
        .values({ ...thing('swallowed'), name: 'again' })
        .execute()
        .catch(() => {});
    });
    await expect(work).rejects.toThrow(/transaction/i);
    expect(await ids()).toEqual(before);
  });

  test('house transactions at the same time keep their own outcome', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 60 }, (_, i) =>
        database.writer.transaction().execute(async (db) => {
          const id = `many-${String(i).padStart(2, '0')}`;
          await on(db)
            .insertInto('thing')
            .values({ ...thing(id), name: id })
            .execute();
          if (i % 3 === 0) throw new Error('not this one');
          if (i % 3 === 1) await on(db).updateTable('thing').set({ count: i }).where('id', '=', id).execute();
        }),
      ),
    );
    expect(outcomes.map((outcome) => outcome.status)).toEqual(
      Array.from({ length: 60 }, (_, i) => (i % 3 === 0 ? 'rejected' : 'fulfilled')),
    );
    expect((await ids()).filter((id) => id.startsWith('many-'))).toHaveLength(40);
  });

  test('house what a finished transaction wrote is read by the next reader', async () => {
    const seen = await Promise.all(
      Array.from({ length: 20 }, async (_, i) => {
        const id = `seen-${i}`;
        await database.writer.transaction().execute((db) =>
          on(db)
            .insertInto('thing')
            .values({ ...thing(id), name: id })
            .execute(),
        );
        return on(database.reader).selectFrom('thing').select('id').where('id', '=', id).executeTakeFirst();
      }),
    );
    expect(seen).toEqual(Array.from({ length: 20 }, (_, i) => ({ id: `seen-${i}` })));
  });

  test('house an empty transaction and a lone statement hold nobody up', async () => {
    const inserts = Array.from({ length: 5 }, (_, i) => ({ ...thing(`mixed-${i}`), name: `mixed-${i}` }));
    await Promise.all([
      ...inserts.map((row) =>
        database.writer.transaction().execute((db) => on(db).insertInto('thing').values(row).execute()),
      ),
      database.writer.transaction().execute(async () => {}),
      insert({ ...thing('lone'), name: 'lone' }),
      database.writer.transaction().execute(async () => {}),
    ]);
    expect((await ids()).filter((id) => id.startsWith('mixed-') || id === 'lone')).toHaveLength(6);
  });

  test('house two transactions that add to one number do not lose an addition', async () => {
    await insert({ ...thing('sum'), name: 'sum', count: 0 });
    const add = () =>
      database.writer.transaction().execute(async (db) => {
        const lock = kit.kind === 'postgres' ? sql` for update` : sql``;
        const { rows } = await sql<{ count: number }>`select count from thing where id = 'sum'${lock}`.execute(db);
        await on(db)
          .updateTable('thing')
          .set({ count: (rows[0]?.count ?? 0) + 1 })
          .where('id', '=', 'sum')
          .execute();
      });
    await Promise.all(Array.from({ length: 10 }, add));
    const row = await on(database.reader)
      .selectFrom('thing')
      .select('count')
      .where('id', '=', 'sum')
      .executeTakeFirst();
    expect(row?.count).toBe(10);
  });

  test('house a reader cannot write', async () => {
    const write = on(database.reader).updateTable('thing').set({ count: 5 }).execute();
    await expect(write).rejects.toMatchObject({ name: 'DatabaseError', kind: 'read_only' });
  });

  test('house a read does not wait for an open transaction, nor see it', async () => {
    const before = await ids();
    let finish: () => void = () => {};
    let wrote: () => void = () => {};
    const open = new Promise<void>((resolve) => (wrote = resolve));
    const writing = database.writer.transaction().execute(async (db) => {
      await on(db)
        .insertInto('thing')
        .values({ ...thing('open'), name: 'open' })
        .execute();
      wrote();
      await new Promise<void>((resolve) => (finish = resolve));
    });
    await open;
    expect(await ids()).toEqual(before);
    finish();
    await writing;
    expect(await ids()).toEqual([...before, 'open'].sort());
  });

  const refusals: [DatabaseErrorKind, () => Promise<unknown>][] = [
    ['unique', () => insert({ ...thing('types'), name: 'other' })],
    ['unique', () => insert(thing('other'))],
    ['foreign_key', () => on(database.writer).insertInto('part').values({ id: 'p', thing_id: 'none' }).execute()],
    ['constraint', () => insert({ ...thing('negative'), name: 'negative', count: -1 })],
    ['constraint', () => insert({ ...thing('null'), name: 'null', at: null as never })],
    ['other', () => sql`select * from nowhere`.execute(database.reader)],
  ];
  test.each(refusals)('house a refusal has a kind: %s', async (kind, work) => {
    await expect(work()).rejects.toMatchObject({ name: 'DatabaseError', kind });
  });

  test('house what was asked before and after memory is given back is answered', async () => {
    await insert({ ...thing('kept'), name: 'kept' });
    const reading = ids();
    database.giveBackMemory();
    expect(await reading).toContain('kept');
    await insert({ ...thing('later'), name: 'later' });
    expect(await ids()).toContain('later');
  });
});
