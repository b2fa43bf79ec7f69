import { sql } from 'kysely';
import type { AnyDb } from '../platform/db/database.ts';
import type { SchemaStep } from '../platform/db/migrate.ts';

export const jobsStep: SchemaStep = {
  name: '0003-jobs',
  up: async (db) => {
    await createJob(db);
    await createIndexes(db);
    await db.schema
      .createTable('schedule')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('job', 'text', (column) => column.notNull())
      .addColumn('payload', 'text', (column) => column.notNull())
      .addColumn('cron', 'text', (column) => column.notNull())
      .addColumn('time_zone', 'text', (column) => column.notNull())
      .addColumn('missed', 'text', (column) => column.notNull())
      .addColumn('next_at', 'bigint')
      .addColumn('last_at', 'bigint')
      .execute();
  },
};

async function createJob(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('job')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('actor_id', 'text', (column) => column.notNull())
    .addColumn('priority', 'integer', (column) => column.notNull())
    .addColumn('run_at', 'bigint', (column) => column.notNull())
    .addColumn('scheduled_for', 'bigint')
    .addColumn('dedupe_key', 'text')
    .addColumn('again', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('group_key', 'text')
    .addColumn('group_limit', 'integer', (column) => column.notNull())
    .addColumn('attempt', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('max_attempts', 'integer', (column) => column.notNull())
    .addColumn('backoff_ms', 'bigint', (column) => column.notNull())
    .addColumn('timeout_ms', 'bigint')
    .addColumn('lease_owner', 'text')
    .addColumn('beat', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('heartbeat_at', 'bigint')
    .addColumn('cancel_requested_at', 'bigint')
    .addColumn('progress', 'double precision', (column) => column.notNull().defaultTo(0))
    .addColumn('progress_text', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('error', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('started_at', 'bigint')
    .addColumn('finished_at', 'bigint')
    .execute();
}

/** Each state has its own small index: the many finished jobs weigh on none of the others. */
async function createIndexes(db: AnyDb): Promise<void> {
  const state = sql.ref('state');
  const index = (name: string) => db.schema.createIndex(name).on('job');
  const waiting = index('job_waiting').columns(['priority desc', 'run_at', 'id']);
  await waiting.where(state, '=', sql.lit('waiting')).execute();
  await index('job_due').column('run_at').where(state, '=', sql.lit('waiting')).execute();
  await index('job_running').column('group_key').where(state, '=', sql.lit('running')).execute();
  await index('job_finished').column('finished_at').where(sql.ref('finished_at'), 'is not', null).execute();
  await sql`create unique index job_dedupe on job (dedupe_key) where state in ('waiting', 'running')`.execute(db);
}
