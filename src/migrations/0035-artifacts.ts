import type { SchemaStep } from '../platform/db/migrate.ts';

/** What runs have made: files by their place, their content among the blobs. */
export const artifactsStep: SchemaStep = {
  name: '0035-artifacts',
  up: async (db) => {
    await db.schema
      .createTable('artifact')
      // `<experiment>/<run>`, or `<experiment>/models/<model>`; the path is below it
      .addColumn('root', 'text', (column) => column.notNull())
      .addColumn('path', 'text', (column) => column.notNull())
      .addColumn('experiment_id', 'integer', (column) => column.notNull().references('experiment.id'))
      .addColumn('sha256', 'text', (column) => column.notNull())
      .addColumn('size_bytes', 'bigint', (column) => column.notNull())
      .addColumn('created_by', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('artifact_key', ['root', 'path'])
      .execute();
    await db.schema.createIndex('artifact_blob').on('artifact').column('sha256').execute();
    await db.schema.createIndex('artifact_experiment').on('artifact').columns(['experiment_id', 'root']).execute();
  },
};
