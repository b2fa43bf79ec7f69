import type { SchemaStep } from '../platform/db/migrate.ts';

/** Files that clients send in parts: the parts lie below the data folder until they are put together. */
export const artifactsInPartsStep: SchemaStep = {
  name: '0045-artifacts-in-parts',
  up: async (db) => {
    await db.schema
      .createTable('artifact_upload')
      .addColumn('id', 'text', (column) => column.primaryKey())
      // where the file goes: `<experiment>/<run>/artifacts/...`
      .addColumn('place', 'text', (column) => column.notNull())
      .addColumn('parts', 'integer', (column) => column.notNull())
      // of the token that the parts are sent with
      .addColumn('token_sha256', 'text', (column) => column.notNull())
      .addColumn('begun_by', 'text', (column) => column.notNull())
      .addColumn('last_at', 'bigint', (column) => column.notNull())
      .execute();
  },
};
