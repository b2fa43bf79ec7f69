import type { AnyDb } from '../platform/db/database.ts';
import type { SchemaStep } from '../platform/db/migrate.ts';

/** What is asked of whom over all problems, and where each problem stands: projections, filled by the next start. */
export const portfolioStep: SchemaStep = {
  name: '0016-portfolio',
  up: async (db) => {
    await createProblems(db);
    await createParts(db);
    await createWorkItems(db);
    await createPeople(db);
    await db.schema
      .createTable('portfolio_projection')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('rebuilt_at', 'bigint', (column) => column.notNull())
      .execute();
  },
};

async function createProblems(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('portfolio_problem')
    .addColumn('problem_id', 'text', (column) => column.primaryKey().references('problem.id'))
    .addColumn('facts', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('title_key', 'text', (column) => column.notNull())
    .addColumn('decision_key', 'text', (column) => column.notNull())
    .addColumn('stage', 'text', (column) => column.notNull())
    .addColumn('at_stake', 'text')
    .addColumn('at_stake_rank', 'double precision', (column) => column.notNull())
    .addColumn('currency', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('review_date', 'text')
    .addColumn('decision', 'text')
    .addColumn('blocker', 'text')
    .addColumn('is_signed', 'integer', (column) => column.notNull())
    .addColumn('is_deleted', 'integer', (column) => column.notNull())
    .execute();
  // Each order of the portfolio, over all problems and within a stage, and the totals by stage.
  const orders = { stake: 'at_stake_rank', age: 'created_at', title: 'title_key' };
  for (const [name, column] of Object.entries(orders)) {
    await db.schema
      .createIndex(`portfolio_problem_${name}`)
      .on('portfolio_problem')
      .columns(['is_deleted', column, 'problem_id'])
      .execute();
    await db.schema
      .createIndex(`portfolio_problem_stage_${name}`)
      .on('portfolio_problem')
      // With the currency the totals by stage and currency are read from one of these alone.
      .columns(['is_deleted', 'stage', column, 'problem_id', ...(name === 'stake' ? ['currency'] : [])])
      .execute();
  }
}

async function createParts(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('portfolio_part')
    .addColumn('problem_id', 'text', (column) => column.notNull().references('problem.id'))
    .addColumn('part', 'text', (column) => column.notNull())
    .addColumn('asks', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('portfolio_part_key', ['problem_id', 'part'])
    .execute();
}

async function createWorkItems(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('work_item')
    .addColumn('problem_id', 'text', (column) => column.notNull().references('problem.id'))
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addColumn('asked', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addColumn('due', 'text')
    .addColumn('not_before', 'text')
    .addColumn('station', 'text', (column) => column.notNull())
    .addColumn('field', 'text')
    .addColumn('talk', 'text')
    .addColumn('params', 'text', (column) => column.notNull())
    // Also the order in which the items of a problem are read for one who is asked.
    .addPrimaryKeyConstraint('work_item_key', ['problem_id', 'asked', 'position', 'item_id'])
    .execute();
}

async function createPeople(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('asked_person')
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('problem_id', 'text', (column) => column.notNull().references('problem.id'))
    .addColumn('asked', 'text', (column) => column.notNull())
    .addColumn('at_stake_rank', 'double precision', (column) => column.notNull())
    .addColumn('until', 'text')
    .addPrimaryKeyConstraint('asked_person_key', ['problem_id', 'user_id', 'asked'])
    .execute();
  await db.schema
    .createIndex('asked_person_home')
    .on('asked_person')
    .columns(['user_id', 'at_stake_rank', 'problem_id', 'asked'])
    .execute();
}
