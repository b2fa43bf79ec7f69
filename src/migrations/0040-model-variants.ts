import { sql } from 'kysely';
import type { SchemaStep } from '../platform/db/migrate.ts';

/** Declared branches of a model: for a segment, a window of time, other data or parameters. Runs name theirs by a tag. */
export const modelVariantsStep: SchemaStep = {
  name: '0040-model-variants',
  up: async (db) => {
    await db.schema
      .createTable('model_variant')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('problem_id', 'text', (column) => column.notNull())
      .addColumn('parent_id', 'text', (column) => column.references('model_variant.id'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('name_key', 'text', (column) => column.notNull())
      .addColumn('note', 'text', (column) => column.notNull())
      // what it is trained on, where that is another than of its parent: null is as the parent
      .addColumn('segment', 'text')
      .addColumn('window_from', 'text')
      .addColumn('window_to', 'text')
      .addColumn('data', 'text')
      // JSON: KeyValue[]
      .addColumn('params', 'text', (column) => column.notNull())
      .addColumn('created_by', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('removed_at', 'bigint')
      .execute();
    await sql
      .raw('create unique index model_variant_name on model_variant (problem_id, name_key) where removed_at is null')
      .execute(db);
  },
};
