import { sql } from 'kysely';
import type { SchemaStep } from '../platform/db/migrate.ts';

/** Views of the table of runs that a team keeps. */
export const runViewsStep: SchemaStep = {
  name: '0043-run-views',
  up: async (db) => {
    await db.schema
      .createTable('run_view')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('problem_id', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('name_key', 'text', (column) => column.notNull())
      // JSON: filter, order, columns, what it is grouped by
      .addColumn('shown', 'text', (column) => column.notNull())
      .addColumn('created_by', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('removed_at', 'bigint')
      .execute();
    await sql
      .raw('create unique index run_view_name on run_view (problem_id, name_key) where removed_at is null')
      .execute(db);
  },
};
