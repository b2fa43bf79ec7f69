import type { SchemaStep } from '../platform/db/migrate.ts';

/** Until when something is asked: a signature may count for so many days only, and what follows from it ends with it. */
export const signaturesThatEndStep: SchemaStep = {
  name: '0027-signatures-that-end',
  up: async (db) => {
    await db.schema.alterTable('work_item').addColumn('not_after', 'text').execute();
  },
};
