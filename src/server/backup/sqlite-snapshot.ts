import { DatabaseSync } from 'node:sqlite';
import { lineOf } from './row-lines.ts';
import { columnList, type Part, partLength, quoted, type Snapshot } from './snapshot.ts';
import type { Row, StoredTable } from './stored-table.ts';

/**
 * A read transaction on a connection of its own: in WAL mode it sees one moment, holds up no writer, and needs no room
 * on the disk for a copy.
 */
export async function openSqliteSnapshot(path: string): Promise<Snapshot> {
  const db = new DatabaseSync(path, { readOnly: true, timeout: 5_000 });
  try {
    db.exec('begin');
    return {
      kind: 'sqlite',
      // The first look fixes the moment.
      steps: readSteps(db),
      countRows: async ({ name }) => Number(db.prepare(`select count(*) as n from ${quoted(name)}`).get()?.['n']),
      parts: (table) => readParts(db, table),
      close: async () => db.close(),
    };
  } catch (error) {
    db.close();
    throw error;
  }
}

function readSteps(db: DatabaseSync): string[] {
  const known = db.prepare("select 1 from sqlite_schema where type = 'table' and name = 'kysely_migration'").get();
  if (!known) return [];
  const rows = db.prepare('select name from kysely_migration order by name').all();
  return rows.map((row) => String(row['name']));
}

async function* readParts(db: DatabaseSync, table: StoredTable): AsyncGenerator<Part> {
  const statement = db.prepare(`select ${columnList(table)} from ${quoted(table.name)}`);
  statement.setReturnArrays(true);
  let lines: string[] = [];
  let length = 0;
  const take = (): Part => {
    const part = { rows: lines.length, text: lines.join('') };
    lines = [];
    length = 0;
    return part;
  };
  for (const row of statement.iterate() as unknown as Iterable<Row>) {
    const line = lineOf(row);
    lines.push(line);
    length += line.length;
    if (length >= partLength) yield take();
  }
  if (lines.length > 0) yield take();
}
