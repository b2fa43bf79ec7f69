import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../../test/kit/databases.ts';
import { inTeamMode } from '../../../../test/kit/people.ts';
import { type Wire, wireTo } from '../../../../test/kit/wire.ts';
import { asking } from '../../../../test/kit/written-problem.ts';
import { createProblem } from '../../formulation/contract.ts';
import { type DeletedRuns, eraseDeletedInInbox, restoreDeletedRuns } from '../contract.ts';
import { trackingDb } from '../tables.ts';

const day_ms = 86_400_000;

describeEachDatabase('what was deleted, erased for good', (kit) => {
  let peil: TestPeil;
  let wire: Wire;
  let problemId: string;
  let experiment_id: string;
  let count = 0;
  beforeAll(async () => {
    peil = await kit.openPeil();
    wire = wireTo(peil);
  });
  beforeEach(async () => {
    problemId = (await asking(peil, createProblem, { body: { title: `Late flights ${count}` } })).id;
    experiment_id = await begin(`Flights ${count++}`);
  });
  afterAll(() => peil.close());

  const begin = async (name: string): Promise<string> => {
    const tags = [{ key: 'peil.problem', value: problemId }];
    return (await wire('POST experiments/create', { name, tags })).body.experiment_id;
  };
  const train = async (of = experiment_id): Promise<string> => {
    const { run_id } = (await wire('POST runs/create', { experiment_id: of })).body.run.info;
    const metrics = [1, 2, 3].map((step) => ({ key: 'loss', value: step, timestamp: step, step }));
    await wire('POST runs/log-batch', { run_id, metrics, params: [{ key: 'depth', value: '3' }] });
    const dataset = { name: 'flights', digest: 'd1', source_type: 'code', source: '{}' };
    await wire('POST runs/log-inputs', { run_id, datasets: [{ dataset }] });
    await put(`${of}/${run_id}/artifacts/model/MLmodel`, `of ${run_id}`);
    return run_id;
  };
  const put = async (path: string, payload: string) => {
    const url = `/api/2.0/mlflow-artifacts/artifacts/${path}`;
    expect((await peil.app.inject({ method: 'PUT', url, payload })).statusCode).toBe(200);
  };
  const listed = async (olderThanDays = 0): Promise<DeletedRuns> =>
    (await peil.app.inject(`/api/problems/${problemId}/deleted-runs?olderThanDays=${olderThanDays}`)).json();
  const erase = async (body: object = {}) => {
    const url = `/api/problems/${problemId}/deleted-runs/erase`;
    const answer = await peil.app.inject({ method: 'POST', url, payload: body });
    await peil.services.jobs.runDue();
    return answer;
  };
  const blobs = async (): Promise<number> => {
    const folder = join(peil.services.config.dataFolder, 'blobs', 'sha256');
    return (await readdir(folder, { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name)).length;
  };
  const status = async (run_id: string) => (await wire('GET runs/get', { run_id })).status;

  test('DS1 a deleted experiment goes with its runs, models and files, and its name is free again', async () => {
    const before = await blobs();
    const run_id = await train();
    const { model_id } = (await wire('POST logged-models', { experiment_id, source_run_id: run_id })).body.model.info;
    await put(`${experiment_id}/models/${model_id}/artifacts/MLmodel`, `of ${model_id}`);
    const metrics = [{ key: 'auc', value: 1, timestamp: 1, model_id }];
    await wire('POST runs/log-batch', { run_id, metrics });
    await wire('POST runs/outputs', { run_id, models: [{ model_id, step: 1 }] });
    const name = `Flights ${count - 1}`;
    expect((await wire('POST experiments/create', { name })).status).toBe(400);
    await wire('POST experiments/delete', { experiment_id });
    const { experiments, runs, totals } = await listed();
    expect([experiments.map((each) => each.name), runs]).toEqual([[name], []]);
    expect(totals).toMatchObject({
      experiments: 1,
      runs: 1,
      models: 1,
      files: 2,
      size_bytes: 3 + 32 + 3 + 34,
      held: 0,
    });
    const answer = await erase();
    expect([answer.statusCode, answer.json().runs]).toEqual([202, 1]);
    expect((await listed()).totals).toMatchObject({ experiments: 0, runs: 0, models: 0, files: 0 });
    expect([await status(run_id), (await wire('GET experiments/get', { experiment_id })).status]).toEqual([404, 404]);
    expect((await wire('POST experiments/create', { name })).status).toBe(200);
    expect(await blobs()).toBe(before);
    const on = trackingDb(peil.services.database.reader);
    for (const table of [
      'run_metric',
      'run_param',
      'run_tag',
      'run_dataset',
      'run_model',
      'logged_model_metric',
    ] as const)
      expect(await on.selectFrom(table).select('run_id').where('run_id', '=', run_id).execute(), table).toEqual([]);
    const points = await on
      .selectFrom('metric_point')
      .select('metric_id')
      .where('metric_id', 'not in', on.selectFrom('run_metric').select('id'))
      .execute();
    expect(points).toEqual([]);
  });

  test('DS1 only what was deleted long enough ago goes, and what is named', async () => {
    const [old, young, kept] = [await train(), await train(), await train()];
    await wire('POST runs/delete', { run_id: old });
    peil.clock.advance(10 * day_ms);
    await wire('POST runs/delete', { run_id: young });
    expect((await listed(7)).runs.map(({ id }) => id)).toEqual([old]);
    await erase({ olderThanDays: 7 });
    expect([await status(old), await status(young), await status(kept)]).toEqual([404, 200, 200]);
    const named = await erase({ only: { runIds: [kept] } });
    expect([named.statusCode, named.json().error.code]).toEqual([409, 'tracking.nothing_deleted']);
    await erase({ only: { runIds: [young] } });
    expect([await status(young), await status(kept)]).toEqual([404, 200]);
  });

  test('DS1 the files go of a place that its experiment gave it, also where letters of it are two for JavaScript', async () => {
    const next = Number(experiment_id) + 1;
    const tags = [{ key: 'peil.problem', value: problemId }];
    const asked = { name: `Own ${count}`, artifact_location: `mlflow-artifacts:/${next}/shared/🗃 𝒷akje`, tags };
    expect((await wire('POST experiments/create', asked)).body.experiment_id).toBe(String(next));
    const run = (await wire('POST runs/create', { experiment_id: String(next) })).body.run.info;
    const before = await blobs();
    await put(encodeURI(`${run.artifact_uri.replace('mlflow-artifacts:/', '')}/curve.txt`), 'low and high');
    expect(await blobs()).toBe(before + 1);
    await wire('POST runs/delete', { run_id: run.run_id });
    await erase();
    expect([await status(run.run_id), await blobs()]).toEqual([404, before]);
  });

  test('DS4 what a version of a registered model stands on stays, and that is said', async () => {
    const [stood, free] = [await train(), await train()];
    const name = `Registered ${count}`;
    await wire('POST registered-models/create', { name });
    await wire('POST model-versions/create', { name, source: `runs:/${stood}/model`, run_id: stood });
    for (const run_id of [stood, free]) await wire('POST runs/delete', { run_id });
    const { runs, totals } = await listed();
    expect(runs.find(({ id }) => id === stood)?.holds).toEqual([`version 1 of the model ${name}`]);
    expect(totals.held).toBe(1);
    const refused = await erase({ only: { runIds: [stood] } });
    expect([refused.statusCode, refused.json().error.message]).toEqual([
      409,
      expect.stringContaining(`version 1 of the model ${name}`),
    ]);
    await erase();
    expect([await status(stood), await status(free)]).toEqual([200, 404]);
    const url = `/api/2.0/mlflow-artifacts/artifacts/${experiment_id}/${stood}/artifacts/model`;
    expect((await peil.app.inject({ method: 'DELETE', url })).statusCode).toBe(400);
    await wire('POST experiments/delete', { experiment_id });
    await erase();
    expect((await wire('GET experiments/get', { experiment_id })).status).toBe(200);
    await wire('DELETE model-versions/delete', { name, version: '1' });
    await erase();
    expect((await wire('GET experiments/get', { experiment_id })).status).toBe(404);
  });

  test('DS1 an id that no experiment has is no experiment, however it is written', async () => {
    await wire('POST experiments/delete', { experiment_id });
    const answer = await erase({ only: { experimentIds: ['ten', '1e3', '99999999999'] } });
    expect([answer.statusCode, answer.json().error.code]).toEqual([409, 'tracking.nothing_deleted']);
    expect((await listed()).totals.experiments).toBe(1);
  });

  test('DS1 what was deleted comes back whole', async () => {
    const run_id = await train();
    const { model_id } = (await wire('POST logged-models', { experiment_id })).body.model.info;
    await wire('POST runs/delete', { run_id });
    await wire(`DELETE logged-models/${model_id}`);
    expect((await listed()).models.map(({ id }) => id)).toEqual([model_id]);
    await asking(peil, restoreDeletedRuns, {
      params: { problemId },
      body: { experimentIds: [], runIds: [run_id], modelIds: [model_id] },
    });
    expect((await listed()).totals).toMatchObject({ runs: 0, models: 0 });
    expect((await wire('GET metrics/get-history', { run_id, metric_key: 'loss' })).body.metrics).toHaveLength(3);
    expect((await wire(`GET logged-models/${model_id}`)).status).toBe(200);
    await wire('POST experiments/delete', { experiment_id });
    const body = { experimentIds: [experiment_id], runIds: [], modelIds: [] };
    await asking(peil, restoreDeletedRuns, { params: { problemId }, body });
    expect((await wire('GET runs/get', { run_id })).body.run.info.lifecycle_stage).toBe('active');
    const elsewhere = (await asking(peil, createProblem, { body: { title: 'Another' } })).id;
    await wire('POST runs/delete', { run_id });
    const url = `/api/problems/${elsewhere}/deleted-runs/restore`;
    expect((await peil.app.inject({ method: 'POST', url, payload: { runIds: [run_id] } })).statusCode).toBe(404);
  });

  test('DS1 many runs go in several transactions, each told in the trail by count and names', async () => {
    for (let each = 0; each < 120; each++) await wire('POST runs/create', { experiment_id, run_name: `run ${each}` });
    await wire('POST experiments/delete', { experiment_id });
    const told: unknown[] = [];
    peil.services.events.inTransaction(async (_db, events) => {
      for (const { type, data } of events)
        if (type === 'run.erased') told.push(data['count'], (data['names'] as []).length);
    });
    await erase();
    expect(told).toEqual([50, 50, 50, 50, 20, 20]);
  });

  test('DS1 the experiment Default stays, and what was deleted in the inbox goes', async () => {
    const { run_id } = (await wire('POST runs/create', {})).body.run.info;
    await wire('POST experiments/delete', { experiment_id: '0' });
    await asking(peil, eraseDeletedInInbox, { body: { olderThanDays: 0 } });
    await peil.services.jobs.runDue();
    expect(await status(run_id)).toBe(404);
    expect((await wire('POST experiments/restore', { experiment_id: '0' })).status).toBe(200);
  });
});

test('RM3 only who builds erases for good, and in the inbox the administrator alone', async () => {
  const team = await inTeamMode();
  const { id } = await asking(team, createProblem, {
    body: { title: 'Late flights' },
    headers: { cookie: team.admin.cookie },
  });
  const member = await team.signIn('Member');
  const ask = async (url: string, cookie: string) =>
    (await team.app.inject({ method: 'POST', url, payload: {}, headers: { cookie } })).statusCode;
  expect(await ask(`/api/problems/${id}/deleted-runs/erase`, member.cookie)).toBe(403);
  expect(await ask('/api/inbox/deleted-runs/erase', member.cookie)).toBe(403);
  await team.close();
});
