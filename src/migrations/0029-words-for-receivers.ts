import type { SchemaStep } from '../platform/db/migrate.ts';

/** Whether a receiver is also sent what people wrote themselves. Those of before are not: nobody chose it for them. */
export const wordsForReceiversStep: SchemaStep = {
  name: '0029-words-for-receivers',
  up: async (db) => {
    await db.schema
      .alterTable('webhook')
      .addColumn('includes_words', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  },
};
