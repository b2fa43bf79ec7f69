import { type RawBuilder, sql } from 'kysely';
import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../test/kit/databases.ts';
import { migrate } from '../platform/db/migrate.ts';
import { schemaSteps } from './index.ts';

const way = { kind: 'today', perMonth: 10, difference: 5, low: 1, high: 9 };
const euros = { currency: 'EUR', perMonth: 15, low: 11, high: 19, against: [way] };
const judged = {
  counts: { rows: 4, cases: 3, withoutTruth: 1 },
  quality: {
    task: 'binary',
    truths: ['1', '0'],
    cells: [
      [1, 0],
      [1, 1],
    ],
    metrics: { auc: 0.75, f1: null },
    curve: [{ threshold: 0.5 }],
  },
  slices: [{ column: 'hall', parts: [] }],
  euros: { ...euros, perCase: 1, total: 3, champion: null },
};

describeEachDatabase('evaluations of an older release', (kit) => {
  test('PF8 they are listed by the little of them that lists read, and still nothing changes them', async () => {
    const { database, remove } = await kit.openEmpty();
    const before = schemaSteps.findIndex(({ name }) => name.startsWith('0053'));
    await migrate(database, schemaSteps.slice(0, before));
    const db = database.writer;
    await sql`insert into problem (id, title, phase, created_by, created_at, changed_at, version)
      values ('p', 'Late flights', 'modelling', 'u', 1, 1, 1)`.execute(db);
    const add = (id: string, state: string, result: RawBuilder<unknown>) =>
      sql`insert into evaluation (id, problem_id, run_id, run_name, asked, task, predictions_sha256, state, judged, begun_by, begun_at, finished_at)
        values (${id}, 'p', 'r', 'forest', '{}', 'binary', 'sha', ${state}, ${result}, 'u', 1, 2)`.execute(db);
    await add('a', 'failed', sql`null`);
    await add('b', 'done', sql`${JSON.stringify(judged)}`);
    await add('c', 'done', sql`${JSON.stringify({ ...judged, euros: null })}`);
    await migrate(database, schemaSteps);
    const { rows } = await sql<{
      id: string;
      brief: string | null;
    }>`select id, brief from evaluation order by id`.execute(db);
    const { cells, metrics } = judged.quality;
    const brief = { counts: { cases: 3 }, quality: { task: 'binary', cells, metrics }, euros };
    expect(rows.map((row) => row.brief && JSON.parse(row.brief))).toEqual([null, brief, { ...brief, euros: null }]);
    await expect(sql`update evaluation set brief = '{}' where id = 'b'`.execute(db)).rejects.toThrow(/never changed/);
    await remove();
  });
});
