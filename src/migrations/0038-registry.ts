import type { AnyDb } from '../platform/db/database.ts';
import type { SchemaStep } from '../platform/db/migrate.ts';

/** Models by name, their versions, and the labels on both. */
export const registryStep: SchemaStep = {
  name: '0038-registry',
  up: async (db) => {
    await createModels(db);
    await createVersions(db);
  },
};

async function createModels(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('registered_model')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('description', 'text', (column) => column.notNull())
    // null: nobody said yet to which problem it belongs
    .addColumn('problem_id', 'text')
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('registered_model_tag')
    .addColumn('model_id', 'text', (column) => column.notNull().references('registered_model.id'))
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('registered_model_tag_key', ['model_id', 'key'])
    .execute();
  await db.schema
    .createTable('model_alias')
    .addColumn('model_id', 'text', (column) => column.notNull().references('registered_model.id'))
    .addColumn('alias', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('model_alias_key', ['model_id', 'alias'])
    .execute();
}

async function createVersions(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('model_version')
    .addColumn('model_id', 'text', (column) => column.notNull().references('registered_model.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    // as the client gave it, and where its files are
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('storage_uri', 'text', (column) => column.notNull())
    .addColumn('run_id', 'text')
    .addColumn('logged_model_id', 'text')
    .addColumn('run_link', 'text', (column) => column.notNull())
    .addColumn('description', 'text', (column) => column.notNull())
    .addColumn('stage', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    // its number is never given again
    .addColumn('deleted_at', 'bigint')
    .addPrimaryKeyConstraint('model_version_key', ['model_id', 'number'])
    .execute();
  await db.schema.createIndex('model_version_run').on('model_version').column('run_id').execute();
  await db.schema
    .createTable('model_version_tag')
    .addColumn('model_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('model_version_tag_key', ['model_id', 'number', 'key'])
    .execute();
}
