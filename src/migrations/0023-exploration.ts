import type { AnyDb } from '../platform/db/database.ts';
import type { SchemaStep } from '../platform/db/migrate.ts';

/** What people see in the data together: charts that were drawn, findings with their answers, notes of the expert. */
export const explorationStep: SchemaStep = {
  name: '0023-exploration',
  up: async (db) => {
    await createCharts(db);
    await createFindings(db);
    await createNotes(db);
  },
};

async function createCharts(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('data_chart')
    .addColumn('version_sha256', 'text', (column) => column.notNull())
    .addColumn('spec_hash', 'text', (column) => column.notNull())
    .addColumn('method', 'integer', (column) => column.notNull())
    .addColumn('version_id', 'text', (column) => column.notNull())
    .addColumn('chart', 'text', (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('data_chart_key', ['version_sha256', 'spec_hash', 'method'])
    .execute();
  await db.schema.createIndex('data_chart_version').on('data_chart').columns(['version_id', 'made_at']).execute();
}

async function createFindings(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('finding')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('problem_id', 'text', (column) => column.notNull().references('problem.id'))
    .addColumn('dataset_id', 'text', (column) => column.notNull())
    .addColumn('spec', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('remark', 'text', (column) => column.notNull())
    .addColumn('kept_by', 'text', (column) => column.notNull())
    .addColumn('kept_at', 'bigint', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('withdrawn_by', 'text')
    .addColumn('withdrawn_at', 'bigint')
    .execute();
  await db.schema.createIndex('finding_problem').on('finding').columns(['problem_id', 'id']).execute();
  await db.schema
    .createTable('finding_drawing')
    .addColumn('finding_id', 'text', (column) => column.notNull().references('finding.id'))
    .addColumn('version_id', 'text', (column) => column.notNull())
    .addColumn('version_number', 'integer', (column) => column.notNull())
    .addColumn('chart', 'text')
    .addColumn('sentence', 'text')
    .addColumn('drawn_by', 'text', (column) => column.notNull())
    .addColumn('drawn_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('finding_drawing_key', ['finding_id', 'version_id'])
    .execute();
  await db.schema.createIndex('finding_drawing_version').on('finding_drawing').column('version_id').execute();
  await db.schema
    .createTable('finding_answer')
    .addColumn('finding_id', 'text', (column) => column.notNull().references('finding.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('version_id', 'text', (column) => column.notNull())
    .addColumn('version_number', 'integer', (column) => column.notNull())
    .addColumn('of_version', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('answered_by', 'text', (column) => column.notNull())
    .addColumn('on_behalf_of', 'text')
    .addColumn('answered_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('finding_answer_key', ['finding_id', 'position'])
    .execute();
}

async function createNotes(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('data_note')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('problem_id', 'text', (column) => column.notNull().references('problem.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('subject_id', 'text', (column) => column.notNull())
    .addColumn('column_name', 'text')
    .addColumn('value', 'text')
    .addColumn('segment', 'text')
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('written_by', 'text', (column) => column.notNull())
    .addColumn('written_at', 'bigint', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('removed_at', 'bigint')
    .execute();
  await db.schema.createIndex('data_note_problem').on('data_note').columns(['problem_id', 'subject_id']).execute();
}
