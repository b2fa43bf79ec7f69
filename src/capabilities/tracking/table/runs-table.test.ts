import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPeil } from '../../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../../test/kit/databases.ts';
import { type Sending, sendingTo } from '../../../../test/kit/sending.ts';
import { type Wire, wireTo } from '../../../../test/kit/wire.ts';

interface Given {
  params?: Readonly<Record<string, string>>;
  metrics?: Readonly<Record<string, number | string>>;
  tags?: Readonly<Record<string, string>>;
}

describeEachDatabase('the table of runs', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let wire: Wire;
  let at: string;
  let experiments: string[];
  const runs: Record<string, string> = {};

  const asPairs = (given: Readonly<Record<string, string>> = {}) =>
    Object.entries(given).map(([key, value]) => ({ key, value }));
  async function log(name: string, experiment_id: string | undefined, given: Given): Promise<void> {
    peil.clock.advance(1000);
    const begun = await wire('POST runs/create', {
      experiment_id,
      run_name: name,
      start_time: peil.clock.now(),
      tags: asPairs(given.tags),
    });
    const run_id: string = begun.body.run.info.run_id;
    const metrics = Object.entries(given.metrics ?? {}).map(([key, value]) => ({ key, value, timestamp: 1, step: 0 }));
    await wire('POST runs/log-batch', { run_id, metrics, params: asPairs(given.params) });
    runs[name] = run_id;
  }
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
    wire = wireTo(peil);
    const problemId: string = (await send('POST /api/problems', { title: 'Late flights' })).body.id;
    at = `/api/problems/${problemId}`;
    experiments = [];
    for (const name of ['first', 'second']) {
      const tags = [{ key: 'peil.problem', value: problemId }];
      experiments.push((await wire('POST experiments/create', { name, tags })).body.experiment_id);
      peil.clock.advance(1000);
    }
    const [first, second] = experiments;
    await log('tree', first, { params: { kind: 'tree' }, metrics: { auc: 0.8, loss: 'NaN' }, tags: { team: 'north' } });
    await log('line', first, { params: { kind: 'line' }, metrics: { auc: 0.7 } });
    await log('search', second, { metrics: { auc: 0.75 } });
    for (const n of [1, 2])
      await log(`part ${n}`, second, {
        params: { kind: 'tree' },
        metrics: { auc: 0.6 + n / 100 },
        tags: { 'mlflow.parentRunId': runs['search'] ?? '' },
      });
    await wire('POST runs/update', { run_id: runs['line'], status: 'FAILED', end_time: peil.clock.now() });
    const other: string = (await send('POST /api/problems', { title: 'Churn' })).body.id;
    const tags = [{ key: 'peil.problem', value: other }];
    const elsewhere = (await wire('POST experiments/create', { name: 'elsewhere', tags })).body.experiment_id;
    await log('elsewhere', elsewhere, { metrics: { auc: 0.99, secret: 1 } });
  });
  afterAll(() => peil.close());

  const query = (given: Readonly<Record<string, string>>) => new URLSearchParams(given).toString();
  const list = (given: Readonly<Record<string, string>> = {}) => send(`GET ${at}/runs?${query(given)}`);
  const names = async (given: Readonly<Record<string, string>> = {}) =>
    (await list(given)).body.runs.map(({ name }: { name: string }) => name);

  test('DS1 the runs of a problem are listed a page at a time, with only the values that are asked for', async () => {
    expect(await names()).toEqual(['part 2', 'part 1', 'search', 'line', 'tree']);
    const page = (await list({ offset: '3', limit: '1', columns: 'metrics.auc,params.kind,tags.team' })).body;
    expect(page).toMatchObject({
      hasMore: true,
      runs: [
        {
          id: runs['line'],
          experimentId: experiments[0],
          status: 'FAILED',
          endedAt: peil.clock.now() - 1000,
          parentId: null,
          children: 0,
          values: { 'metrics.auc': 0.7, 'params.kind': 'line' },
        },
      ],
    });
    const [tree] = (await list({ offset: '4', columns: 'metrics.loss,tags.team' })).body.runs;
    expect(tree.values).toEqual({ 'metrics.loss': 'NaN', 'tags.team': 'north' });
    expect((await list({ offset: '5' })).body).toEqual({ runs: [], hasMore: false });
  });

  test('DS1 they are filtered by OR, NOT and parentheses, and ordered by anything; what lacks it comes last', async () => {
    expect(await names({ order: 'metrics.auc DESC' })).toEqual(['tree', 'search', 'line', 'part 2', 'part 1']);
    expect(await names({ order: 'params.kind ASC' })).toEqual(['line', 'part 2', 'part 1', 'tree', 'search']);
    expect(await names({ filter: "(params.kind = 'line' OR tags.team LIKE 'n%') AND NOT metrics.auc > 0.75" })).toEqual(
      ['line'],
    );
    expect(await names({ experimentId: experiments[1] ?? '', filter: 'metrics.auc < 0.7' })).toEqual([
      'part 2',
      'part 1',
    ]);
  });

  test('DS1 what cannot be read is refused with its place, in both languages', async () => {
    const wrong = query({ filter: 'metrics.auc >' });
    expect(await send(`GET ${at}/runs?${wrong}`)).toMatchObject({
      status: 400,
      body: { error: { params: { position: 13 } } },
    });
    const refused = await send(`GET ${at}/runs?columns=auc`, undefined, { language: 'nl' });
    expect(refused).toMatchObject({ status: 400, body: { error: { code: 'runs.bad_column' } } });
    expect(refused.body.error.message).toContain('geen kolom');
    const tooMany = Array.from({ length: 101 }, (_, n) => `metrics.m${n}`).join(',');
    expect(await list({ columns: tooMany })).toMatchObject({
      status: 400,
      body: { error: { code: 'runs.too_many_columns' } },
    });
    expect(await send(`GET ${at}/runs/groups?by=metrics.auc`)).toMatchObject({ status: 400 });
  });

  test('DS1 runs are counted: all of them, by how they ended, and by group', async () => {
    const begun = (await list({ limit: '1' })).body.runs[0].startedAt;
    expect((await send(`GET ${at}/runs/summary`)).body).toEqual({
      runs: 5,
      byStatus: [
        { status: 'FAILED', runs: 1 },
        { status: 'RUNNING', runs: 4 },
      ],
      lastRunAt: begun,
    });
    const counted = async (filter: string) => (await send(`GET ${at}/runs/summary?${query({ filter })}`)).body.runs;
    expect(await counted("metrics.auc > 0.65 and params.kind = 'tree'")).toBe(1);
    expect(await counted("metrics.auc > 0.65 or params.kind = 'tree'")).toBe(5);
    const groups = async (by: string) =>
      (await send(`GET ${at}/runs/groups?by=${by}`)).body.groups.map(
        ({ value, name, runs: count }: { value: string | null; name: string | null; runs: number }) => [
          value,
          name,
          count,
        ],
      );
    expect(await groups('params.kind')).toEqual([
      ['tree', null, 3],
      ['line', null, 1],
      [null, null, 1],
    ]);
    expect(await groups('experiment')).toEqual([
      [experiments[1], 'second', 3],
      [experiments[0], 'first', 2],
    ]);
    expect(await names({ groupBy: 'params.kind', group: 'tree' })).toEqual(['part 2', 'part 1', 'tree']);
    expect(await names({ groupBy: 'params.kind' })).toEqual(['search']);
    expect(await names({ groupBy: 'experiment', group: experiments[0] ?? '' })).toEqual(['line', 'tree']);
    expect(await names({ groupBy: 'status', group: 'FAILED' })).toEqual(['line']);
  });

  test('DS1 runs that are a part of another stand under it', async () => {
    const [top] = (await list({ groupBy: 'parent' })).body.runs;
    expect(top).toMatchObject({ name: 'search', children: 2, parentId: null });
    expect(await names({ groupBy: 'parent', group: runs['search'] ?? '' })).toEqual(['part 2', 'part 1']);
  });

  test('DS1 what there is to show and to search by is known, of this problem only', async () => {
    const { metrics, params, tags } = (await send(`GET ${at}/runs/keys`)).body;
    expect({ metrics, params }).toEqual({ metrics: ['auc', 'loss'], params: ['kind'] });
    expect(tags).toEqual(expect.arrayContaining(['mlflow.parentRunId', 'mlflow.runName', 'team']));
  });

  test('DS1 experiments are listed with their runs, the last used first', async () => {
    expect((await send(`GET ${at}/experiments`)).body.experiments).toMatchObject([
      { id: experiments[1], name: 'second', runs: 3, running: 3, isDeleted: false },
      { id: experiments[0], name: 'first', runs: 2, running: 1 },
    ]);
  });

  test('DS1 runs are deleted together, come back, and none of another problem', async () => {
    const [one, other] = [String(runs['part 1']), String(runs['part 2'])].toSorted();
    expect(await send(`POST ${at}/runs/delete`, { runIds: [one, runs['elsewhere']] })).toMatchObject({
      status: 422,
      events: [],
    });
    expect(await send(`POST ${at}/runs/delete`, { runIds: [one, other, one] })).toMatchObject({
      status: 200,
      body: { changed: [one, other] },
      events: ['run.deleted', 'run.deleted'],
    });
    expect(await names()).toEqual(['search', 'line', 'tree']);
    expect(await names({ view: 'deleted' })).toEqual(['part 2', 'part 1']);
    expect((await list({ groupBy: 'parent' })).body.runs[0]).toMatchObject({ name: 'search', children: 0 });
    expect((await send(`POST ${at}/runs/delete`, { runIds: [one] })).events).toEqual([]);
    expect(await send(`POST ${at}/deleted-runs/restore`, { runIds: [one, other] })).toMatchObject({ status: 200 });
    expect(await names()).toHaveLength(5);
  });

  test('DS1 a team keeps what the table shows under a name, and can remove it and bring it back', async () => {
    const shown = {
      filter: 'metrics.auc > 0.7',
      order: 'metrics.auc DESC',
      columns: 'metrics.auc',
      groupBy: 'params.kind',
    };
    const kept = await send(`POST ${at}/run-views`, { name: 'The good ones', shown });
    expect(kept).toMatchObject({ status: 201, body: { name: 'The good ones', shown }, events: ['run_view.kept'] });
    const views = async () => (await send(`GET ${at}/run-views`)).body.views;
    expect(await views()).toEqual([kept.body]);
    expect(await send(`POST ${at}/run-views`, { name: 'the GOOD ones', shown })).toMatchObject({
      status: 409,
      events: [],
    });
    expect(await send(`POST ${at}/run-views`, { name: 'x', shown: { filter: 'auc >' } })).toMatchObject({
      status: 400,
    });
    expect((await send(`DELETE ${at}/run-views/${kept.body.id}`)).events).toEqual(['run_view.removed']);
    expect(await views()).toEqual([]);
    expect(await send(`DELETE ${at}/run-views/${kept.body.id}`)).toMatchObject({ status: 404 });
    expect(await send(`POST ${at}/run-views/${kept.body.id}/restore`)).toMatchObject({ status: 200, body: kept.body });
    expect(await views()).toHaveLength(1);
  });
});
