import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPeil } from '../../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../../test/kit/databases.ts';
import { bringFlights } from '../../../../test/kit/late-flights.ts';
import { inTeamMode } from '../../../../test/kit/people.ts';
import { type Sending, sendingTo } from '../../../../test/kit/sending.ts';
import { type Wire, wireTo } from '../../../../test/kit/wire.ts';

describeEachDatabase('a run is shown', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let wire: Wire;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
    wire = wireTo(peil);
  });
  afterAll(() => peil.close());

  const begin = async (experiment_id: string, more: object = {}): Promise<string> =>
    (await wire('POST runs/create', { experiment_id, start_time: 1_000, user_id: 'sam', ...more })).body.run.info
      .run_id;

  test('DS1 a run tells what was tried, by whom, on which data, and what came of it', async () => {
    const problemId: string = (await send('POST /api/problems', { title: 'Late flights' })).body.id;
    await bringFlights(peil, problemId);
    const tags = [{ key: 'peil.problem', value: problemId }];
    const { experiment_id } = (await wire('POST experiments/create', { name: 'Shown', tags })).body;
    const parent = await begin(experiment_id, { run_name: 'grid' });
    const run_id = await begin(experiment_id, {
      run_name: 'deep',
      tags: [
        { key: 'mlflow.parentRunId', value: parent },
        { key: 'peil.variant', value: 'NL' },
      ],
    });
    await wire('POST runs/log-batch', {
      run_id,
      metrics: [
        { key: 'auc', value: 0.9, timestamp: 5, step: 3 },
        { key: 'loss', value: 'NaN', timestamp: 5, step: 3 },
        { key: 'worst', value: '-Infinity', timestamp: 5, step: 3 },
      ],
      params: [{ key: 'depth', value: '8' }],
    });
    const use = [{ key: 'mlflow.data.context', value: 'training' }];
    const dataset = { name: 'Flights@1', digest: 'abc', source_type: 'code', source: '{}' };
    await wire('POST runs/log-inputs', { run_id, datasets: [{ tags: use, dataset }] });
    const given = { experiment_id, name: 'tree', model_type: 'sklearn', source_run_id: run_id };
    const { model_id } = (await wire('POST logged-models', given)).body.model.info;
    await wire('POST runs/outputs', { run_id, models: [{ model_id, step: 2 }] });
    await wire('POST runs/update', { run_id, status: 'FINISHED', end_time: 61_000 });

    const { status, body } = await send(`GET /api/runs/${run_id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: run_id,
      name: 'deep',
      status: 'FINISHED',
      isDeleted: false,
      problemId,
      startedAt: 1_000,
      endedAt: 61_000,
      clientUser: 'sam',
      experiment: { id: experiment_id, name: 'Shown' },
      variant: { id: null, name: 'NL' },
      params: [{ key: 'depth', value: '8' }],
      metrics: [
        { key: 'auc', value: 0.9, word: null, step: 3, at: 5 },
        { key: 'loss', value: null, word: 'NaN' },
        { key: 'worst', value: null, word: '-Infinity' },
      ],
      data: [{ name: 'Flights@1', digest: 'abc', context: 'training', version: { name: 'Flights, version 1' } }],
      modelsIn: [],
      modelsOut: [{ id: model_id, name: 'tree', modelType: 'sklearn', status: 'PENDING', step: 2 }],
      parent: { id: parent, name: 'grid', status: 'RUNNING' },
      children: [],
      childCount: 0,
    });
    const above = (await send(`GET /api/runs/${parent}`)).body;
    expect(above).toMatchObject({ parent: null, childCount: 1, children: [{ id: run_id, name: 'deep' }] });
    expect(above.data).toEqual([]);
  });

  test('DS1 a run that there is not, or in a problem that one may not know of, is told alike', async () => {
    const unknown = await send('GET /api/runs/nothing');
    expect([unknown.status, unknown.body.error.code]).toEqual([404, 'tracking.run_not_found']);
    const { experiment_id } = (await wire('POST experiments/create', { name: 'In the inbox' })).body;
    const { body } = await send(`GET /api/runs/${await begin(experiment_id)}`);
    expect(body).toMatchObject({ problemId: null, variant: null, data: [], metrics: [], endedAt: null });
  });
});

test('DS1 who may not read a problem sees no run of it', async () => {
  const team = await inTeamMode();
  try {
    const problemId = await team.openProblem({ private: true });
    const insider = await team.signIn('Insider', { problemRoles: { [problemId]: ['data_scientist'] } });
    const outsider = await team.signIn('Outsider');
    const wire = wireTo(team, { cookie: insider.cookie });
    const tags = [{ key: 'peil.problem', value: problemId }];
    const { experiment_id } = (await wire('POST experiments/create', { name: 'Secret', tags })).body;
    const { run_id } = (await wire('POST runs/create', { experiment_id })).body.run.info;
    await wire('POST runs/log-metric', { run_id, key: 'auc', value: 1, timestamp: 1 });
    for (const path of ['', '/metrics/chart?key=auc', '/metrics/points?key=auc']) {
      const request = { method: 'GET', url: `/api/runs/${run_id}${path}` } as const;
      expect([(await insider.inject(request)).statusCode, (await outsider.inject(request)).statusCode]).toEqual([
        200, 404,
      ]);
    }
  } finally {
    await team.close();
  }
});
