import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openSqlite, slice } from './database.ts';
import { defer } from './defer.ts';
import { ReaderDriver } from './sqlite-dialect.ts';
import { SqliteThread } from './sqlite-thread.ts';

const on = slice<{ page: { id: number; body: string } }>();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'peil-sqlite-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (name = 'peil.db') => openSqlite({ path: join(folder, name), durable: false });

test('house a database that was never asked anything closes', async () => {
  const database = await open();
  await database.close();
});

test('house a closed database answers with an error, not with silence', async () => {
  const database = await open();
  const { reader } = database;
  await sql`select 1`.execute(reader);
  await database.close();
  await expect(sql`select 1`.execute(reader)).rejects.toThrow(/destroyed|closed/);
});

test('house a path that cannot be opened is told', async () => {
  await expect(open('no/such/folder/peil.db')).rejects.toThrow('unable to open database file');
});

test('house two readers read at the same time', async () => {
  const database = await open();
  // The first few of a start share the thread of the writer.
  const starting = [1, 2, 3].map(() => sql`select 1`.execute(database.reader));
  const order: string[] = [];
  const long =
    sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < 2000000) select max(i) from n`
      .execute(database.reader)
      .then(() => order.push('long'));
  const short = sql`select 1`.execute(database.reader).then(() => order.push('short'));
  await Promise.all([long, short]);
  expect(order).toEqual(['short', 'long']);
  await Promise.all(starting);
  await database.close();
});

test('house the little that a start reads opens no thread, sees only what was kept, and cannot write', async () => {
  const database = await open();
  await sql`create table page (id integer primary key, body text)`.execute(database.writer);
  const writing = new SqliteThread({ path: join(folder, 'peil.db'), role: 'writer', durable: false });
  const opened: SqliteThread[] = [];
  const readers = new ReaderDriver({
    open: () => {
      opened.push(new SqliteThread({ path: join(folder, 'peil.db'), role: 'reader', durable: false }));
      return opened.at(-1) as SqliteThread;
    },
    most: 1,
    beside: { thread: writing, for_ms: 60_000 },
  });
  const ask = async (query: ReturnType<typeof sql>) => {
    const connection = await readers.acquireConnection();
    try {
      return (await connection.executeQuery(query.compile(database.reader))).rows;
    } finally {
      await readers.releaseConnection(connection);
    }
  };
  await writing.call([{ sql: 'begin immediate', params: [] }]);
  await writing.call([{ sql: "insert into page (body) values ('first')", params: [] }]);
  expect(await ask(sql`select body from page`)).toEqual([]);
  await writing.call([{ sql: 'commit', params: [] }]);
  expect(await ask(sql`select body from page`)).toEqual([{ body: 'first' }]);
  await expect(ask(sql`delete from page`)).rejects.toThrow('readonly');
  expect(opened).toHaveLength(0);
  const four = [1, 2, 3, 4].map(() => readers.acquireConnection());
  expect(opened).toHaveLength(1);
  for (const connection of await Promise.all(four)) await readers.releaseConnection(connection);
  await readers.close();
  await writing.close();
  await database.close();
});

test('house a reader that is not needed any more ends, and another is opened when it is', async () => {
  const database = await open();
  const opened: SqliteThread[] = [];
  const readers = new ReaderDriver({
    open: () => {
      const thread = new SqliteThread({ path: join(folder, 'peil.db'), role: 'reader', durable: false });
      opened.push(thread);
      return thread;
    },
    most: 2,
    idle_ms: 10,
  });
  const both = async () => {
    const lent = [await readers.acquireConnection(), await readers.acquireConnection()];
    for (const connection of lent) await connection.executeQuery(sql`select 1`.compile(database.reader));
    for (const connection of lent) await readers.releaseConnection(connection);
  };
  await both();
  expect(opened).toHaveLength(2);
  for (const thread of opened.slice()) await vi.waitFor(() => expect(thread.call([])).rejects.toThrow('closed'));
  await both();
  expect(opened).toHaveLength(4);
  await readers.close();
  await database.close();
});

test('house a full disk fails everyone who waits for it, and the next can go on', async () => {
  const database = await open();
  await sql`create table page (body text)`.execute(database.writer);
  await sql`pragma max_page_count = 20`.execute(database.writer);
  const write = (size: number) =>
    database.writer.transaction().execute((db) => sql`insert into page values (${'x'.repeat(size)})`.execute(db));
  const outcomes = await Promise.allSettled([write(1000), write(1000), write(1_000_000), write(1000)]);
  const failed = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(failed.length).toBeGreaterThan(0);
  for (const { reason } of failed) expect(reason).toMatchObject({ kind: 'full' });
  await write(10);
  const { rows } = await sql<{ n: number }>`select count(*) as n from page`.execute(database.reader);
  expect(rows[0]?.n).toBe(outcomes.length - failed.length + 1);
  await database.close();
});

test('house a full disk that a put-off write meets acknowledges nothing that is lost', async () => {
  const database = await open();
  await sql`create table page (id integer primary key, body text)`.execute(database.writer);
  await sql`pragma max_page_count = 20`.execute(database.writer);
  const kept: number[] = [];
  const write = async (id: number) => {
    const body = id % 4 === 1 ? 'x'.repeat(1_000_000) : 'small';
    await database.writer.transaction().execute(async (db) => {
      await sql`insert into page values (${id}, 'first')`.execute(db);
      await defer(db, on(db).updateTable('page').set({ body }).where('id', '=', id));
      if (id % 3 === 0) await sql`select count(*) from page`.execute(db);
    });
    kept.push(id);
  };
  const outcomes = await Promise.allSettled(Array.from({ length: 24 }, (_, id) => write(id)));
  const failed = outcomes.filter((outcome) => outcome.status === 'rejected');
  for (const { reason } of failed) expect(reason).toMatchObject({ kind: 'full' });
  expect(failed.length).toBeGreaterThan(0);
  await write(100);
  const { rows } = await sql<{ id: number }>`select id from page order by id`.execute(database.reader);
  expect(rows.map((row) => row.id)).toEqual(kept.toSorted((a, b) => a - b));
  await database.close();
});
