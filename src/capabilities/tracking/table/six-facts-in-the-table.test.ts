import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPeil } from '../../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../../test/kit/databases.ts';
import { importFiles } from '../../../../test/kit/importing.ts';
import { logArtifact } from '../../../../test/kit/logged-predictions.ts';
import { type Sending, sendingTo } from '../../../../test/kit/sending.ts';
import { type Wire, wireTo } from '../../../../test/kit/wire.ts';
import { type FactName, factNames } from '../run.ts';

type Listed = { id: string; name: string; lacks: FactName[] };
const commit = 'c0ffee'.repeat(6);
const git = (key: string, value: string) => ({ key: `mlflow.source.git.${key}`, value });

/** Each way to give a fact, or nearly: by what is sent to a run. */
const ways: readonly ((to: { wire: Wire; peil: TestPeil; run: { runId: string; experimentId: string } }) => unknown)[] =
  [
    ({ wire, peil, run }) =>
      wire('POST runs/update', { run_id: run.runId, status: 'FINISHED', end_time: peil.clock.now() }),
    ({ wire, run }) => wire('POST runs/update', { run_id: run.runId, status: 'FAILED', end_time: 5 }),
    ({ wire, run }) => wire('POST runs/log-metric', { run_id: run.runId, key: 'auc', value: 0.8, timestamp: 1 }),
    ({ wire, run }) => wire('POST runs/log-metric', { run_id: run.runId, key: 'loss', value: 'NaN', timestamp: 1 }),
    ({ wire, run }) => wire('POST runs/log-metric', { run_id: run.runId, key: 'system/cpu', value: 1, timestamp: 1 }),
    ({ wire, run }) => wire('POST runs/log-parameter', { run_id: run.runId, key: 'depth', value: '3' }),
    ({ wire, run }) => wire('POST runs/set-tag', { run_id: run.runId, key: 'peil.hyperparameters', value: 'none' }),
    ...['Stops@1', 'Unheard of'].map(
      (name) =>
        ({ wire, run }: { wire: Wire; run: { runId: string } }) =>
          wire('POST runs/log-inputs', {
            run_id: run.runId,
            datasets: [{ tags: [], dataset: { name, digest: 'd', source_type: 'code', source: '{}' } }],
          }),
    ),
    ...[
      git('commit', commit),
      git('commit', 'not one'),
      git('dirty', 'False'),
      git('dirty', 'true'),
      git('diff', '+a'),
    ].map(
      (tag) =>
        ({ wire, run }: { wire: Wire; run: { runId: string } }) =>
          wire('POST runs/set-tag', { run_id: run.runId, ...tag }),
    ),
    ({ peil, run }) => logArtifact(peil, run, { path: 'git.diff', content: '+a' }),
    ({ peil, run }) => logArtifact(peil, run, { path: 'deep/git.patch', content: '+a' }),
    ({ peil, run }) => logArtifact(peil, run, { path: 'model/MLmodel', content: 'flavors: {}' }),
    ({ peil, run }) => logArtifact(peil, run, { path: 'model/mlMODEL', content: 'flavors: {}' }),
    ({ peil, run }) => logArtifact(peil, run, { path: 'model/python_env.yaml', content: 'python: 3.12.1' }),
    ({ peil, run }) => logArtifact(peil, run, { path: 'python-env.yaml', content: 'python: 3.12.1' }),
    ({ wire, run }) => makeModel(wire, run, 'LOGGED_MODEL_READY'),
    ({ wire, run }) => makeModel(wire, run, 'LOGGED_MODEL_UPLOAD_FAILED'),
  ];

async function makeModel(wire: Wire, { runId, experimentId }: { runId: string; experimentId: string }, status: string) {
  const params = [{ key: 'C', value: '1' }];
  const tags = [git('commit', commit)];
  const asked = { experiment_id: experimentId, name: 'm', source_run_id: runId, params, tags };
  const { model_id } = (await wire('POST logged-models', asked)).body.model.info;
  await wire('POST runs/outputs', { run_id: runId, models: [{ model_id, step: 0 }] });
  await wire(`PATCH logged-models/${model_id}`, { model_id, status });
}

describeEachDatabase('the six facts in the table of runs', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let at: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
    const wire = wireTo(peil);
    const problemId: string = (await send('POST /api/problems', { title: 'Stops' })).body.id;
    at = `/api/problems/${problemId}`;
    await importFiles(peil, { problemId, files: [{ name: 's.csv', content: 'a\n1\n' }], body: { name: 'Stops' } });
    const tags = [{ key: 'peil.problem', value: problemId }];
    const { experiment_id: experimentId } = (await wire('POST experiments/create', { name: 'x', tags })).body;
    // Every way alone, then whole runs that lack one of them and were given another beside.
    const whole = [0, 2, 5, 7, 9, 11, 18, 20];
    const chosen = [
      ...ways.map((_, index) => [index]),
      ...Array.from({ length: 18 }, (_, n) => [
        ...whole.filter((_way, index) => index !== n % 9),
        (n * 5) % ways.length,
      ]),
    ];
    for (const [index, some] of chosen.entries()) {
      peil.clock.advance(1000);
      const started = { experiment_id: experimentId, run_name: `run ${index}`, start_time: peil.clock.now() };
      const { run_id: runId } = (await wire('POST runs/create', started)).body.run.info;
      for (const way of some) await ways[way]?.({ wire, peil, run: { runId, experimentId } });
    }
  });
  afterAll(() => peil.close());

  const list = async (facts: string): Promise<Listed[]> =>
    (await send(`GET ${at}/runs?limit=1000&facts=${facts}`)).body.runs;

  test('DS1 each run says in the table which of its six facts lack, as its own page does', async () => {
    const runs = await list('any');
    expect(runs).toHaveLength(ways.length + 18);
    for (const { id, name, lacks } of runs) {
      const { facts } = (await send(`GET /api/runs/${id}/six-facts`)).body;
      const lacking = facts
        .filter(({ isGiven }: { isGiven: boolean }) => !isGiven)
        .map(({ fact }: { fact: FactName }) => fact);
      expect([name, lacks]).toEqual([name, lacking]);
    }
    // What would always say the same proves nothing.
    expect(runs.filter(({ lacks }) => lacks.length === 0).length).toBeGreaterThan(1);
    for (const fact of factNames) expect(new Set(runs.map(({ lacks }) => lacks.includes(fact))).size).toBe(2);
  });

  test('DS1 runs are found by what lacks, and counted and grouped so too', async () => {
    const runs = await list('any');
    const ids = (all: readonly Listed[]) => all.map(({ id }) => id);
    const complete = runs.filter(({ lacks }) => lacks.length === 0);
    expect(ids(await list('complete'))).toEqual(ids(complete));
    expect(ids(await list('incomplete'))).toEqual(ids(runs.filter(({ lacks }) => lacks.length > 0)));
    for (const fact of factNames)
      expect(ids(await list(`no_${fact}`))).toEqual(ids(runs.filter(({ lacks }) => lacks.includes(fact))));
    expect((await send(`GET ${at}/runs/summary?facts=complete`)).body.runs).toBe(complete.length);
    const { groups } = (await send(`GET ${at}/runs/groups?by=experiment&facts=complete`)).body;
    expect(groups).toMatchObject([{ runs: complete.length }]);
    expect(await send(`GET ${at}/runs?facts=nothing`)).toMatchObject({ status: 400 });
  });
});
