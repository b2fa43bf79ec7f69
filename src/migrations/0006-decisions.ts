import { sql } from 'kysely';
import type { AnyDb } from '../platform/db/database.ts';
import type { SchemaStep } from '../platform/db/migrate.ts';

export const decisionsStep: SchemaStep = {
  name: '0006-decisions',
  up: async (db, kind) => {
    await createDecisions(db);
    await createLevel(db);
    await (kind === 'sqlite' ? freezeInSqlite(db) : freezeInPostgres(db));
  },
};

/** What is signed stays as it was signed. */
const frozen = {
  evidence_snapshot: 'evidence is never changed',
  decision: 'a decision is never changed or deleted',
  level: 'a level is frozen: it is never changed or deleted',
} as const;

async function createDecisions(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('evidence_snapshot')
    .addColumn('problem_id', 'text', (column) => column.notNull().references('problem.id'))
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('snapshot', 'text', (column) => column.notNull())
    .addColumn('shown_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('evidence_snapshot_key', ['problem_id', 'hash'])
    .execute();
  await db.schema
    .createTable('decision')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('problem_id', 'text', (column) => column.notNull().references('problem.id'))
    .addColumn('gate', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('reasons', 'text', (column) => column.notNull())
    .addColumn('redirect_kind', 'text')
    .addColumn('redirect_text', 'text')
    .addColumn('review_date', 'text')
    .addColumn('recorded_by', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('snapshot_hash', 'text', (column) => column.notNull())
    .addUniqueConstraint('decision_number', ['problem_id', 'gate', 'number'])
    .addForeignKeyConstraint('decision_snapshot', ['problem_id', 'snapshot_hash'], 'evidence_snapshot', [
      'problem_id',
      'hash',
    ])
    .execute();
  // Names of people who do not sign in stand here and not in the decision, so that they can be erased.
  await db.schema
    .createTable('decision_person')
    .addColumn('decision_id', 'text', (column) => column.notNull().references('decision.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('user_id', 'text')
    .addColumn('name', 'text')
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('meaning', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('decision_person_key', ['decision_id', 'position'])
    .execute();
}

/** Formulation's, but made here, since it stands on a decision. */
async function createLevel(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('level')
    .addColumn('problem_id', 'text', (column) => column.notNull().references('problem.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('snapshot', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('decision_id', 'text', (column) => column.notNull().unique().references('decision.id'))
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('level_key', ['problem_id', 'number'])
    .execute();
}

/**
 * `insert or replace` deletes without firing the trigger of delete, so the trigger of insert looks for the row that
 * would go. Evidence that nobody decided on may go: the foreign key keeps the rest.
 */
async function freezeInSqlite(db: AnyDb): Promise<void> {
  const refuse = (name: string, event: string, message: string) =>
    sql.raw(`create trigger ${name} before ${event} begin select raise(abort, '${message}'); end`).execute(db);
  const keys = {
    evidence_snapshot: ['problem_id', 'hash'],
    decision: ['id'],
    level: ['problem_id', 'number'],
  } as const;
  const otherKeys = {
    evidence_snapshot: null,
    decision: ['problem_id', 'gate', 'number'],
    level: ['decision_id'],
  } as const;
  for (const table of ['evidence_snapshot', 'decision', 'level'] as const) {
    const taken = [keys[table], otherKeys[table]]
      .filter((key) => key !== null)
      .map((key) => key.map((column) => `${column} = new.${column}`).join(' and '))
      .map((same) => `exists (select 1 from ${table} where ${same})`)
      .join(' or ');
    await refuse(`${table}_update`, `update on ${table}`, frozen[table]);
    if (table !== 'evidence_snapshot') await refuse(`${table}_delete`, `delete on ${table}`, frozen[table]);
    await refuse(`${table}_replace`, `insert on ${table} when ${taken}`, frozen[table]);
  }
}

async function freezeInPostgres(db: AnyDb): Promise<void> {
  await sql`create function refuse_change() returns trigger language plpgsql as $$
    begin raise exception '%', tg_argv[0] using errcode = 'restrict_violation'; end $$`.execute(db);
  const refuse = (name: string, event: string, message: string) =>
    sql
      .raw(`create trigger ${name} before ${event} for each statement execute function refuse_change('${message}')`)
      .execute(db);
  for (const table of ['evidence_snapshot', 'decision', 'level'] as const) {
    await refuse(`${table}_update`, `update on ${table}`, frozen[table]);
    if (table === 'evidence_snapshot') continue;
    await refuse(`${table}_delete`, `delete on ${table}`, frozen[table]);
    await refuse(`${table}_truncate`, `truncate on ${table}`, frozen[table]);
  }
}
