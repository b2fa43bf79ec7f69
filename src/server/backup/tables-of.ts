import { sql } from 'kysely';
import { type AnyDb, openSqlite } from '../../platform/db/database.ts';
import { migrate, type SchemaStep } from '../../platform/db/migrate.ts';
import type { ColumnType, StoredTable } from './stored-table.ts';

const typeOf: Readonly<Record<string, ColumnType>> = {
  text: 'text',
  bigint: 'integer',
  integer: 'integer',
  'double precision': 'real',
};

/**
 * The tables that these steps make, by name. They are read from an empty schema and not from the database at hand, in
 * which other programs may have tables of their own.
 */
export async function tablesOf(steps: readonly SchemaStep[]): Promise<StoredTable[]> {
  const database = await openSqlite({ path: ':memory:', readers: 0 });
  try {
    await migrate(database, steps);
    return await readTables(database.writer);
  } finally {
    await database.close();
  }
}

async function readTables(db: AnyDb): Promise<StoredTable[]> {
  const { rows } = await sql<{ table: string; kind: string; name: string; type: string }>`
    select t.name as "table", t.type as kind, c.name as name, lower(c.type) as type
    from pragma_table_list as t join pragma_table_xinfo(t.name) as c
    where t.schema = 'main' and t.name not glob 'sqlite_*' and t.name not glob 'kysely_*'
    order by t.name, c.cid`.execute(db);
  const tables = new Map<string, StoredTable>();
  for (const { table, kind, name, type } of rows) {
    const stored = typeOf[type];
    if (kind !== 'table' || !stored)
      throw new Error(`A backup cannot hold ${kind} ${table} with column ${name} of type ${type} yet.`);
    tables.set(table, { name: table, columns: [...(tables.get(table)?.columns ?? []), { name, type: stored }] });
  }
  return [...tables.values()];
}
