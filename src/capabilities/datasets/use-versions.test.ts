import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { importFiles } from '../../../test/kit/importing.ts';
import { inTeamMode } from '../../../test/kit/people.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';

const people = Array.from(
  { length: 400 },
  (_, index) => `${index % 100},2026-01-${String((index % 28) + 1).padStart(2, '0')},${index % 7}`,
);
const csv = ['customer,day,visits', ...people].join('\n');

describeEachDatabase('what is done with a version', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let problemId: string;
  let path: string;
  let versionId: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
  });
  beforeEach(async () => {
    problemId = (await send('POST /api/problems', { title: 'Visits' })).body.id;
    const imported = await importFiles(peil, {
      problemId,
      files: [{ name: 'visits.csv', content: csv }],
      body: { name: 'Visits' },
    });
    versionId = imported.versionId ?? '';
    path = `/api/problems/${problemId}/dataset-versions/${versionId}`;
  });
  afterAll(() => peil.close());

  const blobs = async () =>
    (await readdir(join(peil.services.config.dataFolder, 'blobs', 'sha256'), { recursive: true })).filter(
      (name) => name.length > 60,
    );

  test('DE1 a question in SQL is answered over the version, and kept on record without its answer', async () => {
    const told: unknown[] = [];
    peil.services.events.afterCommit((events) => told.push(...events));
    const sql = 'select customer, count(*) as n from data group by 1 order by 1';
    const asked = await send(`POST ${path}/question`, { sql, maxRows: 3 });
    expect(asked).toMatchObject({ status: 200, events: ['data_question.asked'] });
    expect(asked.body).toMatchObject({
      columns: [{ name: 'customer', type: 'BIGINT' }, { name: 'n' }],
      rows: [
        [0, 4],
        [1, 4],
        [2, 4],
      ],
      truncated: true,
    });
    expect(told).toMatchObject([{ type: 'data_question.asked', data: { sql } }]);
    const joined = await send(`POST ${path}/question`, {
      sql: 'select count(*) from data join before using (customer, day, visits)',
      tables: { before: versionId },
    });
    expect(joined.body.rows[0][0]).toBeGreaterThan(0);
  });

  test.each([
    ["copy data to '/tmp/x.csv'", 'analytics.not_a_select'],
    ["select * from read_csv('/etc/passwd')", 'analytics.function_not_allowed'],
    ["select * from '/etc/passwd'", 'analytics.wrong_sql'],
    ['select 1; select 2', 'analytics.not_one_statement'],
    ['select nothing from data', 'analytics.wrong_sql'],
  ])('DE1 a question that reaches elsewhere is refused: %s', async (sql, code) => {
    const refused = await send(`POST ${path}/question`, { sql });
    expect(refused.status).toBe(400);
    expect(refused.body.error.code).toBe(code);
    expect(refused.body.error.message).not.toContain(peil.services.config.dataFolder);
  });

  test('PF7 by hash a customer is in one part only, and anybody can find the same parts', async () => {
    const rule = {
      by: 'hash',
      key: ['customer'],
      seed: 'a',
      parts: [
        { name: 'train', share: 0.8 },
        { name: 'test', share: 0.2 },
      ],
    };
    const { status, body, events } = await send(`POST ${path}/splits`, { name: 'Random', rule });
    expect([status, events]).toEqual([201, ['dataset_version.split_declared']]);
    expect(body).toMatchObject({ isDisjoint: true, sharedRows: 0, sharedKeys: 0, unassigned: 0, key: ['customer'] });
    const isTrain = (customer: number) => {
      const digits = createHash('md5').update(`a\u001f${customer}`).digest('hex').slice(0, 13);
      return Number.parseInt(digits, 16) / 16 ** 13 < 0.8;
    };
    const train = Array.from({ length: 100 }, (_, customer) => customer).filter(isTrain).length;
    expect(body.parts).toEqual([
      { name: 'train', rows: train * 4, keys: train },
      { name: 'test', rows: (100 - train) * 4, keys: 100 - train },
    ]);
    expect((await send(`GET ${path}/splits`)).body.splits).toEqual([body]);
    const again = await send(`POST ${path}/splits`, { name: 'Random', rule });
    expect([again.status, again.body.error.code]).toEqual([409, 'dataset.declared_already']);
    expect((await send(`DELETE ${path}/splits/${body.id}`)).events).toEqual(['dataset_version.split_removed']);
    expect((await send(`DELETE ${path}/splits/${body.id}`)).status).toBe(404);
  });

  test('PF7 by chance, equal rows stay together, and the same seed gives the same parts', async () => {
    const parts = [
      { name: 'train', share: 0.7 },
      { name: 'test', share: 0.3 },
    ];
    const rule = { by: 'hash', seed: 'a', parts };
    const { body } = await send(`POST ${path}/splits`, { name: 'Chance', rule });
    expect(body).toMatchObject({ isDisjoint: true, sharedRows: 0, sharedKeys: null, unassigned: 0, key: null });
    const rows = body.parts.map((part: { rows: number }) => part.rows);
    expect(rows[0] + rows[1]).toBe(400);
    expect(rows[1]).toBeGreaterThan(80);
    expect(rows[1]).toBeLessThan(160);
    expect((await send(`POST ${path}/splits`, { name: 'Again', rule })).body.parts).toEqual(body.parts);
    const other = await send(`POST ${path}/splits`, { name: 'Other', rule: { ...rule, seed: 'b' } });
    expect(other.body.parts).not.toEqual(body.parts);
  });

  test('PF7 by value the other values are a part of their own, or in none', async () => {
    const rule = { by: 'value', column: 'visits', parts: [{ name: 'test', values: ['5', '6'] }] };
    const test = people.filter((row) => Number(row.split(',')[2]) >= 5).length;
    const { body } = await send(`POST ${path}/splits`, { name: 'Value', rule: { ...rule, others: 'train' } });
    expect(body).toMatchObject({
      isDisjoint: true,
      unassigned: 0,
      parts: [
        { name: 'test', rows: test },
        { name: 'train', rows: 400 - test },
      ],
    });
    const alone = await send(`POST ${path}/splits`, { name: 'Alone', rule });
    expect([alone.status, alone.body.error.code]).toEqual([422, 'dataset.one_part']);
    const twice = { ...rule, parts: [...rule.parts, { name: 'train', values: ['6'] }] };
    const refused = await send(`POST ${path}/splits`, { name: 'Twice', rule: twice });
    expect([refused.status, refused.body.error.code]).toEqual([422, 'dataset.value_in_two_parts']);
  });

  test('PF7 by time a customer leaks from training to testing, and that is counted', async () => {
    const rule = { by: 'time', column: 'day', cuts: ['2026-01-21'], names: ['train', 'test'] };
    const { body } = await send(`POST ${path}/splits`, { name: 'By day', rule, key: ['customer'] });
    const of = (isTest: boolean) => people.filter((row) => (row.split(',')[1] ?? '') >= '2026-01-21' === isTest);
    const customers = (isTest: boolean) => new Set(of(isTest).map((row) => row.split(',')[0]));
    const shared = [...customers(true)].filter((customer) => customers(false).has(customer)).length;
    expect(shared).toBeGreaterThan(0);
    expect(body).toMatchObject({
      isDisjoint: false,
      sharedRows: 0,
      sharedKeys: shared,
      parts: [
        { name: 'train', rows: of(false).length, keys: customers(false).size },
        { name: 'test', rows: of(true).length, keys: customers(true).size },
      ],
    });
    const withoutKey = await send(`POST ${path}/splits`, { name: 'No key', rule });
    expect(withoutKey.body).toMatchObject({ isDisjoint: true, sharedKeys: null });
  });

  test('PF7 by value, what is in no part is counted; what does not fit is said', async () => {
    const parts = [
      { name: 'train', values: ['0', '1', '2'] },
      { name: 'test', values: ['3'] },
    ];
    const { body } = await send(`POST ${path}/splits`, { name: 'V', rule: { by: 'value', column: 'visits', parts } });
    const count = (values: string[]) => people.filter((row) => values.includes(row.split(',')[2] ?? '')).length;
    expect(body.parts.map((part: { rows: number }) => part.rows)).toEqual([count(['0', '1', '2']), count(['3'])]);
    expect(body.unassigned).toBe(count(['4', '5', '6']));
    const wrong: [object, string][] = [
      [{ by: 'time', column: 'month', cuts: ['2026-01-21'], names: ['a', 'b'] }, 'dataset.unknown_column'],
      [{ by: 'time', column: 'day', cuts: ['soon'], names: ['a', 'b'] }, 'dataset.value_does_not_fit'],
      [{ by: 'time', column: 'day', cuts: ['2026-01-21'], names: ['a', 'a'] }, 'dataset.same_part_name'],
      [{ by: 'time', column: 'day', cuts: ['2026-01-21'], names: ['a', 'b', 'c'] }, 'dataset.cuts_and_names'],
      [
        { by: 'time', column: 'day', cuts: ['2026-01-21', '2026-01-02'], names: ['a', 'b', 'c'] },
        'dataset.cuts_not_ascending',
      ],
    ];
    for (const [rule, code] of wrong) {
      const refused = await send(`POST ${path}/splits`, { name: 'W', rule });
      expect([refused.status, refused.body.error.code]).toEqual([422, code]);
    }
  });

  test('PF7 segments are the values of a column, or the rows for which conditions hold', async () => {
    const byColumn = await send(`POST ${path}/segments`, { name: 'Visits', rule: { column: 'visits' } });
    expect(byColumn).toMatchObject({ status: 201, events: ['dataset_version.segment_declared'] });
    expect(byColumn.body.parts).toHaveLength(7);
    expect(byColumn.body.parts[0]).toEqual({ value: '0', rows: 58 });
    const all = [
      { column: 'visits', op: 'at_least', values: ['3'] },
      { column: 'day', op: 'under', values: ['2026-01-15'] },
      { column: 'customer', op: 'in', values: ['1', '2', '3'] },
    ];
    const counted = people.filter((row) => {
      const [customer, day, visits] = row.split(',');
      return Number(visits) >= 3 && (day ?? '') < '2026-01-15' && ['1', '2', '3'].includes(customer ?? '');
    });
    const { body } = await send(`POST ${path}/segments`, { name: 'Often', rule: { all } });
    expect(body).toMatchObject({ rows: 400, parts: [{ value: null, rows: counted.length }] });
    const injected = [{ column: 'visits', op: 'is', values: ["1' or '1'='1"] }];
    const refused = await send(`POST ${path}/segments`, { name: 'X', rule: { all: injected } });
    expect(refused.body.error.code).toBe('dataset.value_does_not_fit');
    expect((await send(`DELETE ${path}/segments/${body.id}`)).events).toEqual(['dataset_version.segment_removed']);
    expect((await send(`GET ${path}/segments`)).body.segments).toHaveLength(1);
  });

  test('PF7 erasing takes the content and leaves number, hash and reason; it does not come in again', async () => {
    // Content of its own: elsewhere the same files stay, since other versions stand on them.
    const files = [{ name: 'own.csv', content: `${csv}\n100,2026-02-01,9` }];
    const own = await importFiles(peil, { problemId, files, body: { name: 'Own' } });
    path = `/api/problems/${problemId}/dataset-versions/${own.versionId}`;
    const before = (await send(`GET ${path}`)).body;
    const kept = await blobs();
    const erased = await send(`POST ${path}/erase`, { reason: 'A visitor asked for it.' });
    expect(erased).toMatchObject({ status: 200, events: ['personal_data.dataset_version_erased'] });
    await peil.services.jobs.runDue();
    const after = (await send(`GET ${path}`)).body;
    expect(after).toMatchObject({
      sha256: before.sha256,
      number: 1,
      erased: { reason: 'A visitor asked for it.', by: 'owner' },
    });
    expect((await blobs()).length).toBeLessThan(kept.length);
    const gone = await send(`POST ${path}/question`, { sql: 'select 1 from data' });
    expect([gone.status, gone.body.error.code]).toEqual([409, 'dataset.erased']);
    expect((await send(`POST ${path}/erase`, { reason: 'Again' })).status).toBe(409);
    const back = await importFiles(peil, { problemId, files, body: { name: 'Own' } });
    expect(back).toMatchObject({ state: 'failed', failure: { code: 'dataset.erased_content' } });
    expect((await blobs()).length).toBeLessThan(kept.length);
  });

  test('PF7 erasing leaves files that another version stands on', async () => {
    const files = [{ name: 'visits.csv', content: csv }];
    const other = await importFiles(peil, { problemId, files, body: { name: 'The same elsewhere' } });
    await send(`POST ${path}/erase`, { reason: 'Twice here.' });
    await peil.services.jobs.runDue();
    const url = `/api/problems/${problemId}/dataset-versions/${other.versionId}`;
    const asked = await send(`POST ${url}/question`, { sql: 'select count(*) from data' });
    expect(asked.body.rows).toEqual([[400]]);
  });
});

test('PF7 who reads along sees versions, asks nothing in SQL, and erases nothing', async () => {
  const team = await inTeamMode();
  const problemId = await team.openProblem();
  const manager = await team.signIn('Rik', { problemRoles: { [problemId]: ['risk_manager'] } });
  const stakeholder = await team.signIn('Bo', { problemRoles: { [problemId]: ['stakeholder'] } });
  const engineer = await team.signIn('Tom', { problemRoles: { [problemId]: ['data_engineer'] } });
  const url = `/api/problems/${problemId}/dataset-versions/none`;
  const status = async (person: typeof manager, address: string, payload: object) =>
    (await person.inject({ method: 'POST', url: `${url}/${address}`, payload })).statusCode;
  const question = { sql: 'select 1' };
  expect(await status(stakeholder, 'question', question)).toBe(403);
  expect(await status(manager, 'question', question)).toBe(404);
  expect(await status(engineer, 'erase', { reason: 'x' })).toBe(403);
  await team.close();
});
