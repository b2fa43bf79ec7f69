import { sql } from 'kysely';
import type { AnyDb } from '../platform/db/database.ts';
import type { SchemaStep } from '../platform/db/migrate.ts';

export const frameworksStep: SchemaStep = {
  name: '0021-frameworks',
  up: async (db, kind) => {
    await createCatalogue(db);
    await createBoard(db);
    await createSelection(db);
    for (const frozen of frozenTables)
      await (kind === 'sqlite' ? freezeInSqlite(db, frozen) : freezeInPostgres(db, frozen));
  },
};

async function createCatalogue(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('framework_fact')
    .addColumn('entry_key', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('facts', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('changed_by', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('framework_fact_key', ['entry_key', 'number'])
    .execute();
}

async function createBoard(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('approach')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('problem_id', 'text', (column) => column.notNull().references('problem.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('idea', 'text', (column) => column.notNull())
    .addColumn('pros', 'text', (column) => column.notNull())
    .addColumn('cons', 'text', (column) => column.notNull())
    .addColumn('suggestion', 'text')
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('removed_at', 'bigint')
    .execute();
  await db.schema.createIndex('approach_problem').on('approach').column('problem_id').execute();
  await db.schema
    .createTable('approach_vote')
    .addColumn('approach_id', 'text', (column) => column.notNull().references('approach.id'))
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('choice', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('approach_vote_key', ['approach_id', 'user_id'])
    .execute();
}

async function createSelection(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('framework_selection')
    .addColumn('problem_id', 'text', (column) => column.primaryKey().references('problem.id'))
    .addColumn('draft', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('framework_record')
    .addColumn('problem_id', 'text', (column) => column.notNull().references('problem.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('date', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('entry_keys', 'text', (column) => column.notNull())
    .addColumn('selection_version', 'integer', (column) => column.notNull())
    .addColumn('recorded_by', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('framework_record_key', ['problem_id', 'number'])
    .execute();
  // Apart from the record, so that a name can be erased without touching it.
  await db.schema
    .createTable('framework_record_person')
    .addColumn('problem_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('part', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('user_id', 'text')
    .addColumn('name', 'text')
    .addPrimaryKeyConstraint('framework_record_person_key', ['problem_id', 'number', 'part', 'position'])
    .execute();
  await db.schema
    .createTable('framework_told')
    .addColumn('problem_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('framework_told_key', ['problem_id', 'number', 'about'])
    .execute();
}

interface Frozen {
  table: string;
  key: readonly [string, string];
  message: string;
}

const frozenTables: readonly Frozen[] = [
  {
    table: 'framework_fact',
    key: ['entry_key', 'number'],
    message: 'facts of the catalogue are corrected by a new version, never changed',
  },
  {
    table: 'framework_record',
    key: ['problem_id', 'number'],
    message: 'a decision on the framework is superseded, never changed or deleted',
  },
];

/** `insert or replace` deletes without firing the trigger of delete, so the trigger of insert looks for the row. */
async function freezeInSqlite(db: AnyDb, { table, key, message }: Frozen): Promise<void> {
  const taken = `exists (select 1 from ${table} where ${key.map((column) => `${column} = new.${column}`).join(' and ')})`;
  for (const [name, event] of [
    ['update', `update on ${table}`],
    ['delete', `delete on ${table}`],
    ['replace', `insert on ${table} when ${taken}`],
  ] as const)
    await sql
      .raw(`create trigger ${table}_${name} before ${event} begin select raise(abort, '${message}'); end`)
      .execute(db);
}

/** `refuse_change` was made with the decisions. */
async function freezeInPostgres(db: AnyDb, { table, message }: Frozen): Promise<void> {
  for (const event of ['update', 'delete', 'truncate'])
    await sql
      .raw(
        `create trigger ${table}_${event} before ${event} on ${table} for each statement execute function refuse_change('${message}')`,
      )
      .execute(db);
}
