import type { SchemaStep } from '../platform/db/migrate.ts';

/** Where a problem comes from: a copy of another one with a declared difference, or a template of the organisation. */
export const variantsStep: SchemaStep = {
  name: '0018-variants',
  up: async (db) => {
    await db.schema
      .createTable('problem_template')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('description', 'text', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('created_by', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('retired_at', 'bigint')
      .execute();
    await db.schema
      .createTable('problem_origin')
      .addColumn('problem_id', 'text', (column) => column.primaryKey().references('problem.id'))
      .addColumn('parent_id', 'text', (column) => column.references('problem.id'))
      .addColumn('template_id', 'text', (column) => column.references('problem_template.id'))
      .addColumn('about', 'text')
      .addColumn('difference', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('made_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('problem_origin_parent')
      .on('problem_origin')
      .columns(['parent_id', 'problem_id'])
      .execute();
  },
};
