import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { type Wire, wireTo } from '../../../test/kit/wire.ts';

describeEachDatabase('what charts of several runs ask', (kit) => {
  let peil: TestPeil;
  let wire: Wire;
  let runs: string[];
  beforeAll(async () => {
    peil = await kit.openPeil();
    wire = wireTo(peil);
    runs = [];
    for (const count of [5000, 3]) {
      const { run_id } = (await wire('POST runs/create', {})).body.run.info;
      for (let from = 0; from < count; from += 1000) {
        const steps = Array.from({ length: Math.min(1000, count - from) }, (_, at) => from + at);
        const metrics = steps.map((step) => ({ key: 'loss', value: step / 2, timestamp: 1000 + step, step }));
        await wire('POST runs/log-batch', { run_id, metrics });
      }
      runs.push(run_id);
    }
  });
  afterAll(() => peil.close());

  interface Point {
    run_id: string;
    step: number;
    value: number;
  }
  const bulk = (asked: object) => wire('GET metrics/get-history-bulk', { metric_key: 'loss', run_id: runs, ...asked });
  const interval = (asked: object) =>
    wire('GET metrics/get-history-bulk-interval', { metric_key: 'loss', run_ids: runs, ...asked });
  const of = (points: readonly Point[], run: number) => points.filter(({ run_id }) => run_id === runs[run]);

  test('DS1 the points of several runs at once, by run and moment', async () => {
    const { body } = await bulk({});
    expect(body.metrics).toHaveLength(5003);
    expect(of(body.metrics, 1)).toEqual(
      [0, 1, 2].map((step) => ({ key: 'loss', value: step / 2, timestamp: 1000 + step, step, run_id: runs[1] })),
    );
    const ids = body.metrics.map(({ run_id }: Point) => run_id);
    expect(ids).toEqual(ids.toSorted());
    expect((await bulk({ max_results: 7 })).body.metrics).toHaveLength(7);
    expect((await bulk({ run_id: 'unknown' })).body).toEqual({ metrics: [] });
    const tooMany = await bulk({ run_id: Array.from({ length: 101 }, () => 'a') });
    expect([tooMany.status, tooMany.body.error_code]).toEqual([400, 'INVALID_PARAMETER_VALUE']);
  });

  test('DS1 of each run points spread evenly between two steps, with the first and the last', async () => {
    const { metrics } = (await interval({ max_results: 101 })).body;
    const steps = of(metrics, 0).map(({ step }) => step);
    expect([steps.length, steps[0], steps.at(-1), of(metrics, 1).length]).toEqual([101, 0, 4999, 3]);
    const gaps = steps.slice(1).map((step, at) => step - (steps[at] ?? 0));
    expect([Math.min(...gaps), Math.max(...gaps)]).toEqual([49, 50]);
    const part = of((await interval({ start_step: 10, end_step: 12 })).body.metrics, 0);
    expect(part.map(({ step }) => step)).toEqual([10, 11, 12]);
    expect((await interval({ max_results: 1 })).body.metrics.map(({ step }: Point) => step)).toEqual([4999, 2]);
    expect(of((await interval({})).body.metrics, 0)).toHaveLength(2500);
    for (const wrong of [{ start_step: 3 }, { end_step: 3 }, { start_step: 4, end_step: 3 }, { max_results: 2501 }])
      expect((await interval(wrong)).status).toBe(400);
    expect((await interval({ run_ids: ['unknown'] })).status).toBe(404);
  });

  test('DS1 which data the runs of experiments were given, each once', async () => {
    const dataset = { name: 'flights', digest: 'd1', source_type: 'code', source: '{}' };
    const tags = [{ key: 'mlflow.data.context', value: 'training' }];
    for (const run_id of runs) await wire('POST runs/log-inputs', { run_id, datasets: [{ dataset, tags }] });
    const expected = [{ experiment_id: '0', name: 'flights', digest: 'd1', context: 'training' }];
    const asked = { experiment_ids: ['0', '999'] };
    expect((await wire('POST experiments/search-datasets', asked)).body.dataset_summaries).toEqual(expected);
    const url = '/api/2.0mlflow/experiments/search-datasets';
    expect((await peil.app.inject({ method: 'POST', url, payload: asked })).json().dataset_summaries).toEqual(expected);
    expect((await wire('POST experiments/search-datasets', { experiment_ids: [] })).status).toBe(400);
  });
});
