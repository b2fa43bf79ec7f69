import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { type Wire, wireTo } from '../../../test/kit/wire.ts';

describeEachDatabase('models and data of runs over the protocol', (kit) => {
  let peil: TestPeil;
  let wire: Wire;
  let experiment_id: string;
  let run_id: string;
  let count = 0;
  beforeAll(async () => {
    peil = await kit.openPeil();
    wire = wireTo(peil);
  });
  beforeEach(async () => {
    experiment_id = (await wire('POST experiments/create', { name: `Models ${count++}` })).body.experiment_id;
    run_id = (await wire('POST runs/create', { experiment_id })).body.run.info.run_id;
  });
  afterAll(() => peil.close());

  const create = async (given: Readonly<Record<string, unknown>> = {}): Promise<string> => {
    peil.clock.advance(1000);
    const { body } = await wire('POST logged-models', { experiment_id, source_run_id: run_id, ...given });
    return body.model.info.model_id;
  };
  const get = async (id: string) => (await wire(`GET logged-models/${id}`)).body.model;

  test('DS1 a model is begun, its files come, and it is finished', async () => {
    const model_id = await create({
      name: 'forest',
      model_type: 'classifier',
      params: [{ key: 'depth', value: '3' }],
      tags: [{ key: 'team', value: 'north' }],
    });
    const begun = await get(model_id);
    expect(begun.info).toMatchObject({
      model_id: expect.stringMatching(/^m-[0-9a-f]{32}$/),
      experiment_id,
      name: 'forest',
      status: 'LOGGED_MODEL_PENDING',
      source_run_id: run_id,
      artifact_uri: `mlflow-artifacts:/${experiment_id}/models/${model_id}/artifacts`,
      tags: [{ key: 'team', value: 'north' }],
    });
    expect(begun.data).toEqual({ params: [{ key: 'depth', value: '3' }] });
    const url = `/api/2.0/mlflow-artifacts/artifacts/${experiment_id}/models/${model_id}/artifacts/data/MLmodel`;
    await peil.app.inject({ method: 'PUT', url, payload: 'flavors: {}' });
    const listed = async (artifact_directory_path: string) =>
      (await wire(`GET logged-models/${model_id}/artifacts/directories`, { artifact_directory_path })).body.files;
    expect(await listed('')).toEqual([{ path: 'data', is_dir: true }]);
    expect(await listed('data')).toEqual([{ path: 'data/MLmodel', is_dir: false, file_size: 11 }]);
    const finished = await wire(`PATCH logged-models/${model_id}`, { model_id, status: 'LOGGED_MODEL_READY' });
    expect(finished.body.model.info.status).toBe('LOGGED_MODEL_READY');
    expect((await wire(`PATCH logged-models/${model_id}`, { status: 3 })).body.model.info.status).toBe(
      'LOGGED_MODEL_UPLOAD_FAILED',
    );
    expect((await wire(`PATCH logged-models/${model_id}`, { status: 'DONE' })).status).toBe(400);
  });

  test('DS1 what is measured of a model stands with it, by the data it was measured on', async () => {
    const model_id = await create({ name: 'measured' });
    const point = { run_id, key: 'auc', timestamp: 1, model_id };
    const on = (dataset_name: string) => ({ dataset_name, dataset_digest: 'abc' });
    await wire('POST runs/log-metric', { ...point, value: 0.7, step: 1 });
    await wire('POST runs/log-metric', { ...point, value: 0.6, step: 0 });
    await wire('POST runs/log-batch', { run_id, metrics: [{ ...point, value: 0.9, ...on('test') }] });
    const measured = (await get(model_id)).data.metrics.map(
      ({ value, dataset_name }: { value: number; dataset_name?: string }) => [dataset_name, value],
    );
    expect(measured).toEqual([
      [undefined, 0.7],
      ['test', 0.9],
    ]);
    expect((await get(model_id)).data.metrics[0]).toMatchObject({ run_id, model_id });
    const unknown = await wire('POST runs/log-metric', { ...point, model_id: 'm-none', value: 1 });
    expect([unknown.status, unknown.body.error_code]).toEqual([404, 'RESOURCE_DOES_NOT_EXIST']);
    const found = async (asked: object) =>
      ((await wire('POST logged-models/search', { experiment_ids: [experiment_id], ...asked })).body.models ?? [])
        .length;
    expect(await found({ filter: 'metrics.auc > 0.8' })).toBe(1);
    expect(await found({ filter: 'metrics.auc > 0.8', datasets: [{ dataset_name: 'test' }] })).toBe(1);
    expect(await found({ filter: 'metrics.auc > 0.8', datasets: [on('train')] })).toBe(0);
    expect(await found({ datasets: [{ dataset_name: 'test' }] })).toBe(1);
    expect(await found({ datasets: [{ dataset_name: 'nothing of the sort' }] })).toBe(0);
  });

  test('DS1 models are found by what is known of them, the newest first', async () => {
    const first = await create({ name: 'a', params: [{ key: 'depth', value: '3' }] });
    const second = await create({ name: 'b', tags: [{ key: 'team', value: 'north' }] });
    await wire(`PATCH logged-models/${second}`, { status: 'LOGGED_MODEL_READY' });
    await wire('POST runs/log-metric', { run_id, key: 'auc', value: 1, timestamp: 1, model_id: first });
    const found = async (asked: object): Promise<string> =>
      ((await wire('POST logged-models/search', { experiment_ids: [experiment_id], ...asked })).body.models ?? [])
        .map(({ info }: { info: { name: string } }) => info.name)
        .join('');
    expect(await found({})).toBe('ba');
    expect(await found({ filter: "name = 'a'" })).toBe('a');
    expect(await found({ filter: "params.depth = '3'" })).toBe('a');
    expect(await found({ filter: "tags.team LIKE 'n%' AND status = 'READY'" })).toBe('b');
    expect(await found({ filter: `source_run_id = '${run_id}' AND creation_timestamp > 0` })).toBe('ba');
    expect(await found({ filter: `model_id IN ('${first}')` })).toBe('a');
    expect(await found({ order_by: [{ field_name: 'name', ascending: true }] })).toBe('ab');
    expect(await found({ order_by: [{ field_name: 'metrics.auc', ascending: false }] })).toBe('ab');
    expect(await found({ order_by: [{ field_name: 'metrics.val auc', ascending: true }] })).toBe('ba');
    expect(await found({ filter: "params.depth IN ('2', '3')" })).toBe('a');
    expect(await found({ filter: "tags.team NOT IN ('south')" })).toBe('b');
    expect(await found({ experiment_ids: [] })).toBe('');
    const page = (await wire('POST logged-models/search', { experiment_ids: [experiment_id], max_results: 1 })).body;
    expect(await found({ max_results: 1, page_token: page.next_page_token })).toBe('a');
    for (const filter of ['size > 3', "metrics.auc = 'x'", "datasets.name = 'x'"])
      expect((await wire('POST logged-models/search', { experiment_ids: [experiment_id], filter })).status).toBe(400);
  });

  test('DS1 tags and parameters of a model, and its end', async () => {
    const id = await create({ name: 'tagged' });
    const tags = [{ key: 'a', value: '1' }];
    expect((await wire(`PATCH logged-models/${id}/tags`, { tags })).body.model.info.tags).toEqual(tags);
    await wire(`POST logged-models/${id}/params`, { params: [{ key: 'depth', value: '3' }] });
    expect((await get(id)).data.params).toEqual([{ key: 'depth', value: '3' }]);
    expect((await wire(`DELETE logged-models/${id}/tags/a`)).status).toBe(200);
    expect((await wire(`DELETE logged-models/${id}/tags/a`)).status).toBe(404);
    expect((await wire(`DELETE logged-models/${id}`)).status).toBe(200);
    expect((await wire(`GET logged-models/${id}`)).status).toBe(404);
    expect((await wire(`GET logged-models/${id}`, { allow_deleted: true })).status).toBe(200);
    for (const name of ['a/b', 'a:b', 'a.b', 'a%b', 'a"b', "a'b"])
      expect((await wire('POST logged-models', { experiment_id, name })).status, name).toBe(400);
    expect((await wire('POST logged-models', { experiment_id: '999' })).status).toBe(404);
  });

  test('DS1 a run says what data and models it was given, and which it made, and is found by its data', async () => {
    const [given, made] = [await create({ name: 'given' }), await create({ name: 'made' })];
    const dataset = { name: 'flights', digest: '5a5c68bf', source_type: 'code', source: '{}', schema: '{}' };
    const tags = [{ key: 'mlflow.data.context', value: 'train' }];
    const inputs = { run_id, datasets: [{ dataset, tags }], models: [{ model_id: given }] };
    for (const _again of [1, 2]) expect((await wire('POST runs/log-inputs', inputs)).status).toBe(200);
    await wire('POST runs/outputs', { run_id, models: [{ model_id: made, step: '4' }] });
    const { run } = (await wire('GET runs/get', { run_id })).body;
    expect(run.inputs).toEqual({ dataset_inputs: [{ tags, dataset }], model_inputs: [{ model_id: given }] });
    expect(run.outputs).toEqual({ model_outputs: [{ model_id: made, step: 4 }] });
    const found = async (filter: string) =>
      ((await wire('POST runs/search', { experiment_ids: [experiment_id], filter })).body.runs ?? []).length;
    expect(await found("datasets.name = 'flights' and dataset.digest LIKE '5a%'")).toBe(1);
    expect(await found("datasets.context IN ('train', 'test')")).toBe(1);
    expect(await found("datasets.context NOT IN ('train')")).toBe(0);
    expect((await wire('POST runs/outputs', { run_id, models: [{ model_id: 'm-none' }] })).status).toBe(404);
    const long = { ...dataset, name: 'x'.repeat(501) };
    const refused = await wire('POST runs/log-inputs', { run_id, datasets: [{ dataset: long }] });
    expect([refused.status, refused.body.message]).toEqual([400, expect.stringContaining('500 characters')]);
    await wire('POST runs/delete', { run_id });
    expect((await wire('POST runs/log-inputs', inputs)).status).toBe(400);
  });

  test('DS1 clients before logged models note in the run what they have logged', async () => {
    const note = (model_json: string) => wire('POST runs/log-model', { run_id, model_json });
    for (const artifact_path of ['model', 'other'])
      expect((await note(JSON.stringify({ artifact_path, run_id }))).status).toBe(200);
    const { tags } = (await wire('GET runs/get', { run_id })).body.run.data;
    const history = tags.find(({ key }: { key: string }) => key === 'mlflow.log-model.history').value;
    expect(JSON.parse(history).map((each: { artifact_path: string }) => each.artifact_path)).toEqual([
      'model',
      'other',
    ]);
    for (const bad of ['[1]', 'no JSON', '3']) expect((await note(bad)).status, bad).toBe(400);
  });
});
