import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { newPostgresDatabase } from '../../../test/kit/databases.ts';
import { type Database, openPostgres } from './database.ts';
import { prepared } from './prepared.ts';

describe.runIf(inject('postgres').url)('connections to PostgreSQL', () => {
  let database: Database;
  let drop: () => Promise<void>;
  beforeEach(async () => {
    const made = await newPostgresDatabase(inject('postgres').url ?? '');
    ({ drop } = made);
    database = await openPostgres(made.url, { connections: 2 });
  });
  afterEach(async () => {
    await database.close();
    await drop();
  });

  /** As a restart of the server does: every connection but the one that asks for it ends. */
  const endAllOthers = () =>
    sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(database.reader);

  // Without a listener an 'error' event ends the process; the test runner reports it as an unhandled error.
  test('house a connection lost within a transaction fails that transaction and nothing else', async () => {
    const inQuery = database.reader.transaction().execute((db) => sql`select pg_sleep(30)`.execute(db));
    const inQueryFails = inQuery.catch((error: unknown) => error);
    const betweenQueries = database.writer.transaction().execute(async (db) => {
      await sql`create table kept (id text)`.execute(db);
      await endAllOthers();
      await new Promise((resolve) => setTimeout(resolve, 100));
      await sql`insert into kept values ('a')`.execute(db);
    });
    const away = { name: 'DatabaseError', kind: 'away' };
    await expect(betweenQueries).rejects.toMatchObject(away);
    expect(await inQueryFails).toMatchObject(away);
    const { rows } = await sql`select to_regclass('kept') as kept`.execute(database.writer);
    expect(rows).toEqual([{ kept: null }]);
  });

  test('house a statement that says so is planned once by a connection, a hundred of them at most', async () => {
    await database.writer.transaction().execute(async (db) => {
      for (const value of [1, 2, 3])
        expect((await sql`${prepared} select ${value}::int + 1 as next`.execute(db)).rows).toEqual([
          { next: value + 1 },
        ]);
      await sql`select 4`.execute(db);
      const count = async () =>
        (await sql<{ n: number }>`select count(*) as n from pg_prepared_statements`.execute(db)).rows[0]?.n;
      expect(await count()).toBe(1);
      for (let n = 0; n < 120; n += 1) await sql`${prepared} select ${sql.lit(n)}`.execute(db);
      expect(await count()).toBe(100);
    });
  });
});
