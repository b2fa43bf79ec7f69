import type { Kysely } from 'kysely';
import { telling } from '../capabilities/formulation/similar-words.ts';
import type { AnyDb } from '../platform/db/database.ts';
import type { SchemaStep } from '../platform/db/migrate.ts';

/** The rest of formulation: translation, data requirements, alternatives that are valued, verdicts, attachments. */
export const completeFormulationStep: SchemaStep = {
  name: '0013-formulation',
  up: async (db) => {
    await createTranslation(db);
    await createDataRequirements(db);
    await createAlternatives(db);
    await createVerdicts(db);
    await createAttachments(db);
    await createWords(db);
  },
};

async function createTranslation(db: AnyDb): Promise<void> {
  // As with the opportunity: one version for the whole, and each text knows in which one it last changed.
  await db.schema
    .createTable('translation_text')
    .addColumn('problem_id', 'text', (column) => column.notNull().references('problem.id'))
    .addColumn('field', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('changed_in_version', 'integer', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('translation_text_key', ['problem_id', 'field'])
    .execute();
  await db.schema
    .createTable('key_result_link')
    .addColumn('key_result_id', 'text', (column) => column.primaryKey().references('key_result.id'))
    .addColumn('problem_id', 'text', (column) => column.notNull().references('problem.id'))
    .addColumn('contributes', 'integer', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('key_result_link_problem').on('key_result_link').column('problem_id').execute();
}

/** What every list within a problem has: a place in its order, a version, and a day on which it was removed. */
function createListed(db: AnyDb, table: string) {
  return db.schema
    .createTable(table)
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('problem_id', 'text', (column) => column.notNull().references('problem.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('removed_at', 'bigint');
}

async function createDataRequirements(db: AnyDb): Promise<void> {
  let table = createListed(db, 'data_requirement');
  for (const field of ['what', 'why', 'history', 'granularity', 'freshness', 'segment', 'volume', 'source'])
    table = table.addColumn(field, 'text', (column) => column.notNull());
  await table.execute();
  await db.schema.createIndex('data_requirement_problem').on('data_requirement').column('problem_id').execute();
}

async function createAlternatives(db: AnyDb): Promise<void> {
  await createListed(db, 'alternative')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('description', 'text', (column) => column.notNull())
    .addColumn('figures', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('alternative_problem').on('alternative').column('problem_id').execute();
  await db.schema
    .createTable('fit_answer')
    .addColumn('problem_id', 'text', (column) => column.notNull().references('problem.id'))
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('answer', 'text')
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('fit_answer_key', ['problem_id', 'question'])
    .execute();
}

async function createVerdicts(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('key_result_verdict')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('problem_id', 'text', (column) => column.notNull().references('problem.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('key_result_id', 'text', (column) => column.notNull().references('key_result.id'))
    .addColumn('key_result_version', 'integer', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('key_result_verdict_number', ['problem_id', 'number'])
    .execute();
}

async function createAttachments(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('attachment')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('problem_id', 'text', (column) => column.notNull().references('problem.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('url', 'text')
    .addColumn('sha256', 'text')
    .addColumn('media_type', 'text')
    .addColumn('size_bytes', 'bigint')
    .addColumn('added_by', 'text', (column) => column.notNull())
    .addColumn('added_at', 'bigint', (column) => column.notNull())
    .addColumn('removed_at', 'bigint')
    .execute();
  await db.schema.createIndex('attachment_problem').on('attachment').column('problem_id').execute();
}

/** A projection, so it is filled with what is there by the very function that keeps it from now on. */
async function createWords(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('problem_word')
    .addColumn('stem', 'text', (column) => column.notNull())
    .addColumn('problem_id', 'text', (column) => column.notNull().references('problem.id'))
    .addColumn('weight', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('problem_word_key', ['stem', 'problem_id'])
    .execute();
  await db.schema.createIndex('problem_word_problem').on('problem_word').column('problem_id').execute();
  const here = db as unknown as Kysely<{
    problem_summary: { problem_id: string; title_key: string; opportunity_key: string };
    problem_word: { stem: string; problem_id: string; weight: number };
  }>;
  const problems = await here
    .selectFrom('problem_summary')
    .select(['problem_id', 'title_key', 'opportunity_key'])
    .execute();
  for (const { problem_id, title_key, opportunity_key } of problems) {
    const words = [...telling({ title: title_key, text: opportunity_key })];
    if (words.length === 0) continue;
    await here
      .insertInto('problem_word')
      .values(words.map(([stem, weight]) => ({ stem, problem_id, weight })))
      .execute();
  }
}
