import { sql } from 'kysely';
import type { AnyDb, DatabaseKind } from '../platform/db/database.ts';
import type { SchemaStep } from '../platform/db/migrate.ts';

export const gatesStep: SchemaStep = {
  name: '0008-gates',
  up: async (db, kind) => {
    await createPolicies(db);
    await createProposals(db);
    await extendDecisions(db);
    await createDelegations(db);
    await freeze(db, kind);
  },
};

async function createPolicies(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('gate_policy')
    .addColumn('version', 'integer', (column) => column.primaryKey())
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('put_by', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
}

async function createProposals(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('gate_proposal')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('problem_id', 'text', (column) => column.notNull().references('problem.id'))
    .addColumn('gate', 'text', (column) => column.notNull())
    .addColumn('terms', 'text', (column) => column.notNull())
    .addColumn('policy', 'text', (column) => column.notNull())
    .addColumn('proposed_by', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('closed_at', 'bigint')
    .execute();
  // One open proposal a gate: a later one takes the place of the earlier.
  await sql`create unique index gate_proposal_open on gate_proposal (problem_id, gate) where state = 'open'`.execute(
    db,
  );
  await db.schema
    .createTable('gate_sign_off')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('proposal_id', 'text', (column) => column.notNull().references('gate_proposal.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('problem_id', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('on_behalf_of', 'text')
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('meaning', 'text', (column) => column.notNull())
    .addColumn('remark', 'text', (column) => column.notNull())
    .addColumn('snapshot_hash', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('sign_off_number', ['proposal_id', 'number'])
    .addForeignKeyConstraint('sign_off_snapshot', ['problem_id', 'snapshot_hash'], 'evidence_snapshot', [
      'problem_id',
      'hash',
    ])
    .execute();
  await db.schema
    .createTable('gate_waiver')
    .addColumn('proposal_id', 'text', (column) => column.notNull().references('gate_proposal.id'))
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('waived_by', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('gate_waiver_key', ['proposal_id', 'item'])
    .execute();
}

async function extendDecisions(db: AnyDb): Promise<void> {
  for (const column of ['lessons', 'proposal_id', 'policy']) {
    await db.schema.alterTable('decision').addColumn(column, 'text').execute();
  }
  await db.schema
    .createTable('decision_condition')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('decision_id', 'text', (column) => column.notNull().references('decision.id'))
    .addColumn('problem_id', 'text', (column) => column.notNull().references('problem.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('due', 'text', (column) => column.notNull())
    .addColumn('blocks', 'text', (column) => column.notNull())
    .addColumn('evidence', 'text')
    .addColumn('met_by', 'text')
    .addColumn('met_at', 'bigint')
    .execute();
  await db.schema.createIndex('decision_condition_problem').on('decision_condition').column('problem_id').execute();
}

/** Identity's: a role that somebody gave themselves does not sign until another person has confirmed it. */
async function createDelegations(db: AnyDb): Promise<void> {
  for (const column of ['given_by', 'confirmed_by']) {
    await db.schema.alterTable('problem_role').addColumn(column, 'text').execute();
  }
  await db.schema
    .createTable('role_delegation')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('problem_id', 'text', (column) => column.notNull().references('problem_access.problem_id'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('from_user', 'text', (column) => column.notNull().references('user_account.id'))
    .addColumn('to_user', 'text', (column) => column.notNull().references('user_account.id'))
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .addColumn('given_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .execute();
  await db.schema
    .createIndex('role_delegation_problem')
    .on('role_delegation')
    .columns(['problem_id', 'to_user'])
    .execute();
}

/** A policy is immutable from its first day, and what was signed or waived stays so: a change of mind is another row. */
const frozen = {
  gate_policy: { key: ['version'], message: 'a version of a policy is never changed' },
  gate_sign_off: { key: ['id'], message: 'a sign-off is never changed' },
  gate_waiver: { key: ['proposal_id', 'item'], message: 'a waiver is never changed' },
} as const;

async function freeze(db: AnyDb, kind: DatabaseKind): Promise<void> {
  for (const [table, { key, message }] of Object.entries(frozen)) {
    for (const event of ['update', 'delete']) {
      const statement =
        kind === 'sqlite'
          ? `begin select raise(abort, '${message}'); end`
          : `for each statement execute function refuse_change('${message}')`;
      await sql.raw(`create trigger ${table}_${event} before ${event} on ${table} ${statement}`).execute(db);
    }
    if (kind !== 'sqlite') continue;
    // `insert or replace` deletes without firing the trigger of delete.
    const same = key.map((column) => `${column} = new.${column}`).join(' and ');
    await sql
      .raw(
        `create trigger ${table}_replace before insert on ${table} when exists (select 1 from ${table} where ${same})
         begin select raise(abort, '${message}'); end`,
      )
      .execute(db);
  }
}
