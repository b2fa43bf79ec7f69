import type { SchemaStep } from '../platform/db/migrate.ts';

/** How the files of a version were read and where they were, beside the version; and what was seen there since. */
export const howVersionsWereReadStep: SchemaStep = {
  name: '0030-how-versions-were-read',
  up: async (db) => {
    await db.schema
      .createTable('dataset_version_reading')
      .addColumn('version_id', 'text', (column) => column.primaryKey().references('dataset_version.id'))
      .addColumn('reading', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('dataset_version_check')
      .addColumn('version_id', 'text', (column) => column.primaryKey().references('dataset_version.id'))
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('checked_by', 'text', (column) => column.notNull())
      .addColumn('checked_at', 'bigint', (column) => column.notNull())
      .execute();
    // Imports from before kept what they read.
    await db.schema
      .alterTable('dataset_import')
      .addColumn('keep', 'text', (column) => column.notNull().defaultTo('content'))
      .execute();
  },
};
