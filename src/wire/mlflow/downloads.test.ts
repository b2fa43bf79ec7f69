import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode } from '../../../test/kit/people.ts';
import { type Wire, wireTo } from '../../../test/kit/wire.ts';

describeEachDatabase('one file of a run, a version or a model', (kit) => {
  let peil: TestPeil;
  let wire: Wire;
  let run_id: string;
  let model_id: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    wire = wireTo(peil);
    run_id = (await wire('POST runs/create', {})).body.run.info.run_id;
    ({ model_id } = (await wire('POST logged-models', { experiment_id: '0' })).body.model.info);
    await send('model/MLmodel', 'flavors: {}');
    const url = `/api/2.0/mlflow-artifacts/artifacts/0/models/${model_id}/artifacts/MLmodel`;
    await peil.app.inject({ method: 'PUT', url, payload: 'of a model' });
    await wire('POST registered-models/create', { name: 'Flights' });
    await wire('POST model-versions/create', { name: 'Flights', source: `runs:/${run_id}/model`, run_id });
  });
  afterAll(() => peil.close());

  const upload = '/ajax-api/2.0/mlflow/upload-artifact';
  const send = async (path: string, payload: string | Buffer) => {
    const url = `${upload}?${new URLSearchParams({ run_uuid: run_id, path })}`;
    const headers = { 'content-type': 'text/plain' };
    return (await peil.app.inject({ method: 'POST', url, payload, headers })).statusCode;
  };
  const get = (path: string, query: Readonly<Record<string, string>>) =>
    peil.app.inject({ method: 'GET', url: `${path}?${new URLSearchParams(query)}` });

  test('DS1 a page downloads what a run, a version and a model hold, and no browser runs it', async () => {
    const ofModel = `/ajax-api/2.0/mlflow/logged-models/${model_id}/artifacts/files`;
    const answers = [
      await get('/get-artifact', { run_id, path: 'model/MLmodel' }),
      await get('/get-artifact', { run_uuid: run_id, path: 'model/MLmodel' }),
      await get('/model-versions/get-artifact', { name: 'Flights', version: '1', path: 'MLmodel' }),
      await get(ofModel, { artifact_file_path: 'MLmodel' }),
    ];
    expect(answers.map(({ statusCode, body }) => [statusCode, body])).toEqual([
      [200, 'flavors: {}'],
      [200, 'flavors: {}'],
      [200, 'flavors: {}'],
      [200, 'of a model'],
    ]);
    for (const { headers } of answers)
      expect(headers).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-disposition': expect.stringContaining('attachment'),
        'content-security-policy': expect.stringContaining('sandbox'),
      });
  });

  test('DS1 what is not there, not given or too large is refused', async () => {
    expect((await get('/get-artifact', { run_id, path: 'nothing' })).statusCode).toBe(404);
    expect((await get('/get-artifact', { run_id: 'unknown', path: 'a' })).statusCode).toBe(404);
    expect((await get('/get-artifact', { run_id })).statusCode).toBe(400);
    expect((await get('/get-artifact', { path: 'a' })).statusCode).toBe(400);
    expect((await get('/model-versions/get-artifact', { name: 'Flights', path: 'a' })).statusCode).toBe(400);
    expect(await send('large.bin', Buffer.alloc(10 * 1024 * 1024 + 1))).toBe(413);
    expect(await send('', 'a')).toBe(400);
    const elsewhere = { name: 'Elsewhere', artifact_location: 's3://bucket/place' };
    const { experiment_id } = (await wire('POST experiments/create', elsewhere)).body;
    const outside = (await wire('POST runs/create', { experiment_id })).body.run.info.run_id;
    expect((await get('/get-artifact', { run_id: outside, path: 'a' })).json().message).toContain('s3://bucket/place');
  });

  test.each(['../../x', '..%2f..%2fx', '%2e%2e/x', '/etc/passwd', 'a/../../x', 'a\\..\\x', 'C:\\x', 'a#b', 'a\nb'])(
    'DS1 a path that leads elsewhere is refused: %j',
    async (path) => {
      expect((await get('/get-artifact', { run_id, path })).statusCode).toBe(400);
      expect((await get('/model-versions/get-artifact', { name: 'Flights', version: '1', path })).statusCode).toBe(400);
      const ofModel = `/ajax-api/2.0/mlflow/logged-models/${model_id}/artifacts/files`;
      expect((await get(ofModel, { artifact_file_path: path })).statusCode).toBe(400);
      expect(await send(path, 'hostile')).toBe(400);
    },
  );
});

test('RM3 files of runs are for who is signed in', async () => {
  const team = await inTeamMode();
  for (const [method, url] of [
    ['GET', '/get-artifact?run_id=a&path=b'],
    ['GET', '/model-versions/get-artifact?name=a&version=1&path=b'],
    ['GET', '/ajax-api/2.0/mlflow/logged-models/m-1/artifacts/files?artifact_file_path=b'],
    ['POST', '/ajax-api/2.0/mlflow/upload-artifact?run_uuid=a&path=b'],
  ] as const)
    expect((await team.app.inject({ method, url })).statusCode, url).toBe(401);
  await team.close();
});
