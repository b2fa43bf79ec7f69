import type { AnyDb } from '../platform/db/database.ts';
import type { SchemaStep } from '../platform/db/migrate.ts';

/** Models that runs have logged, with what was measured of them, and what runs were given. */
export const modelsOfRunsStep: SchemaStep = {
  name: '0036-models-of-runs',
  up: async (db) => {
    await createModels(db);
    await createModelFacts(db);
    await createInputs(db);
  },
};

async function createModels(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('logged_model')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('experiment_id', 'integer', (column) => column.notNull().references('experiment.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('model_type', 'text', (column) => column.notNull())
    .addColumn('source_run_id', 'text')
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('artifact_uri', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('deleted_at', 'bigint')
    .execute();
  await db.schema
    .createIndex('logged_model_latest')
    .on('logged_model')
    .columns(['experiment_id', 'created_at', 'id'])
    .execute();
}

async function createModelFacts(db: AnyDb): Promise<void> {
  for (const table of ['logged_model_tag', 'logged_model_param'])
    await db.schema
      .createTable(table)
      .addColumn('model_id', 'text', (column) => column.notNull().references('logged_model.id'))
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint(`${table}_key`, ['model_id', 'key'])
      .execute();
  // The last that was measured of a model, by the run that measured it and the data it was measured on.
  await db.schema
    .createTable('logged_model_metric')
    .addColumn('model_id', 'text', (column) => column.notNull().references('logged_model.id'))
    .addColumn('run_id', 'text', (column) => column.notNull().references('run.id'))
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('dataset_name', 'text', (column) => column.notNull())
    .addColumn('dataset_digest', 'text', (column) => column.notNull())
    .addColumn('step', 'bigint', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('value', 'double precision', (column) => column.notNull())
    .addColumn('is_nan', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('logged_model_metric_key', ['model_id', 'run_id', 'key', 'dataset_name', 'dataset_digest'])
    .execute();
}

async function createInputs(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('run_dataset')
    .addColumn('run_id', 'text', (column) => column.notNull().references('run.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('source_type', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('schema', 'text')
    .addColumn('profile', 'text')
    // what it was used for: training, testing
    .addColumn('context', 'text')
    // JSON: the tags of this use
    .addColumn('tags', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('run_dataset_key', ['run_id', 'name', 'digest'])
    .execute();
  await db.schema
    .createTable('run_model')
    .addColumn('run_id', 'text', (column) => column.notNull().references('run.id'))
    .addColumn('model_id', 'text', (column) => column.notNull().references('logged_model.id'))
    // in: it was given to the run; out: the run has made it
    .addColumn('direction', 'text', (column) => column.notNull())
    .addColumn('step', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('run_model_key', ['run_id', 'model_id', 'direction'])
    .execute();
}
