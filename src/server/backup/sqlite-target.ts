import { open } from 'node:fs/promises';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { RestoreWork, Wanted } from './restore-target.ts';
import type { Schema } from './schema-of.ts';
import { columnList, quoted } from './snapshot.ts';
import type { Row, StoredTable } from './stored-table.ts';

/**
 * Makes a database file that nobody has opened yet. Triggers and indexes are made when the rows are in, since the ones
 * refuse sealed events and the others are faster made at once.
 */
export async function restoreIntoSqlite(path: string, { sqlite: schema }: Wanted, work: RestoreWork): Promise<void> {
  const db = new DatabaseSync(path, { enableForeignKeyConstraints: false });
  try {
    // Without a journal: what fails is thrown away as a file.
    db.exec('pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -131072');
    db.exec('begin');
    for (const statement of schema.tables) db.exec(statement);
    countSteps(db, schema.counted);
    await work.fill(loader(db));
    for (const statement of schema.rest) db.exec(statement);
    db.exec('commit');
    refuseBrokenReferences(db);
    db.exec('pragma journal_mode = wal');
  } finally {
    db.close();
  }
  await toDisk(path);
  await work.show();
}

/** As the one who takes the steps leaves it: each is counted, and nobody holds the lock. */
function countSteps(db: DatabaseSync, counted: Schema['sqlite']['counted']): void {
  const count = db.prepare('insert into kysely_migration (name, timestamp) values (?, ?)');
  for (const { name, timestamp } of counted) count.run(name, timestamp);
  db.exec("insert into kysely_migration_lock (id, is_locked) values ('migration_lock', 0)");
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
