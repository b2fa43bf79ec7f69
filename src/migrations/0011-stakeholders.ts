import { sql } from 'kysely';
import type { AnyDb } from '../platform/db/database.ts';
import type { SchemaStep } from '../platform/db/migrate.ts';

/** Who has to do with a problem and was heard, and what each role requires. */
export const stakeholdersStep: SchemaStep = {
  name: '0011-stakeholders',
  up: async (db, kind) => {
    await createStakeholders(db);
    await createHearings(db);
    await createTemplate(db);
    await createChecklist(db);
    await (kind === 'sqlite' ? freezeInSqlite(db) : freezeInPostgres(db));
  },
};

async function createStakeholders(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('stakeholder')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('problem_id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text')
    // Names of people who do not sign in stand here and nowhere else, so that they can be erased.
    .addColumn('name', 'text')
    .addColumn('name_mark', 'text')
    .addColumn('name_erased_at', 'bigint')
    .addColumn('relation', 'text', (column) => column.notNull())
    .addColumn('must_be_heard', 'integer', (column) => column.notNull())
    .addColumn('interest', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('removed_at', 'bigint')
    .execute();
  await db.schema.createIndex('stakeholder_problem').on('stakeholder').column('problem_id').execute();
}

async function createHearings(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('stakeholder_hearing')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('problem_id', 'text', (column) => column.notNull())
    .addColumn('stakeholder_id', 'text', (column) => column.notNull().references('stakeholder.id'))
    .addColumn('heard_on', 'text', (column) => column.notNull())
    .addColumn('heard_by_user_id', 'text')
    .addColumn('heard_by_name', 'text')
    .addColumn('heard_by_mark', 'text')
    .addColumn('how', 'text', (column) => column.notNull())
    .addColumn('said', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('removed_at', 'bigint')
    .execute();
  await db.schema
    .createTable('stakeholder_question')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('problem_id', 'text', (column) => column.notNull())
    .addColumn('stakeholder_id', 'text', (column) => column.notNull().references('stakeholder.id'))
    .addColumn('hearing_id', 'text')
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .addColumn('asked_on', 'text', (column) => column.notNull())
    .addColumn('answered_on', 'text')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('removed_at', 'bigint')
    .execute();
  for (const table of ['stakeholder_hearing', 'stakeholder_question']) {
    await db.schema.createIndex(`${table}_problem`).on(table).column('problem_id').execute();
    await db.schema.createIndex(`${table}_of`).on(table).column('stakeholder_id').execute();
  }
}

/** The draft is rows, so that two administrators can work on two items; a published version is one document. */
async function createTemplate(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('checklist_template')
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('items', 'text', (column) => column.notNull())
    .addColumn('published_by', 'text', (column) => column.notNull())
    .addColumn('published_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('checklist_draft')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('checklist_draft_item')
    .addColumn('item_key', 'text', (column) => column.primaryKey())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('gate', 'text', (column) => column.notNull())
    .addColumn('title_en', 'text', (column) => column.notNull())
    .addColumn('title_nl', 'text', (column) => column.notNull())
    .addColumn('help_en', 'text', (column) => column.notNull())
    .addColumn('help_nl', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('is_retired', 'integer', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute();
}

async function createChecklist(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('checklist')
    .addColumn('problem_id', 'text', (column) => column.primaryKey())
    .addColumn('template_number', 'integer', (column) => column.notNull().references('checklist_template.number'))
    .addColumn('begun_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('checklist_item')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('problem_id', 'text', (column) => column.notNull().references('checklist.problem_id'))
    // null: the problem's team added it
    .addColumn('item_key', 'text')
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('gate', 'text', (column) => column.notNull())
    .addColumn('title_en', 'text', (column) => column.notNull())
    .addColumn('title_nl', 'text', (column) => column.notNull())
    .addColumn('help_en', 'text', (column) => column.notNull())
    .addColumn('help_nl', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('is_retired', 'integer', (column) => column.notNull())
    .addColumn('reworded_in', 'integer')
    .addColumn('owner_id', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('evidence', 'text')
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('due_date', 'text')
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('removed_at', 'bigint')
    .addUniqueConstraint('checklist_item_once', ['problem_id', 'item_key'])
    .execute();
  await db.schema.createIndex('checklist_item_owner').on('checklist_item').columns(['owner_id', 'state']).execute();
}

const message = 'a published checklist is never changed or deleted';

/** `insert or replace` deletes without firing the trigger of delete, so the trigger of insert looks for the row. */
async function freezeInSqlite(db: AnyDb): Promise<void> {
  const events = {
    update: 'update on checklist_template',
    delete: 'delete on checklist_template',
    replace: 'insert on checklist_template when exists (select 1 from checklist_template where number = new.number)',
  };
  for (const [name, event] of Object.entries(events)) {
    await sql
      .raw(`create trigger checklist_template_${name} before ${event} begin select raise(abort, '${message}'); end`)
      .execute(db);
  }
}

async function freezeInPostgres(db: AnyDb): Promise<void> {
  for (const event of ['update', 'delete', 'truncate']) {
    await sql
      .raw(
        `create trigger checklist_template_${event} before ${event} on checklist_template for each statement execute function refuse_change('${message}')`,
      )
      .execute(db);
  }
}
