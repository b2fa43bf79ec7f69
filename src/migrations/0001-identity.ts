import type { SchemaStep } from '../platform/db/migrate.ts';

export const identityStep: SchemaStep = {
  name: '0001-identity',
  up: async (db) => {
    await db.schema
      .createTable('user_account')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('email', 'text', (column) => column.unique())
      .addColumn('organisation_role', 'text', (column) => column.notNull())
      .addColumn('locale', 'text')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .execute();
  },
};
