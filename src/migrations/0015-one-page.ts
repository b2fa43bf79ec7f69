import { sql } from 'kysely';
import type { AnyDb } from '../platform/db/database.ts';
import type { SchemaStep } from '../platform/db/migrate.ts';

export const onePageStep: SchemaStep = {
  name: '0015-one-page',
  up: async (db, kind) => {
    await db.schema
      .createTable('one_page_version')
      .addColumn('problem_id', 'text', (column) => column.notNull().references('problem.id'))
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('kept_by', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('one_page_version_key', ['problem_id', 'number'])
      .execute();
    await (kind === 'sqlite' ? freezeInSqlite(db) : freezeInPostgres(db));
  },
};

const message = 'a version of the one page is never changed or deleted';

/** `insert or replace` deletes without firing the trigger of delete, so inserting over what is there is refused too. */
async function freezeInSqlite(db: AnyDb): Promise<void> {
  const taken = 'exists (select 1 from one_page_version where problem_id = new.problem_id and number = new.number)';
  for (const [name, event] of [
    ['update', 'update on one_page_version'],
    ['delete', 'delete on one_page_version'],
    ['replace', `insert on one_page_version when ${taken}`],
  ] as const)
    await sql
      .raw(`create trigger one_page_version_${name} before ${event} begin select raise(abort, '${message}'); end`)
      .execute(db);
}

/** The function was made in 0006. */
async function freezeInPostgres(db: AnyDb): Promise<void> {
  for (const event of ['update', 'delete', 'truncate'])
    await sql
      .raw(
        `create trigger one_page_version_${event} before ${event} on one_page_version for each statement execute function refuse_change('${message}')`,
      )
      .execute(db);
}
