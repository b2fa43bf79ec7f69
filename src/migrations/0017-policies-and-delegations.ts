import { sql } from 'kysely';
import type { AnyDb, DatabaseKind } from '../platform/db/database.ts';
import type { SchemaStep } from '../platform/db/migrate.ts';

/** A policy may be written before it counts; a delegation may hold everywhere; a decision says on whose behalf. */
export const policiesAndDelegationsStep: SchemaStep = {
  name: '0017-policies-and-delegations',
  up: async (db, kind) => {
    await choosePolicies(db, kind);
    await (kind === 'sqlite' ? widenDelegationsInSqlite(db) : widenDelegationsInPostgres(db));
    await db.schema.createIndex('role_delegation_given').on('role_delegation').column('from_user').execute();
    await db.schema.alterTable('decision_person').addColumn('on_behalf_of', 'text').execute();
  },
};

async function choosePolicies(db: AnyDb, kind: DatabaseKind): Promise<void> {
  await db.schema.alterTable('gate_policy').addColumn('note', 'text').execute();
  await db.schema.alterTable('gate_policy').addColumn('based_on', 'integer').execute();
  await db.schema
    .createTable('gate_policy_choice')
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull().references('gate_policy.version'))
    .addColumn('chosen_by', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  // Until now the last version counted from its first moment on.
  await sql`insert into gate_policy_choice (number, version, chosen_by, at)
    select version, version, put_by, at from gate_policy`.execute(db);
  await freezeChoices(db, kind);
  // By which decisions and proposals a version was used.
  await db.schema.createIndex('decision_policy').on('decision').column('policy').execute();
  await db.schema.createIndex('gate_proposal_policy').on('gate_proposal').column('policy').execute();
}

const message = 'which policy counted since when is never changed';

async function freezeChoices(db: AnyDb, kind: DatabaseKind): Promise<void> {
  const refuse = `begin select raise(abort, '${message}'); end`;
  for (const event of ['update', 'delete']) {
    const statement = kind === 'sqlite' ? refuse : `for each statement execute function refuse_change('${message}')`;
    await sql
      .raw(`create trigger gate_policy_choice_${event} before ${event} on gate_policy_choice ${statement}`)
      .execute(db);
  }
  if (kind !== 'sqlite') return;
  // `insert or replace` deletes without firing the trigger of delete.
  const taken = 'exists (select 1 from gate_policy_choice where number = new.number)';
  await sql
    .raw(`create trigger gate_policy_choice_replace before insert on gate_policy_choice when ${taken} ${refuse}`)
    .execute(db);
}

async function widenDelegationsInPostgres(db: AnyDb): Promise<void> {
  for (const column of ['problem_id', 'role'])
    await sql.raw(`alter table role_delegation alter column ${column} drop not null`).execute(db);
}

/** SQLite takes no constraint back, so the table is made anew. */
async function widenDelegationsInSqlite(db: AnyDb): Promise<void> {
  await db.schema.dropIndex('role_delegation_problem').execute();
  await db.schema.alterTable('role_delegation').renameTo('role_delegation_before').execute();
  await db.schema
    .createTable('role_delegation')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('problem_id', 'text', (column) => column.references('problem_access.problem_id'))
    .addColumn('role', 'text')
    .addColumn('from_user', 'text', (column) => column.notNull().references('user_account.id'))
    .addColumn('to_user', 'text', (column) => column.notNull().references('user_account.id'))
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .addColumn('given_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .execute();
  const columns = sql.raw('id, problem_id, role, from_user, to_user, reason, until, given_at, ended_at');
  await sql`insert into role_delegation (${columns}) select ${columns} from role_delegation_before`.execute(db);
  await db.schema.dropTable('role_delegation_before').execute();
  await db.schema
    .createIndex('role_delegation_problem')
    .on('role_delegation')
    .columns(['problem_id', 'to_user'])
    .execute();
}
