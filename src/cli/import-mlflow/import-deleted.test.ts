import { cp, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type At, importingKit, recorded } from '../../../test/kit/importing-mlflow.ts';

const kit = importingKit();
const { openPeil, bring, sqliteFile } = kit;

/** What a client of MLflow 3.18 has deleted and measured (test/wire/python/store_to_import.py): in a folder, and in a database. */
const deletedIn = {
  folder: async () => ['--from', join(recorded, 'deleted-mlruns-3.18')],
  sqlite: async () => [
    '--from',
    await sqliteFile('deleted-3.18'),
    '--artifacts',
    join(recorded, 'deleted-artifacts-3.18'),
  ],
};
const kept = {
  experiments: 1,
  runs: 3,
  deletedRuns: 1,
  models: 2,
  modelMetrics: 6,
  modelsGiven: 1,
  files: 2,
  differences: [],
};
const keptModel = 'logged model m-';
const withDeleted = {
  experiments: 2,
  deletedExperiments: 1,
  runs: 4,
  deletedRuns: 2,
  models: 4,
  deletedModels: 1,
  modelMetrics: 8,
  modelsGiven: 2,
  files: 5,
  leftOut: [],
  differences: [],
};

async function experimentsOf({ wire }: At): Promise<string[]> {
  const { experiments } = (await wire('POST experiments/search', { view_type: 'ALL' })).body;
  const named: string[] = experiments.map(
    ({ name, lifecycle_stage }: { name: string; lifecycle_stage: string }) => `${name}: ${lifecycle_stage}`,
  );
  return named.toSorted();
}

/** Of each model that is not deleted, what was measured of it, by metric and data. */
async function measuredIn({ wire }: At, experiment_id: string): Promise<Record<string, unknown[]>> {
  const { models } = (await wire('POST logged-models/search', { experiment_ids: [experiment_id] })).body;
  const entries = models.map(({ info, data }: { info: { name: string }; data: { metrics?: Measured[] } }) => [
    info.name,
    (data.metrics ?? [])
      .map((each) => [each.key, each.value, each.step, each.dataset_name ?? ''])
      .toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)),
  ]);
  return Object.fromEntries(entries);
}
interface Measured {
  key: string;
  value: number | string;
  step: number;
  dataset_name?: string;
}

test.each(['folder', 'sqlite'] as const)(
  'DS1 what was deleted stays out of an import and is named, or comes as deleted and is restored: %s',
  async (kind) => {
    const to = await openPeil();
    const from = await deletedIn[kind]();
    const without = await bring(to, ...from);
    expect(without).toMatchObject({ exitCode: 0, brought: { ...kept, deletedExperiments: 0, deletedModels: 0 } });
    expect(without.brought?.leftOut).toEqual([
      'experiment given up (deleted)',
      expect.stringContaining(keptModel),
      expect.stringMatching(/^run \w+: models given 1 that were not brought$/),
    ]);
    expect(await experimentsOf(to)).toEqual(['Default: active', 'kept: active']);

    expect(await bring(to, ...from, '--with-deleted')).toMatchObject({ exitCode: 0, brought: withDeleted });
    expect(await bring(to, ...from, '--with-deleted')).toMatchObject({ exitCode: 0, brought: withDeleted });
    expect(await bring(to, ...from)).toMatchObject({ exitCode: 0, brought: kept });
    expect(await experimentsOf(to)).toEqual(['Default: active', 'given up: deleted', 'kept: active']);

    const deleted = (await to.peil.app.inject('/api/inbox/deleted-runs')).json();
    expect(deleted).toMatchObject({
      experiments: [{ name: 'given up' }],
      runs: [{ name: 'empty and deleted' }],
      models: [{ name: 'gone' }],
    });
    const only = { experimentIds: [String(deleted.experiments[0].id)], modelIds: [deleted.models[0].id] };
    const restoring = { method: 'POST', url: '/api/inbox/deleted-runs/restore', payload: only } as const;
    expect((await to.peil.app.inject(restoring)).statusCode).toBeLessThan(300);
    const experiment_ids = only.experimentIds;
    const { runs } = (await to.wire('POST runs/search', { experiment_ids })).body;
    expect(runs).toMatchObject([
      { info: { run_name: 'of given up' }, data: { params: [{ key: 'depth', value: '3' }] } },
    ]);
    const readme = `${experiment_ids[0]}/${runs[0].info.run_id}/artifacts/notes/readme.txt`;
    const file = await to.peil.app.inject(`/api/2.0/mlflow-artifacts/artifacts/${readme}`);
    expect(file.body).toBe('notes of given up');
    expect(await measuredIn(to, experiment_ids[0] ?? '')).toEqual({
      'of what was given up': [['auc', 0.4, 0, '']],
    });
    // Who restored it here is not gone over by the same import again.
    expect(await bring(to, ...from, '--with-deleted')).toMatchObject({
      exitCode: 0,
      brought: { ...withDeleted, deletedExperiments: 0, deletedRuns: 1, deletedModels: 0 },
    });
    expect(await experimentsOf(to)).toContain('given up: active');
  },
);

