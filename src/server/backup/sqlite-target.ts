import { open } from 'node:fs/promises';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { openSqlite } from '../../platform/db/database.ts';
import { migrate } from '../../platform/db/migrate.ts';
import type { RestoreWork, Wanted } from './restore-target.ts';
import { columnList, quoted } from './snapshot.ts';
import type { Row, StoredTable } from './stored-table.ts';

/**
 * Makes a database file that nobody has opened yet. Triggers and indexes are taken away while rows come in, since the
 * ones refuse sealed events and the others are faster made at once, and are then made again as they were.
 */
export async function restoreIntoSqlite(path: string, { steps, tables }: Wanted, work: RestoreWork): Promise<void> {
  const made = await openSqlite({ path, readers: 0, durable: false });
  try {
    await migrate(made, steps);
  } finally {
    await made.close();
  }
  const db = new DatabaseSync(path, { enableForeignKeyConstraints: false });
  try {
    // Without a journal: what fails is thrown away as a file.
    db.exec('pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -131072');
    const rest = takeAway(db);
    db.exec('begin');
    for (const { name } of tables) db.exec(`delete from ${quoted(name)}`);
    await work.fill(loader(db));
    for (const statement of rest) db.exec(statement);
    db.exec('commit');
    refuseBrokenReferences(db);
    db.exec('pragma journal_mode = wal');
  } finally {
    db.close();
  }
  await toDisk(path);
  await work.show();
}

/** Drops triggers and indexes; answers the statements that make them again, indexes first. */
function takeAway(db: DatabaseSync): string[] {
  const made = db
    .prepare(`select type, name, sql from sqlite_schema where type in ('index', 'trigger') and sql is not null
      order by type, name`)
    .all();
  for (const { type, name } of made) db.exec(`drop ${String(type)} ${quoted(String(name))}`);
  return made.map(({ sql }) => String(sql));
}

function loader(db: DatabaseSync): (table: StoredTable, rows: readonly Row[]) => Promise<void> {
  const statements = new Map<string, StatementSync>();
  return async (table, rows) => {
    const statement = statements.get(table.name) ?? db.prepare(insertInto(table));
    statements.set(table.name, statement);
    for (const row of rows) statement.run(...row);
  };
}

const insertInto = (table: StoredTable) =>
  `insert into ${quoted(table.name)} (${columnList(table)}) values (${table.columns.map(() => '?').join(', ')})`;

/** Thrown where the rows are not those of one moment: a row names another that is not there. */
function refuseBrokenReferences(db: DatabaseSync): void {
  const [broken] = db.prepare('pragma foreign_key_check').all();
  if (broken) throw new BrokenRowsError(String(broken['table']));
}

export class BrokenRowsError extends Error {
  readonly table: string;

  constructor(table: string) {
    super(`a row of ${table} names another that is not there`);
    this.name = 'BrokenRowsError';
    this.table = table;
  }
}

async function toDisk(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
