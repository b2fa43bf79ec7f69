import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestPeil, type TestPeil } from '../../../test/kit/app.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { type Wire, wireTo } from '../../../test/kit/wire.ts';

let peil: TestPeil;
let send: Sending;
let wire: Wire;
let run_id: string;
beforeAll(async () => {
  peil = await openTestPeil();
  send = sendingTo(peil);
  wire = wireTo(peil);
  run_id = (await wire('POST runs/create', {})).body.run.info.run_id;
  await wire('POST registered-models/create', { name: 'late' });
});
afterAll(() => peil.close());

const put = (path: string, payload: string) =>
  peil.app.inject({
    method: 'PUT',
    url: `/api/2.0/mlflow-artifacts/artifacts/0/${run_id}/artifacts/${path}`,
    payload,
  });
const register = (source = `runs:/${run_id}/model`) =>
  wire('POST model-versions/create', { name: 'late', source, run_id });
const ofRun = (path: string) => send(`GET /api/runs/${run_id}/artifacts/model?path=${path}`);
const ofVersion = (number: string) => send(`GET /api/registered-models/late/versions/${number}/model`);

test('DS4 a run and a version say what their model takes; the version as it was registered', async () => {
  const written = (column: string) =>
    `flavors:\n  sklearn: {}\nsignature:\n  inputs: '[{"type":"double","name":"${column}"}]'\n`;
  await put('model/MLmodel', written('distance'));
  await put('model/requirements.txt', 'numpy==2.4.6\n');
  await register();
  await put('model/MLmodel', written('carrier'));
  const { status, body } = await ofRun('model/MLmodel');
  expect([status, body.signature.inputs[0].name, body.requirements]).toEqual([200, 'carrier', ['numpy==2.4.6']]);
  expect((await ofVersion('1')).body.description).toMatchObject({
    flavors: [{ name: 'sklearn', settings: [] }],
    signature: { inputs: [{ name: 'distance', type: 'double' }] },
    requirements: ['numpy==2.4.6'],
  });
});

test('DS4 what has no such file says so, and what cannot be read is refused', async () => {
  await register(`runs:/${run_id}/nowhere`);
  await wire('POST model-versions/create', { name: 'late', source: 's3://bucket/model' });
  for (const number of ['2', '3']) expect((await ofVersion(number)).body).toEqual({ description: null });
  expect((await ofVersion('9')).status).toBe(404);
  expect((await ofVersion('x')).status).toBe(400);
  await put('bad/MLmodel', 'a: [');
  const bombs = Array.from({ length: 9 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at},`.repeat(9)}]`);
  await put('bomb/MLmodel', ['a0: &a0 [x]', ...bombs].join('\n'));
  for (const path of ['bad/MLmodel', 'bomb/MLmodel']) expect((await ofRun(path)).status, path).toBe(422);
  await put('large/MLmodel', 'x'.repeat(400_001));
  expect((await ofRun('large/MLmodel')).status).toBe(422);
  expect((await ofRun('model/requirements.txt')).status).toBe(422);
  expect((await ofRun('model/nothing/MLmodel')).status).toBe(404);
  expect((await ofRun('..%2fMLmodel')).status).toBe(400);
});