test.each(['folder', 'sqlite', 'server'] as const)(
  'DS1 what was measured of models is brought, whichever run measured it, and NaN stays NaN: %s',
  async (kind) => {
    const to = await openPeil();
    if (kind === 'server') {
      const there = await openPeil();
      await bring(there, ...(await deletedIn.sqlite()), '--with-deleted');
      const asked = await bring(to, '--from', there.address, '--with-deleted');
      expect(asked).toMatchObject({ exitCode: 0, brought: withDeleted });
    } else await bring(to, ...(await deletedIn[kind]()), '--with-deleted');
    const { experiment } = (await to.wire('GET experiments/get-by-name', { experiment_name: 'kept' })).body;
    expect(await measuredIn(to, experiment.experiment_id)).toEqual({
      kept: [
        ['auc', 0.6, 0, ''],
        ['auc', 0.7, 2, 'flights'],
        ['auc', 0.9, 1, ''],
        ['loss_of_model', 'NaN', 0, ''],
        ['zero', 0, 0, ''],
      ],
      loose: [['top', Number.MAX_VALUE, 0, '']],
    });
    const { runs } = (await to.wire('POST runs/search', { experiment_ids: [experiment.experiment_id] })).body;
    const made = runs.flatMap(
      ({ outputs }: { outputs: { model_outputs?: { step: number }[] } }) => outputs.model_outputs ?? [],
    );
    expect(made.map(({ step }: { step: number }) => step)).toEqual([7, 7]);
    const given = runs.flatMap(
      ({ info, inputs }: { info: { run_name: string }; inputs: { model_inputs?: object[] } }) =>
        (inputs.model_inputs ?? []).map(() => info.run_name),
    );
    expect(given).toEqual(Array(2).fill('measures what another has made'));
  },
);

test('DS1 an experiment that was deleted there and one of its name here leave each other alone', async () => {
  const to = await openPeil();
  const { experiment_id } = (await to.wire('POST experiments/create', { name: 'given up' })).body;
  await to.wire('POST runs/create', { experiment_id });
  const from = await deletedIn.folder();
  for (const _ of [1, 2])
    expect(await bring(to, ...from, '--with-deleted')).toMatchObject({ exitCode: 0, brought: withDeleted });
  expect(await experimentsOf(to)).toEqual([
    'Default: active',
    'given up (deleted): deleted',
    'given up: active',
    'kept: active',
  ]);
  const { runs } = (await to.wire('POST runs/search', { experiment_ids: [experiment_id] })).body;
  expect(runs).toHaveLength(1);
});

test('DS1 an experiment that was brought before it was deleted there stays here, with its runs once', async () => {
  const to = await openPeil();
  const moved = join(kit.folder(), 'deleted-later');
  await cp(join(recorded, 'deleted-mlruns-3.18'), moved, { recursive: true });
  const [id = ''] = await readdir(join(moved, '.trash'));
  const trash = join(moved, '.trash', id);
  const meta = await readFile(join(trash, 'meta.yaml'), 'utf8');
  await writeFile(join(trash, 'meta.yaml'), meta.replace('lifecycle_stage: deleted', 'lifecycle_stage: active'));
  await rename(trash, join(moved, id));
  expect(await bring(to, '--from', moved)).toMatchObject({ exitCode: 0, brought: { experiments: 2 } });
  await rename(join(moved, id), trash);
  expect(await bring(to, '--from', moved, '--with-deleted')).toMatchObject({
    exitCode: 0,
    brought: { ...withDeleted, deletedExperiments: 0 },
  });
  expect(await experimentsOf(to)).toEqual(['Default: active', 'given up: active', 'kept: active']);

  // What was deleted here by somebody is told, and does not hinder the rest.
  const { experiment } = (await to.wire('GET experiments/get-by-name', { experiment_name: 'kept' })).body;
  await to.wire('POST experiments/delete', { experiment_id: experiment.experiment_id });
  const again = await bring(to, '--from', moved, '--with-deleted');
  expect(again.told).toContain('experiment kept: it was deleted here');
  expect(again.brought).toMatchObject({ experiments: 1, runs: 1 });
});
