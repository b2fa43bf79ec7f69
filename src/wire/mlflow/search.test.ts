import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { type Wire, wireTo } from '../../../test/kit/wire.ts';

/** Four runs that differ in everything there is to search by; d lacks most of it. */
const given = [
  { run_name: 'a', start_time: 1, auc: 0.5, kind: 'tree', team: 'North', depth: '3' },
  { run_name: 'b', start_time: 2, auc: 0.9, kind: 'Tree', team: 'south', depth: '10' },
  { run_name: 'c_%', start_time: 3, auc: 'NaN', kind: 'linear', team: "it's", depth: '3' },
  { run_name: 'd', start_time: 4, auc: null, kind: null, team: null, depth: null },
] as const;

describeEachDatabase('searching runs over the protocol', (kit) => {
  let peil: TestPeil;
  let wire: Wire;
  let experiment_id: string;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    peil = await kit.openPeil();
    wire = wireTo(peil);
    experiment_id = (await wire('POST experiments/create', { name: 'Searched' })).body.experiment_id;
    for (const { run_name, start_time, auc, kind, team, depth } of given) {
      const made = await wire('POST runs/create', { experiment_id, run_name, start_time, user_id: 'ada' });
      const { run_id } = made.body.run.info;
      ids[run_name] = run_id;
      const facts = (of: Readonly<Record<string, string | null>>) =>
        Object.entries(of).flatMap(([key, value]) => (value === null ? [] : [{ key, value }]));
      const metrics = auc === null ? [] : [{ key: 'auc', value: auc, timestamp: 1 }];
      await wire('POST runs/log-batch', { run_id, metrics, params: facts({ kind, depth }), tags: facts({ team }) });
    }
    await wire('POST runs/update', { run_id: ids['b'], status: 'FINISHED', end_time: 9 });
  });
  afterAll(() => peil.close());

  const search = async (asked: Readonly<Record<string, unknown>>) =>
    wire('POST runs/search', { experiment_ids: [experiment_id], ...asked });
  const found = async (asked: Readonly<Record<string, unknown>>): Promise<string[]> =>
    ((await search(asked)).body.runs ?? []).map(({ info }: { info: { run_name: string } }) => info.run_name[0]);

  test.each<[filter: string, runs: string]>([
    ['', 'dcba'],
    ['metrics.auc > 0.5', 'b'],
    ['metrics.auc >= 0.5 and metric.auc < 1', 'ba'],
    ['metrics.auc != 0.5', 'cb'],
    ["params.kind = 'tree'", 'a'],
    ["params.kind != 'tree'", 'cb'],
    ["params.kind LIKE 't%'", 'a'],
    ["params.kind ILIKE 't%'", 'ba'],
    ["params.depth LIKE '_'", 'ca'],
    ["attributes.run_name LIKE '%\\%%'", ''],
    ["attributes.run_name LIKE '%[%]%'", ''],
    ["run_name = 'c_%'", 'c'],
    ["run_name LIKE 'c%'", 'c'],
    ['tags.team = "it\'s"', 'c'],
    ['tags.team IS NULL', 'd'],
    ['tags.team IS NOT NULL', 'cba'],
    ["tags.mlflow.runName = 'a'", 'a'],
    ["tags.`mlflow.runName` = 'a'", 'a'],
    ["status = 'FINISHED'", 'b'],
    ["user_id = 'ada' and status = 'RUNNING'", 'dca'],
    ['start_time > 1 and attribute.start_time <= 3', 'cb'],
    ['end_time > 1', 'b'],
    ["params.kind = 'tree' or metrics.auc > 0.8", 'ba'],
    ["not (params.kind = 'tree' or metrics.auc > 0.8)", 'dc'],
    ["(params.depth = '3' or params.depth = '10') and tags.team ILIKE '%h'", 'ba'],
  ])('DS1 what a filter finds: %s', async (filter, runs) => {
    expect((await found({ filter })).join('')).toBe(runs);
  });

  test('DS1 runs by a list of ids, and none but those', async () => {
    const list = `('${ids['a']}', '${ids['d']}')`;
    expect(await found({ filter: `run_id IN ${list}` })).toEqual(['d', 'a']);
    expect(await found({ filter: `attributes.run_id NOT IN ${list}` })).toEqual(['c', 'b']);
  });

  test.each<[order: readonly string[], runs: string]>([
    [[], 'dcba'],
    [['start_time'], 'abcd'],
    [['metrics.auc'], 'abcd'],
    [['metrics.auc DESC'], 'bacd'],
    [['params.depth asc', 'start_time ASC'], 'bacd'],
    [['params.depth DESC', 'metrics.auc'], 'acbd'],
    [['tags.`team`'], 'acbd'],
    [['attributes.end_time'], 'bdca'],
    [['`Run Name` desc'], 'dcba'],
  ])('DS1 what is missing comes last, and before it what is not a number: %j', async (order_by, runs) => {
    const answer = await found({ order_by });
    // Capitals come first in one database and with their letter in the other.
    if (order_by[0] === 'tags.`team`') expect(answer.at(-1)).toBe('d');
    else expect(answer.join('')).toBe(runs);
  });

  test('DS1 pages follow one another, and a token that is none is refused', async () => {
    const first = (await search({ max_results: 3, order_by: ['start_time'] })).body;
    expect(first.runs).toHaveLength(3);
    const second = await found({ max_results: 3, order_by: ['start_time'], page_token: first.next_page_token });
    expect(second).toEqual(['d']);
    expect((await search({ max_results: 4 })).body.next_page_token).toBeUndefined();
    for (const page_token of ['x', Buffer.from('{"offset":-1}').toString('base64')])
      expect((await search({ page_token })).status).toBe(400);
  });

  test('DS1 deleted runs only where they are asked for, and no runs of no experiment', async () => {
    await wire('POST runs/delete', { run_id: ids['a'] });
    expect(await found({})).toEqual(['d', 'c', 'b']);
    expect(await found({ run_view_type: 'DELETED_ONLY' })).toEqual(['a']);
    expect(await found({ run_view_type: 'ALL' })).toHaveLength(4);
    await wire('POST runs/restore', { run_id: ids['a'] });
    expect(await found({ experiment_ids: [] })).toEqual([]);
    expect(await found({ experiment_ids: ['7777'] })).toEqual([]);
  });

  test.each([
    'metrics.auc LIKE 0.5',
    "metrics.auc = '0.5'",
    'params.kind > 3',
    "params.kind IN ('a')",
    "experiment_id = '1'",
    "start_time LIKE '1%'",
    "status IN ('RUNNING')",
    "things.a = 'b'",
    "params.kind = 'x'; drop table run",
    "params.kind = 'x' --",
  ])('DS1 what cannot be compared so is refused with a sentence: %s', async (filter) => {
    const { status, body } = await search({ filter });
    expect([status, body.error_code]).toEqual([400, 'INVALID_PARAMETER_VALUE']);
    expect(body.message).toContain(filter);
  });

  test.each([
    ['metrics.auc sideways'],
    ['nothing'],
    ['datasets.name'],
    ['start_time, run_id'],
    ['metrics.auc', 'metric.auc DESC'],
  ])('DS1 an order that cannot be followed is refused: %s %s', async (...order_by) => {
    expect((await search({ order_by })).status).toBe(400);
  });
});
