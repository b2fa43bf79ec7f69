import { type RawBuilder, sql } from 'kysely';
import type { AnyDb, DatabaseKind } from '../platform/db/database.ts';
import type { SchemaStep } from '../platform/db/migrate.ts';

const facts = [
  'position',
  'id',
  'at',
  'type',
  'actor_id',
  'request_id',
  'subject_kind',
  'subject_id',
  'problem_id',
  'data_hash',
];
const refusals = {
  seal: 'audit events are append-only: only the sealer may set sequence and hash, once',
  erase: 'audit details are append-only: they can only be erased as a whole',
  head: 'the head of the audit chain only moves forward',
};

export const auditStep: SchemaStep = {
  name: '0002-audit',
  up: async (db, kind) => {
    await createTables(db, kind);
    await createIndexes(db);
    await (kind === 'sqlite' ? guardSqlite(db) : guardPostgres(db));
    await sql`insert into audit_head (id, sequence, hash, frontier) values (1, 0, ${'0'.repeat(64)}, '')`.execute(db);
  },
};

async function createTables(db: AnyDb, kind: DatabaseKind): Promise<void> {
  await db.schema
    .createTable('audit_event')
    .addColumn('position', kind === 'sqlite' ? 'integer' : 'bigint', (column) =>
      kind === 'sqlite' ? column.primaryKey() : column.primaryKey().generatedAlwaysAsIdentity(),
    )
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('actor_id', 'text', (column) => column.notNull())
    .addColumn('request_id', 'text', (column) => column.notNull())
    .addColumn('subject_kind', 'text', (column) => column.notNull())
    .addColumn('subject_id', 'text', (column) => column.notNull())
    .addColumn('problem_id', 'text')
    .addColumn('data_hash', 'text')
    .addColumn('sequence', 'bigint')
    .addColumn('hash', 'text')
    .execute();
  // No foreign key to audit_event: events are never deleted, and each write would pay for the look.
  const details = db.schema
    .createTable('audit_detail')
    .addColumn('event_id', 'text', (column) => column.primaryKey())
    .addColumn('salt', 'text')
    .addColumn('data', 'text')
    .addColumn('erased_at', 'text');
  await (kind === 'sqlite' ? details.modifyEnd(sql`without rowid`) : details).execute();
  await db.schema
    .createTable('audit_head')
    .addColumn('id', 'integer', (column) => column.primaryKey().check(sql`id = 1`))
    .addColumn('sequence', 'bigint', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('frontier', 'text', (column) => column.notNull())
    .execute();
}

/**
 * Events are read by problem, by subject, by actor, by type and by time. These indexes hold sealed events only: then a
 * change pays for none of them, and the sealer fills them many events at a time (measured: 4,900 against 3,000 writes/s).
 */
async function createIndexes(db: AnyDb): Promise<void> {
  const event = (name: string) => db.schema.createIndex(`audit_event_${name}`).on('audit_event');
  const sequence = sql.ref('sequence');
  await event('id').unique().column('id').execute();
  await event('unsealed').column('position').where(sequence, 'is', null).execute();
  await event('sequence').unique().column('sequence').where(sequence, 'is not', null).execute();
  for (const [name, column] of [
    ['problem', 'problem_id'],
    ['subject', 'subject_id'],
    ['actor', 'actor_id'],
    ['type', 'type'],
  ] as const)
    await event(name).columns([column, 'position']).where(sequence, 'is not', null).execute();
  await event('at').column('at').where(sequence, 'is not', null).execute();
}

const unchanged = (columns: readonly string[], operator: string) =>
  columns.map((column) => `new.${column} ${operator} old.${column}`).join(' and ');
const sealing = (operator: string) =>
  `old.sequence is null and old.hash is null and new.sequence is not null and new.hash is not null and ${unchanged(facts, operator)}`;
const erasing =
  'old.erased_at is null and new.erased_at is not null and new.salt is null and new.data is null and new.event_id = old.event_id';

/**
 * `insert or replace` and `update or replace` delete without firing the triggers of delete, so the triggers of insert
 * and update look for the row that would go.
 */
async function guardSqlite(db: AnyDb): Promise<void> {
  const refuse = async (name: string, when: string, message: string) => {
    const [operation, table] = name.split(' ');
    const body = sql.raw(`begin select raise(abort, '${message}'); end`);
    await sql`create trigger ${sql.ref(`${table}_${operation}`)} before ${sql.raw(`${operation} on ${table} when ${when}`)} ${body}`.execute(
      db,
    );
  };
  const taken = (table: string, column: string) => `exists (select 1 from ${table} where ${column} = new.${column})`;
  const notNew = `new.sequence is not null or new.hash is not null or ${taken('audit_event', 'id')} or ${taken('audit_event', 'position')}`;
  await refuse('insert audit_event', notNew, refusals.seal);
  await refuse('update audit_event', `not (${sealing('is')}) or ${taken('audit_event', 'sequence')}`, refusals.seal);
  await refuse('delete audit_event', 'true', refusals.seal);
  await refuse('insert audit_detail', `new.data is null or ${taken('audit_detail', 'event_id')}`, refusals.erase);
  await refuse('update audit_detail', `not (${erasing})`, refusals.erase);
  await refuse('delete audit_detail', 'true', refusals.erase);
  await refuse('insert audit_head', 'exists (select 1 from audit_head)', refusals.head);
  await refuse('update audit_head', 'new.sequence <= old.sequence', refusals.head);
  await refuse('delete audit_head', 'true', refusals.head);
}

async function guardPostgres(db: AnyDb): Promise<void> {
  await sql`create function audit_refuse() returns trigger language plpgsql as $$
    begin raise exception '%', tg_argv[0] using errcode = 'restrict_violation'; end $$`.execute(db);
  const trigger = async (name: string, when: string | null, message: string) => {
    const [operation, table] = name.split(' ');
    const scope = when === null ? 'for each statement' : `for each row when (${when})`;
    const rest: RawBuilder<unknown> = sql.raw(
      `before ${operation} on ${table} ${scope} execute function audit_refuse('${message}')`,
    );
    await sql`create trigger ${sql.ref(`${table}_${operation}`)} ${rest}`.execute(db);
  };
  await trigger('insert audit_event', 'new.sequence is not null or new.hash is not null', refusals.seal);
  await trigger('update audit_event', `not (${sealing('is not distinct from')})`, refusals.seal);
  await trigger('insert audit_detail', 'new.data is null', refusals.erase);
  await trigger('update audit_detail', `not (${erasing})`, refusals.erase);
  await trigger('update audit_head', 'new.sequence <= old.sequence', refusals.head);
  for (const [table, message] of [
    ['audit_event', refusals.seal],
    ['audit_detail', refusals.erase],
    ['audit_head', refusals.head],
  ] as const) {
    await trigger(`delete ${table}`, null, message);
    await trigger(`truncate ${table}`, null, message);
  }
}
