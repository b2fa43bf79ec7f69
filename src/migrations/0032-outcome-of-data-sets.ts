import type { SchemaStep } from '../platform/db/migrate.ts';

/** Which column of a data set is what a model is to tell, and which of its values counts. */
export const outcomeOfDataSetsStep: SchemaStep = {
  name: '0032-outcome-of-data-sets',
  up: async (db) => {
    await db.schema.alterTable('dataset').addColumn('outcome_column', 'text').execute();
    await db.schema.alterTable('dataset').addColumn('outcome_positive', 'text').execute();
  },
};
