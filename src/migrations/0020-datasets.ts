import { sql } from 'kysely';
import type { AnyDb } from '../platform/db/database.ts';
import type { SchemaStep } from '../platform/db/migrate.ts';

/** Where data comes from, the data sets of a problem, and their versions, which never change. */
export const datasetsStep: SchemaStep = {
  name: '0020-datasets',
  up: async (db, kind) => {
    await createSources(db);
    await createDatasets(db);
    await createVersions(db);
    await createWhatIsKnownOfVersions(db);
    await createIncoming(db);
    await (kind === 'sqlite' ? freezeInSqlite(db) : freezeInPostgres(db));
  },
};

async function createSources(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('data_source')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('problem_id', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('description', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('location', 'text', (column) => column.notNull())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('access', 'text', (column) => column.notNull())
    .addColumn('extract', 'text', (column) => column.notNull())
    .addColumn('personal_data', 'text', (column) => column.notNull())
    .addColumn('personal_data_note', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('state_reason', 'text', (column) => column.notNull())
    .addColumn('state_by', 'text')
    .addColumn('state_at', 'bigint')
    // how it is reached, without its secrets
    .addColumn('connection', 'text')
    // the last version in which what or where it is was written otherwise
    .addColumn('described_in_version', 'integer', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('removed_at', 'bigint')
    .execute();
  await db.schema.createIndex('data_source_problem').on('data_source').column('problem_id').execute();
  // Who says, in which role, that this is the source: each says it themselves.
  await db.schema
    .createTable('data_source_statement')
    .addColumn('source_id', 'text', (column) => column.notNull().references('data_source.id'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('of_version', 'integer', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('data_source_statement_key', ['source_id', 'role'])
    .execute();
  await db.schema
    .createTable('data_source_requirement')
    .addColumn('source_id', 'text', (column) => column.notNull().references('data_source.id'))
    .addColumn('data_requirement_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('data_source_requirement_key', ['source_id', 'data_requirement_id'])
    .execute();
}

async function createDatasets(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('dataset')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('problem_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('name_key', 'text', (column) => column.notNull())
    .addColumn('description', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('removed_at', 'bigint')
    .execute();
  await sql
    .raw('create unique index dataset_name on dataset (problem_id, name_key) where removed_at is null')
    .execute(db);
  await db.schema
    .createTable('dataset_column')
    .addColumn('dataset_id', 'text', (column) => column.notNull().references('dataset.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('personal_data', 'text', (column) => column.notNull())
    .addColumn('description', 'text', (column) => column.notNull())
    .addColumn('changed_by', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('dataset_column_key', ['dataset_id', 'name'])
    .execute();
}

async function createVersions(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('dataset_version')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('dataset_id', 'text', (column) => column.notNull().references('dataset.id'))
    .addColumn('problem_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('manifest', 'text', (column) => column.notNull())
    .addColumn('format', 'text', (column) => column.notNull())
    .addColumn('schema_fingerprint', 'text', (column) => column.notNull())
    .addColumn('columns', 'text', (column) => column.notNull())
    .addColumn('rows', 'bigint', (column) => column.notNull())
    .addColumn('size_bytes', 'bigint', (column) => column.notNull())
    .addColumn('source_id', 'text', (column) => column.references('data_source.id'))
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('imported_by', 'text', (column) => column.notNull())
    .addColumn('imported_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('dataset_version_number', ['dataset_id', 'number'])
    .addUniqueConstraint('dataset_version_content', ['dataset_id', 'sha256'])
    .execute();
  await db.schema.createIndex('dataset_version_problem').on('dataset_version').column('problem_id').execute();
  // Beside the version, which never changes: what is erased goes from here.
  await db.schema
    .createTable('dataset_version_blob')
    .addColumn('version_id', 'text', (column) => column.notNull().references('dataset_version.id'))
    .addColumn('part', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('size_bytes', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('dataset_version_blob_key', ['version_id', 'part', 'position'])
    .execute();
  await db.schema.createIndex('dataset_version_blob_of').on('dataset_version_blob').column('sha256').execute();
  await db.schema
    .createTable('dataset_version_erasure')
    .addColumn('version_id', 'text', (column) => column.primaryKey().references('dataset_version.id'))
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('erased_by', 'text', (column) => column.notNull())
    .addColumn('erased_at', 'bigint', (column) => column.notNull())
    .execute();
  // One row: whoever keeps or removes blobs of versions writes it to itself, and so waits for who does so already.
  await db.schema
    .createTable('dataset_blob_turn')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('turn', 'integer', (column) => column.notNull())
    .execute();
  await sql`insert into dataset_blob_turn (id, turn) values (1, 0)`.execute(db);
}

async function createWhatIsKnownOfVersions(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('dataset_profile')
    .addColumn('version_id', 'text', (column) => column.primaryKey().references('dataset_version.id'))
    .addColumn('pass', 'text', (column) => column.notNull())
    .addColumn('profile', 'text', (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('dataset_diff')
    .addColumn('version_id', 'text', (column) => column.notNull().references('dataset_version.id'))
    .addColumn('base_id', 'text', (column) => column.notNull().references('dataset_version.id'))
    .addColumn('diff', 'text', (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('dataset_diff_key', ['version_id', 'base_id'])
    .execute();
  for (const table of ['dataset_split', 'dataset_segment'])
    await db.schema
      .createTable(table)
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('problem_id', 'text', (column) => column.notNull())
      .addColumn('version_id', 'text', (column) => column.notNull().references('dataset_version.id'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('rule', 'text', (column) => column.notNull())
      .addColumn('result', 'text', (column) => column.notNull())
      .addColumn('declared_by', 'text', (column) => column.notNull())
      .addColumn('declared_at', 'bigint', (column) => column.notNull())
      .addColumn('removed_at', 'bigint')
      .execute();
  for (const table of ['dataset_split', 'dataset_segment'])
    await db.schema.createIndex(`${table}_version`).on(table).column('version_id').execute();
}

/** What is on its way in: files that arrive in parts, and imports, which make a version of them. */
async function createIncoming(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('dataset_import')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('problem_id', 'text', (column) => column.notNull())
    .addColumn('dataset_id', 'text', (column) => column.notNull().references('dataset.id'))
    .addColumn('source_id', 'text', (column) => column.references('data_source.id'))
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('files', 'text', (column) => column.notNull())
    .addColumn('format', 'text')
    .addColumn('options', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('job_id', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('version_id', 'text', (column) => column.references('dataset_version.id'))
    .addColumn('is_same', 'integer', (column) => column.notNull())
    .addColumn('failure', 'text')
    .addColumn('begun_by', 'text', (column) => column.notNull())
    .addColumn('begun_at', 'bigint', (column) => column.notNull())
    .addColumn('finished_at', 'bigint')
    .execute();
  await db.schema.createIndex('dataset_import_problem').on('dataset_import').columns(['problem_id', 'id']).execute();
  await db.schema
    .createTable('dataset_upload')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('problem_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('size_bytes', 'bigint', (column) => column.notNull())
    .addColumn('received_bytes', 'bigint', (column) => column.notNull())
    .addColumn('import_id', 'text', (column) => column.references('dataset_import.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('begun_by', 'text', (column) => column.notNull())
    .addColumn('begun_at', 'bigint', (column) => column.notNull())
    .addColumn('last_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('dataset_upload_last').on('dataset_upload').column('last_at').execute();
}

const frozen = {
  dataset_version: {
    message: 'a version of a data set is never changed or deleted',
    keys: [['id'], ['dataset_id', 'number'], ['dataset_id', 'sha256']],
  },
  dataset_version_erasure: { message: 'an erasure is never taken back', keys: [['version_id']] },
} as const;

/** `insert or replace` deletes without firing the trigger of delete, so the trigger of insert looks for the row. */
async function freezeInSqlite(db: AnyDb): Promise<void> {
  for (const [table, { message, keys }] of Object.entries(frozen)) {
    const taken = keys
      .map((key) => key.map((column) => `${column} = new.${column}`).join(' and '))
      .map((same) => `exists (select 1 from ${table} where ${same})`)
      .join(' or ');
    const events = {
      update: `update on ${table}`,
      delete: `delete on ${table}`,
      replace: `insert on ${table} when ${taken}`,
    };
    for (const [name, event] of Object.entries(events))
      await sql
        .raw(`create trigger ${table}_${name} before ${event} begin select raise(abort, '${message}'); end`)
        .execute(db);
  }
}

async function freezeInPostgres(db: AnyDb): Promise<void> {
  for (const [table, { message }] of Object.entries(frozen))
    for (const event of ['update', 'delete', 'truncate'])
      await sql
        .raw(
          `create trigger ${table}_${event} before ${event} on ${table} for each statement execute function refuse_change('${message}')`,
        )
        .execute(db);
}
