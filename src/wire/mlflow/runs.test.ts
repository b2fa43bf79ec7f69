import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { type Wire, wireTo } from '../../../test/kit/wire.ts';

describeEachDatabase('runs over the protocol', (kit) => {
  let peil: TestPeil;
  let wire: Wire;
  let experiment_id: string;
  let count = 0;
  beforeAll(async () => {
    peil = await kit.openPeil();
    wire = wireTo(peil);
  });
  beforeEach(async () => {
    experiment_id = (await wire('POST experiments/create', { name: `Flights ${count++}` })).body.experiment_id;
  });
  afterAll(() => peil.close());

  const begin = async (given: Readonly<Record<string, unknown>> = {}): Promise<string> =>
    (await wire('POST runs/create', { experiment_id, start_time: 1000, ...given })).body.run.info.run_id;
  const dataOf = async (run_id: string) => (await wire('GET runs/get', { run_id })).body.run.data;

  test('DS1 a run begins with what the client says, and Peil names it where the client does not', async () => {
    const tags = [{ key: 'mlflow.user', value: 'ada' }];
    const { status, body } = await wire('POST runs/create', { experiment_id, user_id: 'ada', start_time: '12', tags });
    expect(status).toBe(200);
    const { info, data } = body.run;
    expect(info).toMatchObject({
      run_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      experiment_id,
      user_id: 'ada',
      status: 'RUNNING',
      start_time: 12,
      lifecycle_stage: 'active',
      artifact_uri: `mlflow-artifacts:/${experiment_id}/${info.run_id}/artifacts`,
    });
    expect([info.run_uuid, info.end_time]).toEqual([info.run_id, undefined]);
    expect(info.run_name).toMatch(/^[a-z]+-[a-z]+-\d+$/);
    expect(data.tags).toEqual([...tags, { key: 'mlflow.runName', value: info.run_name }]);
    expect(data.metrics).toBeUndefined();
  });

  test('DS1 metrics, parameters and tags in one go, all of them or none', async () => {
    const run_id = await begin();
    const batch = {
      run_id,
      metrics: [
        { key: 'auc', value: 0.7, timestamp: 1, step: 1 },
        { key: 'auc', value: 0.8, timestamp: 1, step: '2' },
        { key: 'loss', value: 'NaN', timestamp: 5 },
        { key: 'worst', value: '-Infinity', timestamp: 5 },
      ],
      params: [{ key: 'depth', value: '3' }],
      tags: [{ key: 'team', value: 'north' }],
    };
    expect(await wire('POST runs/log-batch', batch)).toEqual({ status: 200, body: {} });
    // The same once more: the same points are the same points.
    expect((await wire('POST runs/log-batch', batch)).status).toBe(200);
    const data = await dataOf(run_id);
    expect(data.metrics).toEqual([
      { key: 'auc', value: 0.8, timestamp: 1, step: 2 },
      { key: 'loss', value: 'NaN', timestamp: 5, step: 0 },
      { key: 'worst', value: -Number.MAX_VALUE, timestamp: 5, step: 0 },
    ]);
    expect(data.params).toEqual([{ key: 'depth', value: '3' }]);
    expect(data.tags).toContainEqual({ key: 'team', value: 'north' });
    const refused = await wire('POST runs/log-batch', {
      run_id,
      metrics: [{ key: 'later', value: 1, timestamp: 9 }],
      params: [{ key: 'depth', value: '4' }],
    });
    expect([refused.status, refused.body.error_code]).toEqual([400, 'INVALID_PARAMETER_VALUE']);
    expect(refused.body.message).toMatch(/^Changing param values is not allowed.*'depth'.*'3'.*'4'/);
    expect((await dataOf(run_id)).metrics).toHaveLength(3);
  });

  test('DS1 the last point is that of the highest step, then moment, then value, whenever it comes', async () => {
    const run_id = await begin();
    for (const [value, timestamp, step] of [
      [5, 50, 3],
      [9, 99, 2],
      [6, 50, 3],
      [7, 40, 3],
    ])
      await wire('POST runs/log-metric', { run_id, key: 'auc', value, timestamp, step });
    expect((await dataOf(run_id)).metrics).toEqual([{ key: 'auc', value: 6, timestamp: 50, step: 3 }]);
    const history = async (more: object = {}) =>
      (await wire('GET metrics/get-history', { run_id, metric_key: 'auc', ...more })).body;
    expect((await history()).metrics.map(({ value }: { value: number }) => value)).toEqual([9, 7, 5, 6]);
    const first = await history({ max_results: 3 });
    expect(first.metrics).toHaveLength(3);
    expect((await history({ max_results: 3, page_token: first.next_page_token })).metrics).toHaveLength(1);
    expect((await wire('GET metrics/get-history', { run_id, metric_key: 'none' })).body).toEqual({});
  });

  test('DS1 of two hundred requests at once each has its own answer, and one at fault takes no other along', async () => {
    const runs = await Promise.all(Array.from({ length: 40 }, () => begin()));
    expect(new Set(runs).size).toBe(40);
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) => {
        const run_id = index % 50 === 7 ? '0'.repeat(32) : (runs[index % 40] ?? '');
        return wire('POST runs/log-batch', {
          run_id,
          metrics: [{ key: 'loss', value: index, timestamp: index, step: index }],
          params: [{ key: 'seed', value: String(index % 40) }],
        });
      }),
    );
    const refused = answers.flatMap(({ status }, index) => (status === 200 ? [] : [index]));
    expect(refused).toEqual([7, 57, 107, 157]);
    const { body } = await wire('POST runs/search', { experiment_ids: [experiment_id], max_results: 100 });
    const points = body.runs.flatMap(({ data }: { data: { metrics?: unknown[] } }) => data.metrics ?? []);
    expect(points).toHaveLength(40);
  });

  test('DS1 of many values for one parameter at the same instant one is kept, and the others are told which', async () => {
    const run_id = await begin();
    const answers = await Promise.all(
      Array.from({ length: 150 }, (_, index) =>
        wire('POST runs/log-parameter', { run_id, key: 'seed', value: String(index) }),
      ),
    );
    const kept = answers.flatMap(({ status }, index) => (status === 200 ? [String(index)] : []));
    expect(kept).toHaveLength(1);
    expect((await dataOf(run_id)).params).toEqual([{ key: 'seed', value: kept[0] }]);
  });

  test('DS1 the name of a run and its tag are one thing', async () => {
    const run_id = await begin({ run_name: 'first' });
    const names = async () => {
      const { info, data } = (await wire('GET runs/get', { run_id })).body.run;
      return [info.run_name, data.tags.find(({ key }: { key: string }) => key === 'mlflow.runName').value];
    };
    expect(await names()).toEqual(['first', 'first']);
    await wire('POST runs/set-tag', { run_id, key: 'mlflow.runName', value: 'second' });
    expect(await names()).toEqual(['second', 'second']);
    const ended = await wire('POST runs/update', { run_id, run_name: 'third', status: 'FINISHED', end_time: 2000 });
    expect(ended.body.run_info).toMatchObject({ run_name: 'third', status: 'FINISHED', end_time: 2000 });
    expect(await names()).toEqual(['third', 'third']);
    const tags = [{ key: 'mlflow.runName', value: 'b' }];
    const two = await wire('POST runs/create', { experiment_id, run_name: 'a', tags });
    expect([two.status, two.body.message]).toEqual([400, expect.stringContaining("run_name='a'")]);
  });

  test('DS1 a deleted run is found by its id, takes nothing more, and comes back', async () => {
    const run_id = await begin();
    await wire('POST runs/delete', { run_id });
    expect((await wire('GET runs/get', { run_id })).body.run.info.lifecycle_stage).toBe('deleted');
    const late = await wire('POST runs/log-metric', { run_id, key: 'auc', value: 1, timestamp: 1 });
    expect([late.status, late.body.message]).toEqual([400, expect.stringContaining("must be in the 'active' state")]);
    await wire('POST runs/restore', { run_id });
    expect((await wire('POST runs/set-tag', { run_id, key: 'a', value: '' })).status).toBe(200);
    await wire('POST runs/delete-tag', { run_id, key: 'a' });
    expect((await wire('POST runs/delete-tag', { run_id, key: 'a' })).status).toBe(404);
  });

  test('DS1 beginning, ending and deleting a run are on record, its points are not', async () => {
    const told: string[] = [];
    const forget = peil.services.events.afterCommit((events) => told.push(...events.map(({ type }) => type)));
    const run_id = await begin();
    await wire('POST runs/log-metric', { run_id, key: 'auc', value: 1, timestamp: 1 });
    await wire('POST runs/update', { run_id, status: 'FINISHED' });
    await wire('POST runs/delete', { run_id });
    forget();
    expect(told).toEqual(['run.created', 'run.updated', 'run.deleted']);
  });

  type Mistake = [what: string, address: string, message: object, status: number, code: string, sentence: RegExp];
  const many = Array.from({ length: 101 }, (_, index) => ({ key: `p${index}`, value: '' }));
  const twice = ['1', '2'].map((value) => ({ key: 'a', value }));
  const point = { run_id: 'x', key: 'a', value: 1, timestamp: 1 };
  const bad = 'INVALID_PARAMETER_VALUE';
  test.each<Mistake>([
    ['an address that is not there', 'POST runs/get', {}, 404, 'ENDPOINT_NOT_FOUND', /does not serve POST/],
    ['no such experiment', 'POST runs/create', { experiment_id: '999' }, 404, 'RESOURCE_DOES_NOT_EXIST', /'999'/],
    ['half a millisecond', 'POST runs/create', { start_time: 9.5 }, 400, bad, /value 9\.5 for parameter 'start_time'/],
    ['no moment', 'POST runs/log-metric', { ...point, timestamp: null }, 400, bad, /required parameter 'timestamp'/],
    ['no run', 'POST runs/log-metric', { ...point, run_id: '' }, 400, bad, /required parameter 'run_id'/],
    ['a value in words', 'POST runs/log-metric', { ...point, value: 'good' }, 400, bad, /"good" for parameter 'value'/],
    ['a way out', 'POST runs/log-metric', { ...point, key: '../a' }, 400, bad, /would resolve to/],
    ['a dot', 'POST runs/log-metric', { ...point, key: 'a/./b' }, 400, bad, /would resolve to 'a\/b'/],
    ['a semicolon', 'POST runs/log-metric', { ...point, key: 'a;b' }, 400, bad, /"a;b"/],
    ['before 1970', 'POST runs/log-metric', { ...point, timestamp: -1 }, 400, bad, /-1/],
    ['inside a list', 'POST runs/log-batch', { run_id: 'x', metrics: [{}] }, 400, bad, /'metrics\[0\]\.key'/],
    ['too many at once', 'POST runs/log-batch', { run_id: 'x', params: many }, 400, bad, /at most 100 params/],
    ['one key twice', 'POST runs/log-batch', { run_id: 'x', params: twice }, 400, bad, /Duplicate parameter keys.*: a/],
    ['no such state', 'POST runs/update', { run_id: 'x', status: 'DONE' }, 400, bad, /"DONE" for parameter 'status'/],
    ['no such run', 'GET runs/get', { run_id: 'none' }, 404, 'RESOURCE_DOES_NOT_EXIST', /id=none not found/],
    ['nothing', 'GET runs/get', {}, 400, bad, /required parameter 'run_id'/],
  ])(
    'DS1 a mistake is told in the words of the protocol: %s',
    async (...[, address, message, status, code, sentence]) => {
      const { status: answered, body } = await wire(address, { ...message });
      expect([answered, body.error_code]).toEqual([status, code]);
      expect(body.message).toMatch(sentence);
    },
  );

  test('DS1 a number stands in a refusal as it was written', async () => {
    const payload = '{"run_id": "x", "key": 9.0, "value": 1, "timestamp": 1}';
    const headers = { 'content-type': 'application/json' };
    const url = '/ajax-api/2.0/mlflow/runs/log-metric';
    const answer = await peil.app.inject({ method: 'POST', url, payload, headers });
    expect(answer.json().message).toMatch(/^Invalid value 9\.0 for parameter 'key' supplied/);
  });

  test('DS1 a body may be encoded twice, be empty, and must be JSON', async () => {
    const post = async (payload: string, type = 'application/json; charset=utf-8') => {
      const url = '/api/2.0/mlflow/experiments/search';
      const answer = await peil.app.inject({ method: 'POST', url, payload, headers: { 'content-type': type } });
      return [answer.statusCode, answer.json().error_code];
    };
    expect(await post(JSON.stringify(JSON.stringify({ max_results: 1 })))).toEqual([200, undefined]);
    expect(await post('')).toEqual([200, undefined]);
    expect(await post('{"max_results": ')).toEqual([400, 'BAD_REQUEST']);
    expect(await post('[1]')).toEqual([400, 'BAD_REQUEST']);
    expect(await post('{}', 'text/plain')).toEqual([400, 'BAD_REQUEST']);
  });
});
