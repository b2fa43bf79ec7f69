import type { SchemaStep } from '../platform/db/migrate.ts';

/** A version keeps its files as they were when it was registered; this is where they were taken from. */
export const filesOfVersionsStep: SchemaStep = {
  name: '0049-files-of-versions',
  up: async (db) => {
    await db.schema.alterTable('model_version').addColumn('files_from', 'text').execute();
  },
};
