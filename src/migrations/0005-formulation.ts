import { sql } from 'kysely';
import type { AnyDb } from '../platform/db/database.ts';
import type { SchemaStep } from '../platform/db/migrate.ts';

export const formulationStep: SchemaStep = {
  name: '0005-formulation',
  up: async (db) => {
    await createProblem(db);
    await createTexts(db);
    await createObjectives(db);
    await createSummary(db);
  },
};

async function createProblem(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('problem')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('phase', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('deleted_at', 'bigint')
    .execute();
}

async function createTexts(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('opportunity_text')
    .addColumn('problem_id', 'text', (column) => column.notNull().references('problem.id'))
    .addColumn('field', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    // The opportunity has one version; each text knows in which one it last changed, so that people who write
    // different texts at the same time do not hinder one another.
    .addColumn('changed_in_version', 'integer', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('opportunity_text_key', ['problem_id', 'field'])
    .execute();
  await db.schema
    .createTable('alternatives')
    .addColumn('problem_id', 'text', (column) => column.primaryKey().references('problem.id'))
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('value_model')
    .addColumn('problem_id', 'text', (column) => column.primaryKey().references('problem.id'))
    .addColumn('model', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('at_stake', 'text')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .execute();
}

async function createObjectives(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('objective')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('problem_id', 'text', (column) => column.notNull().references('problem.id'))
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('removed_at', 'bigint')
    .execute();
  await db.schema
    .createTable('key_result')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('problem_id', 'text', (column) => column.notNull().references('problem.id'))
    .addColumn('objective_id', 'text', (column) => column.notNull().references('objective.id'))
    .addColumn('metric', 'text', (column) => column.notNull())
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('baseline', 'text')
    .addColumn('target', 'text')
    .addColumn('by_date', 'text')
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('removed_at', 'bigint')
    .execute();
  await db.schema.createIndex('objective_problem').on('objective').column('problem_id').execute();
  await db.schema.createIndex('key_result_problem').on('key_result').column('problem_id').execute();
}

/** The projection behind the list: one row a problem, written by an event handler. */
async function createSummary(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('problem_summary')
    .addColumn('problem_id', 'text', (column) => column.primaryKey().references('problem.id'))
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('title_key', 'text', (column) => column.notNull())
    .addColumn('phase', 'text', (column) => column.notNull())
    .addColumn('is_private', 'integer', (column) => column.notNull())
    .addColumn('opportunity_open', 'integer', (column) => column.notNull())
    .addColumn('requirements_open', 'integer', (column) => column.notNull())
    .addColumn('value_open', 'integer', (column) => column.notNull())
    .addColumn('decision_open', 'integer', (column) => column.notNull())
    .addColumn('open_items', 'integer', (column) => column.notNull())
    .addColumn('at_stake', 'text')
    .addColumn('at_stake_rank', 'double precision', (column) => column.notNull())
    .addColumn('last_decision', 'text')
    .addColumn('opportunity_key', 'text', (column) => column.notNull())
    .addColumn('decision_key', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('is_deleted', 'integer', (column) => column.notNull())
    .execute();
  const sorts = ['changed_at', 'created_at', 'title_key', 'at_stake_rank', 'open_items'];
  for (const sort of sorts) {
    await db.schema
      .createIndex(`problem_summary_${sort}`)
      .on('problem_summary')
      .columns([sort, 'problem_id'])
      .where(sql.ref('is_deleted'), '=', sql.lit(0))
      .execute();
  }
}
