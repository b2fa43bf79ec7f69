import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { importFiles } from '../../../test/kit/importing.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { type Wire, wireTo } from '../../../test/kit/wire.ts';
import { eraseNameInTracking } from '../../capabilities/tracking/index.ts';
import { quietly } from '../../platform/context/change.ts';

/** A run, and what it has to do with. */
interface Made {
  experiment_id: string;
  run_id: string;
  model_id: string;
}

describeEachDatabase('runs that were answered before', (kit) => {
  let peil: TestPeil;
  let wire: Wire;
  let send: Sending;
  let problemId: string;
  let made: Made;
  let count = 0;
  beforeAll(async () => {
    peil = await kit.openPeil();
    wire = wireTo(peil);
    send = sendingTo(peil);
    problemId = (await send('POST /api/problems', { title: 'Late flights' })).body.id;
    await importFiles(peil, { problemId, files: [{ name: 'f.csv', content: 'a\n1\n' }], body: { name: 'Flights' } });
  });
  beforeEach(async () => {
    count += 1;
    const tags = [{ key: 'peil.problem', value: problemId }];
    const { experiment_id } = (await wire('POST experiments/create', { name: `Again ${count}`, tags })).body;
    const { run_id } = (await wire('POST runs/create', { experiment_id, user_id: 'ann' })).body.run.info;
    const { model_id } = (await wire('POST logged-models', { experiment_id })).body.model.info;
    made = { experiment_id, run_id, model_id };
    const dataset = { name: 'flights', digest: 'd1', source_type: 'code', source: '{}' };
    await wire('POST runs/log-inputs', { run_id, datasets: [{ dataset }] });
    await wire('POST runs/outputs', { run_id, models: [{ model_id, step: 1 }] });
    await wire('POST runs/log-batch', { run_id, tags: [{ key: 'mlflow.user', value: 'ann' }] });
  });
  afterAll(() => peil.close());

  const search = async (): Promise<unknown[]> => {
    const asked = { experiment_ids: [made.experiment_id], run_view_type: 'ALL' };
    return (await wire('POST runs/search', asked)).body.runs ?? [];
  };
  /** Which a search of its own never answers from what it knows. */
  const read = async (): Promise<unknown> => (await wire('GET runs/get', { run_id: made.run_id })).body.run;
  const variants = () => `/api/problems/${problemId}/model-variants`;
  const variant = { parentId: null, segment: null, windowFrom: null, windowTo: null, data: null, params: [], note: '' };
  const ofVariant = async (): Promise<void> => {
    const name = `Atlanta ${count}`;
    await send(`POST ${variants()}`, { ...variant, name });
    await send(`POST ${variants()}/runs`, { runIds: [made.run_id], variant: name });
  };
  const assign = (to: string | null) =>
    send('POST /api/experiments/assign', { experimentIds: [made.experiment_id], problemId: to });

  const post = (path: string, message: object) => async () => wire(`POST ${path}`, { run_id: made.run_id, ...message });
  const changes: Record<string, { before?: () => Promise<unknown>; change: () => Promise<unknown> }> = {
    'a metric': { change: post('runs/log-metric', { key: 'auc', value: 0.8, timestamp: 1 }) },
    'a later point': {
      before: post('runs/log-metric', { key: 'auc', value: 0.8, timestamp: 1 }),
      change: post('runs/log-metric', { key: 'auc', value: 'NaN', timestamp: 2, step: 1 }),
    },
    'a parameter': { change: post('runs/log-parameter', { key: 'depth', value: '3' }) },
    'a tag': { change: post('runs/set-tag', { key: 'note', value: 'good' }) },
    'a name by its tag': { change: post('runs/set-tag', { key: 'mlflow.runName', value: 'Swift' }) },
    'a tag less': {
      before: post('runs/set-tag', { key: 'note', value: 'good' }),
      change: post('runs/delete-tag', { key: 'note' }),
    },
    'its end': { change: post('runs/update', { status: 'FINISHED', end_time: 9 }) },
    'data that it was given': {
      change: post('runs/log-inputs', {
        datasets: [{ dataset: { name: 'more', digest: 'd2', source_type: 'code', source: '{}' } }],
      }),
    },
    'a model that it was given': {
      change: async () => wire('POST runs/log-inputs', { run_id: made.run_id, models: [{ model_id: made.model_id }] }),
    },
    'a model that it has logged': {
      change: post('runs/log-model', { model_json: JSON.stringify({ artifact_path: 'model', flavors: {} }) }),
    },
    'its deletion': { change: post('runs/delete', {}) },
    'its return': { before: post('runs/delete', {}), change: post('runs/restore', {}) },
    'its deletion from the table': {
      change: () => send(`POST /api/problems/${problemId}/runs/delete`, { runIds: [made.run_id] }),
    },
    'the deletion of its experiment': {
      change: () => wire('POST experiments/delete', { experiment_id: made.experiment_id }),
    },
    'the return of its experiment': {
      before: () => wire('POST experiments/delete', { experiment_id: made.experiment_id }),
      change: () => wire('POST experiments/restore', { experiment_id: made.experiment_id }),
    },
    'its variant': { change: () => ofVariant() },
    'another name of its variant': {
      before: () => ofVariant(),
      change: async () => {
        const { variants: all } = (await send(`GET ${variants()}`)).body;
        const { id, version } = all.find(({ name }: { name: string }) => name === `Atlanta ${count}`);
        return send(`PUT ${variants()}/${id}`, { ...variant, name: `Denver ${count}` }, { version });
      },
    },
    'no variant any more': {
      before: () => ofVariant(),
      change: () => send(`POST ${variants()}/runs`, { runIds: [made.run_id], variant: null }),
    },
    'data that is known no more, in the inbox': { change: () => assign(null) },
    'data that is known again': { before: () => assign(null), change: () => assign(problemId) },
    'the erasure of a name': { change: () => quietly(peil.services, (db) => eraseNameInTracking(db, 'ann')) },
    'the erasure of a model that it made': {
      change: async () => {
        await wire(`DELETE logged-models/${made.model_id}`);
        await send(`POST /api/problems/${problemId}/deleted-runs/erase`, { olderThanDays: 0 });
        await peil.services.jobs.runDue();
      },
    },
  };

  test.each(Object.keys(changes))('DS1 are answered anew after %s', async (what) => {
    const { before, change } = changes[what] ?? { change: async () => {} };
    await before?.();
    const first = await search();
    expect(await search()).toEqual(first);
    await change();
    const now = await read();
    expect(await search()).toEqual([now]);
    expect([now]).not.toEqual(first);
  });

  test('DS1 a run that was erased and brought again under its id is not taken for the one that was', async () => {
    const bring = async (name: string) => {
      const url = '/api/imports/runs';
      const brought = {
        experimentId: made.experiment_id,
        id: 'f'.repeat(32),
        name,
        clientUser: '',
        startedAt: 1,
        tags: [],
      };
      const { statusCode, body } = await peil.app.inject({ method: 'POST', url, payload: brought });
      expect(statusCode, body).toBeLessThan(300);
    };
    await bring('First');
    await search();
    await wire('POST runs/delete', { run_id: 'f'.repeat(32) });
    await send(`POST /api/problems/${problemId}/deleted-runs/erase`, { olderThanDays: 0 });
    await peil.services.jobs.runDue();
    await bring('Second');
    await wire('POST runs/delete', { run_id: 'f'.repeat(32) });
    expect(JSON.stringify(await search())).toContain('Second');
  });
});
