import type { SchemaStep } from '../platform/db/migrate.ts';

/** By which names experiments and models belong to a problem without a tag. */
export const namingRulesStep: SchemaStep = {
  name: '0039-naming-rules',
  up: async (db) => {
    await db.schema
      .createTable('naming_rule')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('problem_id', 'text', (column) => column.notNull())
      // as it was written, and as names are held against it
      .addColumn('pattern', 'text', (column) => column.notNull())
      .addColumn('pattern_key', 'text', (column) => column.notNull())
      .addColumn('created_by', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addUniqueConstraint('naming_rule_key', ['problem_id', 'pattern_key'])
      .execute();
  },
};
