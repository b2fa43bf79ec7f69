import { sql } from 'kysely';
import type { AnyDb } from '../platform/db/database.ts';
import type { SchemaStep } from '../platform/db/migrate.ts';

/** What data must keep: a draft for each data set, published versions that never change, and what came of them. */
export const contractsStep: SchemaStep = {
  name: '0022-contracts',
  up: async (db, kind) => {
    await createContracts(db);
    await createRuns(db);
    await (kind === 'sqlite' ? freezeInSqlite(db) : freezeInPostgres(db));
  },
};

async function createContracts(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('data_contract')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('problem_id', 'text', (column) => column.notNull())
    .addColumn('dataset_id', 'text', (column) => column.notNull().unique())
    .addColumn('draft', 'text', (column) => column.notNull())
    .addColumn('owner_id', 'text')
    .addColumn('reviewed_by', 'text')
    .addColumn('reviewed_at', 'bigint')
    .addColumn('reviewed_version', 'integer')
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('data_contract_version')
    .addColumn('contract_id', 'text', (column) => column.notNull().references('data_contract.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('owner_id', 'text')
    .addColumn('reviewed_by', 'text')
    .addColumn('reviewed_at', 'bigint')
    .addColumn('published_by', 'text', (column) => column.notNull())
    .addColumn('published_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('data_contract_version_key', ['contract_id', 'number'])
    .execute();
}

async function createRuns(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('data_contract_run')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('contract_id', 'text', (column) => column.notNull().references('data_contract.id'))
    .addColumn('problem_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('dataset_version_id', 'text', (column) => column.notNull())
    .addColumn('dataset_version_number', 'integer', (column) => column.notNull())
    .addColumn('trigger', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('job_id', 'text')
    .addColumn('results', 'text')
    .addColumn('counts', 'text')
    .addColumn('failure', 'text')
    .addColumn('begun_by', 'text', (column) => column.notNull())
    .addColumn('begun_at', 'bigint', (column) => column.notNull())
    .addColumn('finished_at', 'bigint')
    .execute();
  await db.schema
    .createIndex('data_contract_run_contract')
    .on('data_contract_run')
    .columns(['contract_id', 'id'])
    .execute();
  await db.schema
    .createTable('data_contract_suggestion')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('contract_id', 'text', (column) => column.notNull().references('data_contract.id'))
    .addColumn('dataset_version_id', 'text', (column) => column.notNull())
    .addColumn('dataset_version_number', 'integer', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('rule', 'text', (column) => column.notNull())
    .addColumn('basis', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('decided_by', 'text')
    .addColumn('decided_at', 'bigint')
    .execute();
  await db.schema
    .createIndex('data_contract_suggestion_contract')
    .on('data_contract_suggestion')
    .columns(['contract_id', 'position'])
    .execute();
}

const message = 'a published version of a contract is never changed or deleted';

/** `insert or replace` deletes without firing the trigger of delete, so inserting over what is there is refused too. */
async function freezeInSqlite(db: AnyDb): Promise<void> {
  const taken =
    'exists (select 1 from data_contract_version where contract_id = new.contract_id and number = new.number)';
  for (const [name, event] of [
    ['update', 'update on data_contract_version'],
    ['delete', 'delete on data_contract_version'],
    ['replace', `insert on data_contract_version when ${taken}`],
  ] as const)
    await sql
      .raw(`create trigger data_contract_version_${name} before ${event} begin select raise(abort, '${message}'); end`)
      .execute(db);
}

/** The function was made in 0006. */
async function freezeInPostgres(db: AnyDb): Promise<void> {
  for (const event of ['update', 'delete', 'truncate'])
    await sql
      .raw(
        `create trigger data_contract_version_${event} before ${event} on data_contract_version for each statement execute function refuse_change('${message}')`,
      )
      .execute(db);
}
