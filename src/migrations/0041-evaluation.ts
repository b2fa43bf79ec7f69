import { sql } from 'kysely';
import type { AnyDb } from '../platform/db/database.ts';
import type { SchemaStep } from '../platform/db/migrate.ts';

/** What was measured of predictions under a protocol, and what it is worth: never changed once it is finished. */
export const evaluationStep: SchemaStep = {
  name: '0041-evaluation',
  up: async (db, kind) => {
    await createEvaluations(db);
    await forbidChanges(db, kind);
  },
};

async function createEvaluations(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('evaluation')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('problem_id', 'text', (column) => column.notNull().references('problem.id'))
    .addColumn('run_id', 'text', (column) => column.notNull())
    .addColumn('run_name', 'text', (column) => column.notNull())
    .addColumn('model_id', 'text')
    .addColumn('asked', 'text', (column) => column.notNull())
    .addColumn('task', 'text', (column) => column.notNull())
    .addColumn('predictions_sha256', 'text', (column) => column.notNull())
    .addColumn('dataset_version_id', 'text')
    .addColumn('priced_by', 'text')
    .addColumn('rescored_from', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('job_id', 'text')
    .addColumn('measured', 'text')
    .addColumn('judged', 'text')
    .addColumn('protocol_key', 'text')
    .addColumn('euro_key', 'text')
    .addColumn('failure', 'text')
    .addColumn('begun_by', 'text', (column) => column.notNull())
    .addColumn('begun_at', 'bigint', (column) => column.notNull())
    .addColumn('finished_at', 'bigint')
    .execute();
  await db.schema.createIndex('evaluation_problem').on('evaluation').columns(['problem_id', 'id']).execute();
  await db.schema.createIndex('evaluation_run').on('evaluation').columns(['run_id', 'id']).execute();
  await db.schema.createIndex('evaluation_predictions').on('evaluation').column('predictions_sha256').execute();
}

const message = 'an evaluation that is finished is never changed: make a new one';

/** The function of PostgreSQL was made in 0006. */
async function forbidChanges(db: AnyDb, kind: 'sqlite' | 'postgres'): Promise<void> {
  const trigger = 'create trigger evaluation_finished before update on evaluation';
  const statement =
    kind === 'sqlite'
      ? `${trigger} when old.finished_at is not null begin select raise(abort, '${message}'); end`
      : `${trigger} for each row when (old.finished_at is not null) execute function refuse_change('${message}')`;
  await sql.raw(statement).execute(db);
}
