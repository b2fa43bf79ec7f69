import { sql } from 'kysely';
import type { AnyDb } from '../platform/db/database.ts';
import type { SchemaStep } from '../platform/db/migrate.ts';

export const riskStep: SchemaStep = {
  name: '0012-risk',
  up: async (db, kind) => {
    await createAssessment(db);
    await createRegister(db);
    await createSignatures(db);
    await (kind === 'sqlite' ? freezeInSqlite(db) : freezeInPostgres(db));
  },
};

async function createAssessment(db: AnyDb): Promise<void> {
  // One row a problem: whoever writes holds it until the commit, so that a signature and an edit never cross.
  await db.schema
    .createTable('risk_assessment')
    .addColumn('problem_id', 'text', (column) => column.primaryKey().references('problem.id'))
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('risk_part')
    .addColumn('problem_id', 'text', (column) => column.notNull().references('problem.id'))
    .addColumn('part', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('risk_part_key', ['problem_id', 'part'])
    .execute();
  await db.schema
    .createTable('default_risk_appetite')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('amount', 'text')
    .addColumn('currency', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .execute();
}

async function createRegister(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('risk')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('problem_id', 'text', (column) => column.notNull().references('problem.id'))
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('cause', 'text', (column) => column.notNull())
    .addColumn('affected', 'text', (column) => column.notNull())
    .addColumn('likelihood', 'text')
    .addColumn('impact', 'text')
    .addColumn('control', 'text', (column) => column.notNull())
    .addColumn('residual_likelihood', 'text')
    .addColumn('residual_impact', 'text')
    .addColumn('decision', 'text')
    .addColumn('accepted_by', 'text', (column) => column.notNull())
    .addColumn('decision_reason', 'text', (column) => column.notNull())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('removed_at', 'bigint')
    .execute();
  await db.schema.createIndex('risk_problem').on('risk').column('problem_id').execute();
}

async function createSignatures(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('risk_signature')
    .addColumn('problem_id', 'text', (column) => column.notNull().references('problem.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('stage', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('class', 'text', (column) => column.notNull())
    .addColumn('meaning', 'text', (column) => column.notNull())
    .addColumn('signed_by', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('risk_signature_key', ['problem_id', 'number'])
    .execute();
}

const message = 'a signed risk assessment is never changed or deleted';

/** `insert or replace` deletes without firing the trigger of delete, so the trigger of insert looks for the row. */
async function freezeInSqlite(db: AnyDb): Promise<void> {
  const taken = 'exists (select 1 from risk_signature where problem_id = new.problem_id and number = new.number)';
  for (const [name, event] of [
    ['update', 'update on risk_signature'],
    ['delete', 'delete on risk_signature'],
    ['replace', `insert on risk_signature when ${taken}`],
  ] as const)
    await sql
      .raw(`create trigger risk_signature_${name} before ${event} begin select raise(abort, '${message}'); end`)
      .execute(db);
}

/** `refuse_change` was made with the decisions. */
async function freezeInPostgres(db: AnyDb): Promise<void> {
  for (const event of ['update', 'delete', 'truncate'])
    await sql
      .raw(
        `create trigger risk_signature_${event} before ${event} on risk_signature for each statement execute function refuse_change('${message}')`,
      )
      .execute(db);
}
