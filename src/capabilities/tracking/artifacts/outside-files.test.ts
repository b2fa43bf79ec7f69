import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestPeil, type TestPeil } from '../../../../test/kit/app.ts';
import { openParquetKit } from '../../../../test/kit/parquet.ts';
import { type Sending, sendingTo } from '../../../../test/kit/sending.ts';
import { wireTo } from '../../../../test/kit/wire.ts';

let peil: TestPeil;
let send: Sending;
let around: string;
let run_id: string;
let model_id: string;
beforeAll(async () => {
  around = await mkdtemp(join(tmpdir(), 'peil-outside-'));
  peil = await openTestPeil({ artifactRoot: pathToFileURL(join(around, 'mlruns')).href });
  send = sendingTo(peil);
  const wire = wireTo(peil);
  const { experiment_id } = (await wire('POST experiments/create', { name: 'Outside' })).body;
  const { info } = (await wire('POST runs/create', { experiment_id })).body.run;
  run_id = info.run_id;
  const given = { experiment_id, name: 'tree', source_run_id: run_id };
  const model = (await wire('POST logged-models', given)).body.model.info;
  model_id = model.model_id;
  await wire('POST runs/outputs', { run_id, models: [{ model_id, step: 0 }] });
  const put = async (uri: string, content: string | Buffer) => {
    const path = fileURLToPath(uri);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  };
  await put(`${info.artifact_uri}/plots/a%20curve.txt`, 'low and high');
  await put(`${model.artifact_uri}/MLmodel`, 'flavors: {}');
  const parquet = await openParquetKit();
  const made = await parquet.write("select range as id, 'a' || range as label from range(70)");
  await put(`${info.artifact_uri}/rows.parquet`, await readFile(made.parquet[0] ?? ''));
  await put(pathToFileURL(join(around, 'secret.parquet')).href, await readFile(made.parquet[0] ?? ''));
  await parquet.close();
  await symlink(join(around, 'secret.parquet'), fileURLToPath(`${info.artifact_uri}/link.parquet`));
});
afterAll(async () => {
  await peil.close();
  await rm(around, { recursive: true, force: true });
});

const list = async (query = '') => (await send(`GET /api/runs/${run_id}/artifacts${query}`)).body;
const table = (path: string) => send(`GET /api/runs/${run_id}/artifacts/table?path=${path}`);

const copies = async (): Promise<number> => {
  const names = await readdir(join(peil.services.config.dataFolder, 'blobs', 'sha256'), { recursive: true });
  return names.filter((name) => /[0-9a-f]{64}$/.test(name)).length;
};

test('DS1 files that clients keep in a folder of their own are listed, each with an address that gives it', async () => {
  const { isHere, entries } = await list();
  expect([isHere, entries.map(({ path }: { path: string }) => path)]).toEqual([true, ['plots', 'rows.parquet']]);
  const [file] = (await list('?path=plots')).entries;
  expect(file).toMatchObject({ path: 'plots/a curve.txt', size_bytes: 12 });
  const given = await peil.app.inject({ url: file.download, headers: { range: 'bytes=0-2' } });
  expect([given.statusCode, given.body]).toEqual([206, 'low']);
  const [mlmodel] = (await list(`?modelId=${model_id}`)).entries;
  expect((await peil.app.inject(mlmodel.download)).body).toBe('flavors: {}');
  expect((await send(`GET /api/runs/${run_id}/artifacts?path=../x`)).status).toBe(400);
});

test('DS1 a table there is shown by its first rows, and its copy goes after a day', async () => {
  const { status, body } = await table('rows.parquet');
  expect([status, body.rows?.length, body.rows?.[1]]).toEqual([200, 50, ['1', 'a1']]);
  expect(await copies()).toBe(1);
  expect((await table('rows.parquet')).body).toEqual(body);
  expect(await copies()).toBe(1);
  peil.clock.advance(25 * 3_600_000);
  await peil.services.jobs.runDue();
  expect(await copies()).toBe(0);
  expect((await table('rows.parquet')).body).toEqual(body);
});

test('DS1 a run whose files lie there has its code by them, on its page and in the table, and a link there says nothing', async () => {
  const problemId: string = (await send('POST /api/problems', { title: 'Stops' })).body.id;
  const wire = wireTo(peil);
  const tags = [{ key: 'peil.problem', value: problemId }];
  const { experiment_id } = (await wire('POST experiments/create', { name: 'Outside, with code', tags })).body;
  const begin = async () => {
    const { info } = (await wire('POST runs/create', { experiment_id })).body.run;
    const commit = { key: 'mlflow.source.git.commit', value: 'c0ffee'.repeat(6) };
    await wire('POST runs/set-tag', { run_id: info.run_id, ...commit });
    return info as { run_id: string; artifact_uri: string };
  };
  const write = async (uri: string, content: string) => {
    await mkdir(dirname(fileURLToPath(uri)), { recursive: true });
    await writeFile(fileURLToPath(uri), content);
  };
  const [whole, linked] = [await begin(), await begin()];
  await write(`${whole.artifact_uri}/git.diff`, '+depth = 9');
  await write(`${whole.artifact_uri}/model/requirements.txt`, 'numpy==2.2.1');
  await write(`${whole.artifact_uri}/model/MLmodel`, 'flavors: {}');
  await write(pathToFileURL(join(around, 'secret.diff')).href, 'secret');
  await mkdir(fileURLToPath(linked.artifact_uri), { recursive: true });
  await symlink(join(around, 'secret.diff'), fileURLToPath(`${linked.artifact_uri}/git.diff`));
  await symlink(fileURLToPath(`${whole.artifact_uri}/model`), fileURLToPath(`${linked.artifact_uri}/model`));
  const codeOf = async (id: string) =>
    (await send(`GET /api/runs/${id}/six-facts`)).body.facts
      .filter(({ fact }: { fact: string }) => fact === 'code' || fact === 'model')
      .flatMap(({ lacks }: { lacks: { lack: string }[] }) => lacks.map(({ lack }) => lack));
  expect(await codeOf(whole.run_id)).toEqual([]);
  expect(await codeOf(linked.run_id)).toEqual(['noModel', 'changesUnknown', 'noEnvironment']);
  const { runs } = (await send(`GET /api/problems/${problemId}/runs`)).body;
  const lacksOf = (id: string) => runs.find((run: { id: string }) => run.id === id).lacks;
  expect(lacksOf(whole.run_id)).toEqual(['time', 'result', 'hyperparameters', 'data']);
  expect(lacksOf(linked.run_id)).toEqual(['time', 'result', 'model', 'hyperparameters', 'data', 'code']);
  const code = await send(
    `GET /api/problems/${problemId}/runs/compare/code?first=${whole.run_id}&second=${linked.run_id}`,
  );
  expect(code.body).toMatchObject({
    first: { changes: { state: 'kept', text: '+depth = 9' }, environment: 'model/requirements.txt' },
    second: { changes: { state: 'unknown' }, environment: null },
  });
});

test('DS1 a link there leads nowhere', async () => {
  expect((await table('link.parquet')).status).toBe(404);
});
