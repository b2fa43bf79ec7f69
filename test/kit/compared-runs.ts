import type { TestPeil } from './app.ts';
import { logArtifact } from './logged-predictions.ts';
import { wireTo } from './wire.ts';

/** The deeper the better up to eight, boosted better than not; the same every time. */
const aucOf = (depth: number, eta: number, kind: string) =>
  Number((0.9 - 0.004 * (depth - 8) ** 2 - 0.3 * Math.abs(eta - 0.1) - (kind === 'boosted' ? 0 : 0.05)).toFixed(4));

/** Tries of one model by depth, learning rate and kind, measured on one version of `data`; a few do not compare with them. */
export async function comparedRuns(
  peil: TestPeil,
  { problemId, data }: { problemId: string; data: string },
): Promise<{ first: string; second: string; ids: string[] }> {
  const wire = wireTo(peil);
  const tags = [{ key: 'peil.problem', value: problemId }];
  const { experiment_id } = (await wire('POST experiments/create', { name: 'depths and rates', tags })).body;
  const ids: string[] = [];
  const log = async (
    name: string,
    given: { depth: number; eta: number; kind: string; on: string | null; auc?: number; variant?: string },
  ) => {
    peil.clock.advance(1000);
    const { depth, eta, kind, on, auc = aucOf(depth, eta, kind), variant } = given;
    const own = [
      { key: 'mlflow.source.name', value: 'train.py' },
      { key: 'mlflow.source.git.commit', value: (depth % 2 ? 'c0ffee12' : 'beefcafe').repeat(5) },
      ...(variant === undefined ? [] : [{ key: 'peil.variant', value: variant }]),
    ];
    const start_time = peil.clock.now();
    const asked = { experiment_id, run_name: name, start_time, tags: own };
    const { run_id } = (await wire('POST runs/create', asked)).body.run.info;
    await wire('POST runs/log-batch', {
      run_id,
      metrics: [
        { key: 'auc', value: auc, timestamp: start_time, step: 0 },
        { key: 'log_loss', value: Number((1 - auc).toFixed(4)), timestamp: start_time, step: 0 },
      ],
      params: Object.entries({ max_depth: depth, eta, kind, seed: 7 }).map(([key, value]) => ({
        key,
        value: String(value),
      })),
    });
    if (on !== null) {
      const use = [{ key: 'mlflow.data.context', value: 'testing' }];
      const dataset = { name: on, digest: 'd1g3st', source_type: 'code', source: '{}' };
      await wire('POST runs/log-inputs', { run_id, datasets: [{ tags: use, dataset }] });
    }
    await wire('POST runs/update', { run_id, status: 'FINISHED', end_time: start_time + 60_000 * depth });
    ids.push(run_id);
    return { runId: run_id, experimentId: experiment_id };
  };
  for (const kind of ['boosted', 'forest'])
    for (const eta of [0.05, 0.1, 0.2])
      for (const depth of [2, 4, 6, 8, 10]) await log(`${kind} ${depth} ${eta}`, { depth, eta, kind, on: `${data}@2` });
  await log('elsewhere', { depth: 6, eta: 0.1, kind: 'boosted', on: `${data}@1`, auc: 0.99 });
  await log('nobody knows', { depth: 6, eta: 0.1, kind: 'boosted', on: null, auc: 0.97 });
  const first = await log('shallow', { depth: 3, eta: 0.1, kind: 'boosted', on: `${data}@2` });
  const second = await log('deep', { depth: 9, eta: 0.1, kind: 'boosted', on: `${data}@2` });
  await logArtifact(peil, first, { path: 'requirements.txt', content: 'numpy==2.1.0\nscikit-learn==1.7.2\n' });
  await logArtifact(peil, second, {
    path: 'requirements.txt',
    content: 'numpy==2.2.1\nscikit-learn==1.7.2\nxgboost==3.0.4\n',
  });
  await logArtifact(peil, first, { path: 'git.diff', content: '' });
  const diff = '--- a/train.py\n+++ b/train.py\n@@ -3 +3 @@\n-depth = 3\n+depth = 9\n';
  await logArtifact(peil, second, { path: 'git.diff', content: diff });
  return { first: first.runId, second: second.runId, ids };
}
