import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { sendingTo } from '../../../test/kit/sending.ts';
import { quietly } from '../../platform/context/change.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { threadsAsked } from './list-threads.ts';

const threads = 2_000;
const asked = { state: 'open', of: 'everyone', limit: 25 } as const;
const filters = {
  'all that is open': {},
  'everything, resolved too': { state: 'all' },
  'steering remarks': { kind: 'steering' },
  'one anchor': { state: 'all', anchorKind: 'risk', anchorId: 'r1', anchorField: 'euros' },
  'the page after': { cursor: Buffer.from(JSON.stringify([500, 't500'])).toString('base64url') },
} as const;

describeEachDatabase('a large conversation', (kit) => {
  test('SM3 each list finds its page by an index and sorts nothing, so a million comments cost what a hundred do', async () => {
    const peil = await kit.openPeil();
    const { database } = peil.services;
    const problemId = (await sendingTo(peil)('POST /api/problems', { title: 'Large' })).body.id as string;
    await quietly(peil.services, (db) => fill(db, problemId));
    for (const [name, filter] of Object.entries(filters)) {
      const query = threadsAsked(database.reader, { ...asked, ...filter, problemId }, 'somebody');
      const plan = await explain(database.reader, kit.kind, query.compile());
      expect([name, /conversation_thread_\w+/.test(plan)], plan).toEqual([name, true]);
      expect([name, /SCAN conversation_thread|Seq Scan|TEMP B-TREE|\bSort\b/.test(plan)], plan).toEqual([name, false]);
    }
    await peil.close();
  });
});

async function fill(db: AnyDb, problemId: string): Promise<void> {
  const numbers = sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${sql.lit(threads)})`;
  await sql`insert into conversation_thread (id, problem_id, anchor_kind, anchor_id, anchor_field, kind, state, opened_by,
      opened_at, last_at, comment_count, shown_count, version)
    ${numbers} select 't' || i, ${problemId}, 'risk', 'r' || (i % 7), 'euros', case when i % 50 = 0 then 'steering' else 'remark' end,
      case when i % 3 = 0 then 'open' else 'resolved' end, 'somebody', i, i, 1, 1, 1 from n`.execute(db);
  await sql`analyze`.execute(db);
}

async function explain(
  db: AnyDb,
  kind: string,
  { sql: text, parameters }: { sql: string; parameters: readonly unknown[] },
) {
  const compiled = { sql: `${kind === 'sqlite' ? 'explain query plan' : 'explain'} ${text}`, parameters };
  const { rows } = await db.executeQuery({
    ...compiled,
    query: sql`x`.toOperationNode(),
    queryId: { queryId: 'explain' },
  });
  return JSON.stringify(rows);
}
