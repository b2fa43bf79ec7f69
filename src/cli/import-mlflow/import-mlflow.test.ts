import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type At, importingKit, recorded } from '../../../test/kit/importing-mlflow.ts';

const runOf = { folder: '6c7782613b634540a923d1c38f4e33de', sqlite: 'd1020de698e64390873045cbed73d80f' };
const kit = importingKit();
const { openPeil, bring, sqliteFile } = kit;

const whole = { experiments: 1, runs: 3, params: 3, points: 8, datasets: 1, leftOut: [], differences: [] };
const named = { registeredModels: 1, versions: 1, aliases: 1 };

async function expectRun({ wire }: At, id: string): Promise<void> {
  const { run } = (await wire('GET runs/get', { run_id: id })).body;
  expect(run.info).toMatchObject({ run_name: 'first', status: 'FINISHED', user_id: 'eva', lifecycle_stage: 'active' });
  expect(run.info.end_time).toBeGreaterThan(run.info.start_time);
  expect(run.data.params).toEqual([
    { key: 'depth', value: '3' },
    { key: 'note', value: 'a = b' },
  ]);
  expect(run.data.tags).toContainEqual({ key: 'peil.variant', value: 'Atlanta' });
  const values = (key: string) => run.data.metrics.find((metric: { key: string }) => metric.key === key).value;
  expect([values('auc'), values('loss'), values('top')]).toEqual([0.9, 'NaN', Number.MAX_VALUE]);
  const { metrics } = (await wire('GET metrics/get-history', { run_id: id, metric_key: 'auc' })).body;
  expect(metrics.map(({ step, timestamp }: { step: number; timestamp: number }) => [step, timestamp])).toEqual(
    [0, 1, 2, 3, 4].map((step) => [step, 1000 + step]),
  );
  expect(run.inputs.dataset_inputs).toMatchObject([
    { dataset: { name: 'Flights@1' }, tags: [{ key: 'mlflow.data.context', value: 'training' }] },
  ]);
}

test('DS1 a folder of MLflow 2 is brought whole, with the ids of its runs, and the same again changes nothing', async () => {
  const to = await openPeil();
  const from = ['--from', join(recorded, 'mlruns-2.22')];
  expect(await bring(to, ...from)).toMatchObject({
    exitCode: 0,
    brought: { ...whole, ...named, models: 0, modelMetrics: 0, files: 6 },
  });
  await expectRun(to, runOf.folder);
  const view = { experiment_ids: ['1'], run_view_type: 'ALL' };
  const { runs } = (await to.wire('POST runs/search', view)).body;
  expect(runs.map(({ info }: { info: object }) => info)).toEqual(
    expect.arrayContaining([expect.objectContaining({ run_name: 'gone', lifecycle_stage: 'deleted' })]),
  );
  const child = runs.find(({ info }: { info: { run_name: string } }) => info.run_name === 'child');
  expect(child.data.tags).toContainEqual({ key: 'mlflow.parentRunId', value: runOf.folder });
  const version = await to.wire('GET registered-models/alias', { name: 'late', alias: 'champion' });
  expect(version.body.model_version).toMatchObject({
    version: '1',
    run_id: runOf.folder,
    source: `runs:/${runOf.folder}/model`,
    tags: [{ key: 'k', value: 'v' }],
  });
  const readme = `/api/2.0/mlflow-artifacts/artifacts/1/${runOf.folder}/artifacts/notes/readme.txt`;
  expect((await to.peil.app.inject(readme)).body).toBe('hello');

  // What is lost here is brought again; what was not is passed over.
  await to.peil.app.inject({ method: 'DELETE', url: readme });
  expect(await bring(to, ...from)).toMatchObject({ exitCode: 0, brought: { ...whole, ...named, files: 6 } });
  expect((await to.peil.app.inject(readme)).body).toBe('hello');
});

test('DS1 the file of a server of MLflow 3 is brought with its models, and files that were moved', async () => {
  const to = await openPeil();
  const from = ['--from', await sqliteFile(), '--artifacts', join(recorded, 'artifacts-3.17')];
  expect(await bring(to, ...from)).toMatchObject({ exitCode: 0, brought: { ...whole, ...named, models: 1, files: 6 } });
  await expectRun(to, runOf.sqlite);
  const { model } = (await to.wire('GET logged-models/m-ad7cdcee85fd461c98f45500e8f071a6')).body;
  expect(model.info).toMatchObject({ name: 'model', status: 'LOGGED_MODEL_READY', source_run_id: runOf.sqlite });
  const { model_version } = (await to.wire('GET model-versions/get', { name: 'late', version: '1' })).body;
  expect(model_version).toMatchObject({ run_id: runOf.sqlite, source: 'models:/m-ad7cdcee85fd461c98f45500e8f071a6' });
  const without = await bring(await openPeil(), '--from', await sqliteFile());
  expect(without.brought).toMatchObject({ files: 0 });
});

test('DS1 a server is brought to another; an id that is taken is another here, and found again', async () => {
  const [there, to] = [await openPeil(), await openPeil()];
  await bring(there, '--from', await sqliteFile(), '--artifacts', join(recorded, 'artifacts-3.17'));
  const asked = await bring(to, '--from', there.address);
  expect(asked).toMatchObject({ exitCode: 0, brought: { ...whole, ...named, models: 1, files: 6 } });
  await expectRun(to, runOf.sqlite);

  await to.wire('POST experiments/update', { experiment_id: '1', new_name: 'As it was' });
  const again = async () => (await bring(to, '--from', there.address, '--experiment', 'Late flights')).brought;
  expect(await again()).toMatchObject({ ...whole, models: 1, files: 6, registeredModels: 0 });
  expect(await again()).toMatchObject({ ...whole, models: 1, files: 6 });
  const { runs } = (await to.wire('POST runs/search', { experiment_ids: ['2'], run_view_type: 'ALL' })).body;
  expect(runs).toHaveLength(3);
  const ids = runs.map(
    ({ data }: { data: { tags: { key: string; value: string }[] } }) =>
      data.tags.find(({ key }) => key === 'peil.imported.id')?.value,
  );
  expect(ids).toContain(runOf.sqlite);
});

test('DS1 a difference is an error that names it, and what is no place of MLflow is told', async () => {
  const to = await openPeil();
  const moved = join(kit.folder(), 'mlruns');
  await cp(join(recorded, 'mlruns-2.22'), moved, { recursive: true });
  await bring(to, '--from', moved);
  await to.wire('POST runs/log-parameter', { run_id: runOf.folder, key: 'later', value: '1' });
  const other = (await to.wire('POST runs/create', { experiment_id: '0' })).body.run.info.run_id;
  await to.wire('POST registered-models/create', { name: 'own' });
  await to.wire('POST model-versions/create', { name: 'own', source: `runs:/${other}/model`, run_id: other });
  const { exitCode, told } = await bring(to, '--from', moved);
  expect(exitCode).not.toBe(0);
  expect(told).toContain(`run ${runOf.folder}: params 2 there, 3 here`);
  expect(told).toContain('1 difference, named above');
  expect((await bring(to, '--from', moved, '--experiment', 'Nothing')).told).toContain(
    'experiment Nothing is not there',
  );
  expect((await bring(to, '--from', join(kit.folder(), 'none'))).told).toContain('there is nothing of MLflow');
  expect((await bring(to, '--from', join(recorded, 'mlflow-3.17.sql'))).told).toContain('there is nothing of MLflow');
  expect((await bring(to, '--from', 'http://127.0.0.1:9')).told).toContain('http://127.0.0.1:9/');
});
