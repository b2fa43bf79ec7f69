import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestPeil, type TestPeil } from '../../../test/kit/app.ts';
import { type Wire, wireTo } from '../../../test/kit/wire.ts';

let peil: TestPeil;
let wire: Wire;
let around: string;
let experiment_id: string;
let run_id: string;
beforeAll(async () => {
  around = await mkdtemp(join(tmpdir(), 'peil artifacts-'));
  const root = join(around, 'mlruns');
  peil = await openTestPeil({ artifactRoot: pathToFileURL(root).href });
  wire = wireTo(peil);
  experiment_id = (await wire('POST experiments/create', { name: 'Outside' })).body.experiment_id;
  run_id = (await wire('POST runs/create', { experiment_id })).body.run.info.run_id;
  const folder = join(root, experiment_id, run_id, 'artifacts');
  await mkdir(join(folder, 'model'), { recursive: true });
  await writeFile(join(folder, 'model', 'MLmodel'), '0123456789');
  await writeFile(join(around, 'secret'), 'secret');
  await mkdir(join(root, '77'), { recursive: true });
  await writeFile(join(root, '77', 'of-another'), 'secret');
  await symlink(join(around, 'secret'), join(folder, 'link'));
  await symlink(around, join(folder, 'folder'));
  await symlink(join(root, '77'), join(folder, 'beside'));
});
afterAll(async () => {
  await peil.close();
  await rm(around, { recursive: true, force: true });
});

const get = (path: string, of = run_id, headers = {}) =>
  peil.app.inject({ url: `/get-artifact?${new URLSearchParams({ run_id: of, path })}`, headers });

test('DS1 artifacts of new experiments go where the server was told, and Peil lists and reads them there', async () => {
  const { info } = (await wire('GET runs/get', { run_id })).body.run;
  expect(info.artifact_uri).toBe(`${pathToFileURL(join(around, 'mlruns')).href}/${experiment_id}/${run_id}/artifacts`);
  const list = async (path: string) => (await wire('GET artifacts/list', { run_id, path })).body.files;
  expect(await list('')).toEqual([{ path: 'model', is_dir: true }]);
  expect(await list('model')).toEqual([{ path: 'model/MLmodel', is_dir: false, file_size: 10 }]);
  expect((await get('model/MLmodel')).body).toBe('0123456789');
  const part = await get('model/MLmodel', run_id, { range: 'bytes=2-4' });
  expect([part.statusCode, part.body, part.headers['content-disposition']]).toEqual([
    206,
    '234',
    expect.stringContaining('attachment'),
  ]);
  expect([(await get('model')).statusCode, (await get('nothing')).statusCode]).toEqual([404, 404]);
});

test.each([
  'link',
  'folder/secret',
  'beside/of-another',
  '../../../../secret',
  '..%2f..%2fx',
  '%2e%2e/x',
  '/etc/passwd',
])('DS1 nothing outside of the folder of the experiment is read, by link or by path: %s', async (path) => {
  const answer = await get(path);
  expect([400, 404]).toContain(answer.statusCode);
  expect(answer.body).not.toMatch(/^secret/);
  const listed = await wire('GET artifacts/list', { run_id, path });
  expect(listed.body.files ?? []).toEqual([]);
});

test('DS1 an experiment that names a place of its own opens nothing on this machine by that', async () => {
  for (const place of ['file:///etc', pathToFileURL(around).href, `${pathToFileURL(join(around, 'mlruns')).href}/..`]) {
    const given = { name: `At ${place}`, artifact_location: place };
    const made = await wire('POST experiments/create', given);
    const run = (await wire('POST runs/create', { experiment_id: made.body.experiment_id })).body.run.info.run_id;
    expect((await get('passwd', run)).statusCode).toBe(400);
    expect((await wire('GET artifacts/list', { run_id: run })).status).toBe(400);
  }
});
