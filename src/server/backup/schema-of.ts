import { sql } from 'kysely';
import { type AnyDb, openSqlite } from '../../platform/db/database.ts';
import { migrate, type SchemaStep } from '../../platform/db/migrate.ts';
import type { ColumnType, StoredTable } from './stored-table.ts';

/** What steps make of an empty database. */
export interface Schema {
  /** by name */
  tables: readonly StoredTable[];
  /** what makes an equal SQLite database, without taking the steps again */
  sqlite: {
    /** with the tables that count the steps */
    tables: readonly string[];
    /** indexes, and then the triggers */
    rest: readonly string[];
    counted: readonly { name: string; timestamp: string }[];
  };
}

const typeOf: Readonly<Record<string, ColumnType>> = {
  text: 'text',
  bigint: 'integer',
  integer: 'integer',
  'double precision': 'real',
};

const known = new Map<string, Promise<Schema>>();

/**
 * The schema that these steps make. It is read from an empty database and not from the one at hand, in which other
 * programs may have tables of their own; and once, since taking every step is most of what a small backup costs.
 */
export function schemaOf(steps: readonly SchemaStep[]): Promise<Schema> {
  const key = steps.map(({ name }) => name).join(' ');
  const schema = known.get(key) ?? readSchema(steps);
  known.set(key, schema);
  // What failed is tried again by whoever asks next.
  schema.catch(() => known.delete(key));
  return schema;
}

async function readSchema(steps: readonly SchemaStep[]): Promise<Schema> {
  const database = await openSqlite({ path: ':memory:', readers: 0 });
  try {
    await migrate(database, steps);
    return { tables: await readTables(database.writer), sqlite: await readStatements(database.writer) };
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

async function readStatements(db: AnyDb): Promise<Schema['sqlite']> {
  const { rows } = await sql<{ type: string; made: string }>`
    select type, sql as made from sqlite_schema where sql is not null and name not glob 'sqlite_*'
    order by type, rowid`.execute(db);
  const ofType = (type: string) => rows.filter((row) => row.type === type).map(({ made }) => made);
  // Where no step was taken, nobody counts.
  if (rows.length === 0) return { tables: [], rest: [], counted: [] };
  const { rows: counted } = await sql<{ name: string; timestamp: string }>`
    select name, timestamp from kysely_migration order by name`.execute(db);
  return { tables: ofType('table'), rest: [...ofType('index'), ...ofType('trigger')], counted };
}
