import { sql } from 'kysely';
import type { AnyDb } from '../platform/db/database.ts';
import type { SchemaStep } from '../platform/db/migrate.ts';

/** A notification may be about no one problem. */
export const gatesWithDataStep: SchemaStep = {
  name: '0024-gates-with-data',
  up: async (db, kind) => {
    await (kind === 'sqlite' ? widenNotificationsInSqlite(db) : widenNotificationsInPostgres(db));
  },
};

const widenNotificationsInPostgres = (db: AnyDb) =>
  sql.raw('alter table notification alter column problem_id drop not null').execute(db);

/** SQLite takes no constraint back, so the table is made anew. */
async function widenNotificationsInSqlite(db: AnyDb): Promise<void> {
  for (const index of ['notification_of_person', 'notification_unread', 'notification_unmailed'])
    await db.schema.dropIndex(index).execute();
  await db.schema.alterTable('notification').renameTo('notification_before').execute();
  await db.schema
    .createTable('notification')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('event_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('problem_id', 'text')
    .addColumn('actor_id', 'text', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('read_at', 'bigint')
    .addColumn('mailed_at', 'bigint')
    .addUniqueConstraint('notification_once', ['event_id', 'user_id'])
    .execute();
  const columns = sql.raw('id, user_id, event_id, kind, problem_id, actor_id, about, at, read_at, mailed_at');
  await sql`insert into notification (${columns}) select ${columns} from notification_before`.execute(db);
  await db.schema.dropTable('notification_before').execute();
  const index = (name: string, where = '') =>
    sql.raw(`create index ${name} on notification (user_id, at, id) ${where}`).execute(db);
  await index('notification_of_person');
  await index('notification_unread', 'where read_at is null');
  await index('notification_unmailed', 'where mailed_at is null');
}
