import type { SchemaStep } from '../platform/db/migrate.ts';

/** What the best of a ranking is worth over another on the very same cases, held against each other one by one. */
export const pairsOfEvaluationsStep: SchemaStep = {
  name: '0056-pairs-of-evaluations',
  up: async (db) => {
    await db.schema
      .createTable('evaluation_pair')
      .addColumn('own_id', 'text', (column) => column.notNull().references('evaluation.id'))
      .addColumn('other_id', 'text', (column) => column.notNull().references('evaluation.id'))
      .addColumn('cases', 'bigint', (column) => column.notNull())
      .addColumn('difference', 'double precision', (column) => column.notNull())
      .addColumn('low', 'double precision', (column) => column.notNull())
      .addColumn('high', 'double precision', (column) => column.notNull())
      .addPrimaryKeyConstraint('evaluation_pair_key', ['own_id', 'other_id'])
      .execute();
    await db.schema.createIndex('evaluation_pair_other').on('evaluation_pair').column('other_id').execute();
  },
};
