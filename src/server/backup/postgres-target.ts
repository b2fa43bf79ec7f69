import { CompiledQuery, sql } from 'kysely';
import { type AnyDb, type Database, openPostgres } from '../../platform/db/database.ts';
import { migrate } from '../../platform/db/migrate.ts';
import { backupErrors } from './errors.ts';
import type { RestoreWork, Wanted } from './restore-target.ts';
import { columnList, quoted } from './snapshot.ts';
import type { ColumnType, Row, StoredTable } from './stored-table.ts';

/** Makes schema and rows in one transaction: others see all of it or nothing. */
export async function restoreIntoPostgres(url: string, wanted: Wanted, work: RestoreWork): Promise<void> {
  const database = await openPostgres(url, { connections: 1 });
  try {
    await database.writer.transaction().execute(async (db) => {
      await refuseTables(db, new URL(url).pathname.slice(1));
      await migrate({ ...database, writer: db } satisfies Database, wanted.steps);
      const rest = await takeAway(db, wanted.tables);
      await work.fill((table, rows) => insert(db, table, rows));
      for (const statement of rest) await sql.raw(statement).execute(db);
      await work.show();
    });
  } finally {
    await database.close();
  }
}

export async function refuseTables(db: AnyDb, database: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = current_schema() order by 1 limit 3`.execute(db);
  if (rows.length > 0) throw backupErrors.databaseNotEmpty({ database, tables: rows.map(({ name }) => name) });
}

/**
 * Switches triggers off and drops indexes and references while rows come in: triggers refuse sealed events, and the
 * others are faster made at once. Answers the statements that bring everything back and check it.
 */
async function takeAway(db: AnyDb, tables: readonly StoredTable[]): Promise<string[]> {
  const { rows: references } = await sql<{ table: string; name: string; def: string }>`
    select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as def
    from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace`.execute(db);
  const { rows: indexes } = await sql<{ name: string; def: string }>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as def
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.relnamespace = current_schema()::regnamespace
      and not exists (select 1 from pg_constraint where conindid = i.indexrelid)`.execute(db);
  for (const { table, name } of references) await sql.raw(`alter table ${table} drop constraint ${name}`).execute(db);
  for (const { name } of indexes) await sql.raw(`drop index ${name}`).execute(db);
  for (const { name } of tables) {
    await sql.raw(`alter table ${quoted(name)} disable trigger user`).execute(db);
    await sql.raw(`delete from ${quoted(name)}`).execute(db);
  }
  return [
    ...indexes.map(({ def }) => def),
    ...references.map(({ table, name, def }) => `alter table ${table} add constraint ${name} ${def}`),
    ...tables.map(({ name }) => `alter table ${quoted(name)} enable trigger user`),
    ...(await countersOf(db)),
    ...tables.map(({ name }) => `analyze ${quoted(name)}`),
  ];
}

/** Numbers that PostgreSQL gives out go on behind the highest that was restored. */
async function countersOf(db: AnyDb): Promise<string[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = current_schema() and is_identity = 'YES'`.execute(db);
  return rows.map(({ table, column }) => {
    const [from, name] = [quoted(table), quoted(column)];
    return `select setval(pg_get_serial_sequence('${from}', '${column}'), coalesce(max(${name}), 0) + 1, false) from ${from}`;
  });
}

const arrayOf: Readonly<Record<ColumnType, string>> = { text: 'text[]', integer: 'bigint[]', real: 'float8[]' };

/** A column each as an array: one statement carries thousands of rows. */
async function insert(db: AnyDb, table: StoredTable, rows: readonly Row[]): Promise<void> {
  const arrays = table.columns.map(({ type }, index) => `$${index + 1}::${arrayOf[type]}`).join(', ');
  const text = `insert into ${quoted(table.name)} (${columnList(table)}) overriding system value select * from unnest(${arrays})`;
  const columns = table.columns.map((_, index) => rows.map((row) => row[index]));
  await db.executeQuery(CompiledQuery.raw(text, columns));
}
