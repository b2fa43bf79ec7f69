import pg from 'pg';
import { lineOf } from './row-lines.ts';
import { columnList, type Part, partLength, quoted, type Snapshot } from './snapshot.ts';
import type { Cell, Row, StoredTable } from './stored-table.ts';

/** One transaction that sees one moment, read through a cursor. */
export async function openPostgresSnapshot(url: string): Promise<Snapshot> {
  const client = new pg.Client({ connectionString: url });
  // A connection that breaks is told by the query that needed it.
  client.on('error', () => {});
  await client.connect();
  try {
    // A limit that suits requests would end a long reading.
    await client.query('set statement_timeout = 0; set idle_in_transaction_session_timeout = 0');
    await client.query('begin isolation level repeatable read, read only');
    return {
      kind: 'postgres',
      steps: await readSteps(client),
      countRows: async ({ name }) => {
        const { rows } = await client.query<{ n: string }>(`select count(*)::text as n from ${quoted(name)}`);
        return Number(rows[0]?.n);
      },
      parts: (table) => readParts(client, table),
      close: () => client.end(),
    };
  } catch (error) {
    await client.end();
    throw error;
  }
}

async function readSteps(client: pg.Client): Promise<string[]> {
  const { rows: known } = await client.query<{ name: string | null }>(
    `select to_regclass('kysely_migration')::text as name`,
  );
  if (!known[0]?.name) return [];
  const { rows } = await client.query<{ name: string }>('select name from kysely_migration order by name');
  return rows.map((row) => row.name);
}

/** A fetch asks for as many rows as made the last ones a part: rows of one table are much alike. */
async function* readParts(client: pg.Client, table: StoredTable): AsyncGenerator<Part> {
  await client.query(`declare backup_rows no scroll cursor for select ${columnList(table)} from ${quoted(table.name)}`);
  let wanted = 64;
  for (;;) {
    const { rows } = await client.query<string[]>({
      text: `fetch forward ${wanted} from backup_rows`,
      rowMode: 'array',
      types: { getTypeParser: () => (text: string) => text },
    });
    if (rows.length === 0) break;
    const text = rows.map((row) => lineOf(asCells(row, table))).join('');
    yield { rows: rows.length, text };
    wanted = Math.min(wanted * 8, 20_000, Math.max(1, Math.floor((partLength * rows.length) / text.length)));
  }
  await client.query('close backup_rows');
}

function asCells(row: readonly (string | null)[], { columns }: StoredTable): Row {
  return row.map((text, index): Cell => {
    if (text === null || columns[index]?.type === 'text') return text;
    return Number(text);
  });
}
