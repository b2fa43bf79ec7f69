import type { AnyDb } from '../platform/db/database.ts';
import type { SchemaStep } from '../platform/db/migrate.ts';

/** Which data answers which need, what was measured of it, and what the expert said. */
export const sufficiencyStep: SchemaStep = {
  name: '0025-sufficiency',
  up: async (db) => {
    await createPlans(db);
    await createRuns(db);
  },
};

async function createPlans(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('sufficiency_plan')
    .addColumn('requirement_id', 'text', (column) => column.primaryKey())
    .addColumn('problem_id', 'text', (column) => column.notNull())
    .addColumn('dataset_id', 'text')
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('confirmed_by', 'text')
    .addColumn('confirmed_at', 'bigint')
    .addColumn('confirmed_version', 'integer')
    .execute();
  await db.schema.createIndex('sufficiency_plan_problem').on('sufficiency_plan').columns(['problem_id']).execute();
  await db.schema.createIndex('sufficiency_plan_dataset').on('sufficiency_plan').columns(['dataset_id']).execute();
}

async function createRuns(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('sufficiency_run')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('problem_id', 'text', (column) => column.notNull())
    .addColumn('requirement_id', 'text', (column) => column.notNull())
    .addColumn('plan_version', 'integer', (column) => column.notNull())
    .addColumn('plan', 'text', (column) => column.notNull())
    .addColumn('dataset_id', 'text', (column) => column.notNull())
    .addColumn('dataset_version_id', 'text', (column) => column.notNull())
    .addColumn('dataset_version_number', 'integer', (column) => column.notNull())
    .addColumn('method_version', 'integer', (column) => column.notNull())
    .addColumn('trigger', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('job_id', 'text')
    .addColumn('measured', 'text')
    .addColumn('outcomes', 'text')
    .addColumn('failure', 'text')
    .addColumn('begun_by', 'text', (column) => column.notNull())
    .addColumn('begun_at', 'bigint', (column) => column.notNull())
    .addColumn('finished_at', 'bigint')
    .execute();
  await db.schema
    .createIndex('sufficiency_run_requirement')
    .on('sufficiency_run')
    .columns(['problem_id', 'requirement_id', 'id'])
    .execute();
  await db.schema
    .createTable('sufficiency_answer')
    .addColumn('run_id', 'text', (column) => column.notNull().references('sufficiency_run.id'))
    .addColumn('check_id', 'text', (column) => column.notNull())
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('answered_by', 'text', (column) => column.notNull())
    .addColumn('answered_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('sufficiency_answer_key', ['run_id', 'check_id'])
    .execute();
}
