import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { type Wire, wireTo } from '../../../test/kit/wire.ts';

const proxy = '/api/2.0/mlflow-artifacts/artifacts';

describeEachDatabase('what a registered version stands on', (kit) => {
  let peil: TestPeil;
  let wire: Wire;
  let run_id: string;
  let name: string;
  let count = 0;
  beforeAll(async () => {
    peil = await kit.openPeil();
    wire = wireTo(peil);
  });
  beforeEach(async () => {
    name = `Kept ${count++}`;
    run_id = (await wire('POST runs/create', {})).body.run.info.run_id;
    await wire('POST registered-models/create', { name });
    for (const [path, text] of [
      ['model/MLmodel', 'first'],
      ['model/code/ë😀.py', 'code'],
      ['models/other', 'of another'],
    ] as const)
      await put(path, `${text} of ${run_id}`);
  });
  afterAll(() => peil.close());

  const at = (path: string) => `${proxy}/0/${run_id}/artifacts/${encodeURI(path)}`;
  const put = async (path: string, payload: string) =>
    (await peil.app.inject({ method: 'PUT', url: at(path), payload })).statusCode;
  const register = async (source = `runs:/${run_id}/model`, more: object = { run_id }) => {
    const { status, body } = await wire('POST model-versions/create', { name, source, ...more });
    expect(status, JSON.stringify(body)).toBe(200);
    return body.model_version.version as string;
  };
  const placeOf = async (version: string): Promise<string> =>
    (await wire('GET model-versions/get-download-uri', { name, version })).body.artifact_uri.replace(
      'mlflow-artifacts:/',
      '',
    );
  const ask = (method: 'GET' | 'DELETE' | 'PUT', place: string) =>
    peil.app.inject({ method, url: `${proxy}/${encodeURI(place)}`, ...(method === 'PUT' ? { payload: 'x' } : {}) });
  const read = async (place: string) => {
    const { statusCode, body } = await ask('GET', place);
    return statusCode === 200 ? body : statusCode;
  };
  const files = async () =>
    (await peil.app.inject(`/api/registered-models/${encodeURIComponent(name)}`))
      .json()
      .versions.map((version: { files: unknown }) => version.files);

  test('DS4 a version keeps its files when a client writes over them, and tells that they have changed', async () => {
    const place = await placeOf(await register());
    expect(await files()).toEqual([{ count: 2, size_bytes: expect.any(Number), changed: 0 }]);
    expect(await put('model/MLmodel', 'second')).toBe(200);
    expect(await put('model/later.txt', 'later')).toBe(200);
    await peil.services.jobs.runDue();
    expect(await read(`${place}/MLmodel`)).toBe(`first of ${run_id}`);
    expect(await read(`${place}/code/ë😀.py`)).toBe(`code of ${run_id}`);
    expect([await read(`${place}/later.txt`), await read(`${place}/other`)]).toEqual([404, 404]);
    expect(await read(`0/${run_id}/artifacts/model/MLmodel`)).toBe('second');
    const second = await placeOf(await register());
    expect(await read(`${second}/MLmodel`)).toBe('second');
    expect(await files()).toMatchObject([
      { count: 3, changed: 0 },
      { count: 2, changed: 1 },
    ]);
    const listed = (await peil.app.inject(`${proxy}?path=${encodeURIComponent(place)}`)).json().files;
    expect(listed.map(({ path }: { path: string }) => path)).toEqual(['MLmodel', 'code']);
    const whole = (await wire('GET model-versions/get', { name, version: '1' })).body.model_version;
    expect(whole).toMatchObject({ source: `runs:/${run_id}/model`, run_id });
  });

  test('DS4 nobody writes or removes what a version keeps, in one or in parts', async () => {
    const place = await placeOf(await register());
    for (const path of [place, `${place}/MLmodel`, `${place}/new`, place.split('/').slice(0, 3).join('/')])
      for (const method of ['PUT', 'DELETE'] as const) {
        const { statusCode, body } = await ask(method, path);
        expect(statusCode, `${method} ${path}`).toBe(400);
        expect(body).toContain('stay as they were registered');
      }
    const url = `/api/2.0/mlflow-artifacts/mpu/create/${place}`;
    const parts = await peil.app.inject({ method: 'POST', url, payload: { path: 'MLmodel', num_parts: 1 } });
    expect(parts.statusCode).toBe(400);
    expect(await read(`${place}/MLmodel`)).toBe(`first of ${run_id}`);
  });

  test('DS4 a copy of a version has the files of that version, whatever becomes of it', async () => {
    await register();
    await put('model/MLmodel', 'second');
    const copied = await register(`models:/${name}/1`, {});
    const place = await placeOf(copied);
    expect(await files()).toMatchObject([
      { count: 2, changed: 1 },
      { count: 2, changed: 1 },
    ]);
    await wire('DELETE model-versions/delete', { name, version: '1' });
    await peil.services.jobs.runDue();
    expect(await read(`${place}/MLmodel`)).toBe(`first of ${run_id}`);
    await wire('DELETE registered-models/delete', { name });
    await peil.services.jobs.runDue();
    expect(await read(`${place}/MLmodel`)).toBe(404);
  });

  test('DS4 a logged model is kept too, one file alone as well, and where no file is nothing is kept', async () => {
    const { info } = (await wire('POST logged-models', { experiment_id: '0', name: 'tree', source_run_id: run_id }))
      .body.model;
    const own = info.artifact_uri.replace('mlflow-artifacts:/', '');
    await peil.app.inject({ method: 'PUT', url: `${proxy}/${own}/MLmodel`, payload: 'of the model' });
    const ofModel = await placeOf(await register(`models:/${info.model_id}`, { model_id: info.model_id }));
    await peil.app.inject({ method: 'PUT', url: `${proxy}/${own}/MLmodel`, payload: 'another' });
    expect(await read(`${ofModel}/MLmodel`)).toBe('of the model');
    const alone = await placeOf(await register(`runs:/${run_id}/models/other`));
    expect(await read(alone)).toBe(`of another of ${run_id}`);
    const nothing = await placeOf(await register(`runs:/${run_id}/nowhere`));
    expect(nothing).toBe(`0/${run_id}/artifacts/nowhere`);
    expect(await files()).toMatchObject([null, { count: 1 }, { count: 1, changed: 1 }]);
  });
});
