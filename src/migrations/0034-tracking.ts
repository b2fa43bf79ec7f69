import { sql } from 'kysely';
import type { AnyDb, DatabaseKind } from '../platform/db/database.ts';
import type { SchemaStep } from '../platform/db/migrate.ts';

/** Experiments and runs, with their tags, parameters and points of measurement. */
export const trackingStep: SchemaStep = {
  name: '0034-tracking',
  up: async (db, kind) => {
    await createExperiments(db, kind);
    await createRuns(db);
    await createFacts(db);
    await createMetrics(db, kind);
  },
};

async function createExperiments(db: AnyDb, kind: DatabaseKind): Promise<void> {
  await db.schema
    .createTable('experiment')
    .addColumn('id', 'integer', (column) =>
      kind === 'postgres' ? column.primaryKey().generatedByDefaultAsIdentity() : column.primaryKey().autoIncrement(),
    )
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('artifact_root', 'text', (column) => column.notNull())
    // null: nobody said yet to which problem it belongs
    .addColumn('problem_id', 'text')
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('deleted_at', 'bigint')
    .execute();
  await db.schema.createIndex('experiment_problem').on('experiment').column('problem_id').execute();
  await db.schema
    .createTable('experiment_tag')
    .addColumn('experiment_id', 'integer', (column) => column.notNull().references('experiment.id'))
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('experiment_tag_key', ['experiment_id', 'key'])
    .execute();
}

async function createRuns(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('run')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('experiment_id', 'integer', (column) => column.notNull().references('experiment.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    // as the client says, who may be another than who is signed in
    .addColumn('client_user', 'text', (column) => column.notNull())
    .addColumn('started_at', 'bigint')
    .addColumn('ended_at', 'bigint')
    .addColumn('artifact_uri', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('deleted_at', 'bigint')
    .execute();
  // The order in which runs are listed, where nobody asks for another.
  await sql.raw('create index run_latest on run (experiment_id, started_at desc, id)').execute(db);
}

async function createFacts(db: AnyDb): Promise<void> {
  for (const table of ['run_tag', 'run_param'])
    await db.schema
      .createTable(table)
      .addColumn('run_id', 'text', (column) => column.notNull().references('run.id'))
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint(`${table}_key`, ['run_id', 'key'])
      .execute();
}

async function createMetrics(db: AnyDb, kind: DatabaseKind): Promise<void> {
  // The last point of each metric of a run; its id stands for both in the points.
  await db.schema
    .createTable('run_metric')
    .addColumn('id', 'integer', (column) =>
      kind === 'postgres' ? column.primaryKey().generatedByDefaultAsIdentity() : column.primaryKey(),
    )
    .addColumn('run_id', 'text', (column) => column.notNull().references('run.id'))
    .addColumn('experiment_id', 'integer', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('step', 'bigint', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('value', 'double precision', (column) => column.notNull())
    .addColumn('is_nan', 'integer', (column) => column.notNull())
    .addUniqueConstraint('run_metric_key', ['run_id', 'key'])
    .execute();
  await sql.raw('create index run_metric_value on run_metric (experiment_id, key, is_nan, value, run_id)').execute(db);
  // The same point twice is one point: its own content is its key.
  const withoutRowid = kind === 'sqlite' ? ' without rowid' : '';
  await sql
    .raw(
      `create table metric_point (
        metric_id integer not null, step bigint not null, at bigint not null, value double precision not null,
        is_nan integer not null, primary key (metric_id, step, at, value, is_nan))${withoutRowid}`,
    )
    .execute(db);
}
