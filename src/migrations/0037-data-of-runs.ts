import type { SchemaStep } from '../platform/db/migrate.ts';

/** Which version of which data set a run was given, where that is known here. */
export const dataOfRunsStep: SchemaStep = {
  name: '0037-data-of-runs',
  up: async (db) => {
    await db.schema.alterTable('run_dataset').addColumn('version_id', 'text').execute();
    // its hash, which stays when the version is erased
    await db.schema.alterTable('run_dataset').addColumn('version_sha256', 'text').execute();
    await db.schema.createIndex('run_dataset_version').on('run_dataset').column('version_id').execute();
  },
};
