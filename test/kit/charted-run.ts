import type { TestPeil } from './app.ts';
import { logTable, predictedStops } from './logged-predictions.ts';
import { wireTo } from './wire.ts';

const began = Date.UTC(2026, 10, 3, 9, 30);
const steps = 400;

/** Falls by half and comes to rest, with a little noise that is the same every time. */
const lossAt = (step: number, rest: number) => rest + 0.6 * 0.5 ** (step / 60) + 0.02 * Math.sin(step * 1.7);

/** As a client writes it beside a model. */
const modelFile = `flavors:
  python_function:
    loader_module: mlflow.sklearn
    python_version: 3.11.7
  sklearn:
    pickled_model: model.skops
    sklearn_version: 1.9.1
mlflow_version: 3.17.2
model_size_bytes: 10843
saved_input_example_info:
  artifact_path: input_example.json
signature:
  inputs: '[{"type": "double", "name": "distance_km", "required": true}, {"type": "string", "name": "carrier", "required": true}, {"type": "string", "name": "origin", "required": false}]'
  outputs: '[{"type": "tensor", "tensor-spec": {"dtype": "int64", "shape": [-1]}}]'
  params: '[{"name": "threshold", "default": 0.5, "shape": null, "type": "double"}]'
utc_time_created: '2026-11-03 09:36:40.664984'
`;

/** A run with charts, of the machine too, and a model; it is part of another, and has a sibling. */
export async function chartedRun(
  peil: TestPeil,
  { problemId, data }: { problemId: string; data: string },
): Promise<{ runId: string; siblingId: string }> {
  const wire = wireTo(peil);
  const tags = [{ key: 'peil.problem', value: problemId }];
  const { experiment_id } = (await wire('POST experiments/create', { name: 'boosted trees', tags })).body;
  const begin = async (run_name: string, start_time: number, parent?: string): Promise<string> => {
    const own = parent === undefined ? [] : [{ key: 'mlflow.parentRunId', value: parent }];
    const asked = { experiment_id, run_name, start_time, user_id: 'sam', tags: own };
    return (await wire('POST runs/create', asked)).body.run.info.run_id;
  };
  const search = await begin('search of depths', began - 60_000);
  const runId = await begin('depth 5', began, search);
  const siblingId = await begin('depth 3', began + 600_000, search);
  for (const [run_id, rest, start] of [
    [runId, 0.21, began],
    [siblingId, 0.26, began + 600_000],
  ] as const) {
    const at = (step: number) => ({ timestamp: start + step * 1_000, step });
    const metrics = Array.from({ length: steps }, (_, step) => [
      { key: 'loss', value: step === 30 ? 'NaN' : lossAt(step, rest), ...at(step) },
      { key: 'system/cpu_utilization_percentage', value: 70 + 20 * Math.sin(step / 9), ...at(step) },
    ]).flat();
    await wire('POST runs/log-batch', { run_id, metrics });
    await wire('POST runs/log-batch', {
      run_id,
      metrics: [
        { key: 'auc', value: 0.874, ...at(0) },
        { key: 'log_loss', value: rest, ...at(0) },
      ],
      params: [
        { key: 'max_depth', value: run_id === runId ? '5' : '3' },
        { key: 'learning_rate', value: '0.1' },
        { key: 'n_estimators', value: String(steps) },
        { key: 'subsample', value: '0.8' },
      ],
      tags: [{ key: 'mlflow.source.name', value: 'train.py' }],
    });
    const use = [{ key: 'mlflow.data.context', value: 'training' }];
    const dataset = { name: data, digest: 'a1b2c3d4', source_type: 'code', source: '{}' };
    await wire('POST runs/log-inputs', { run_id, datasets: [{ tags: use, dataset }] });
  }
  const given = { experiment_id, name: 'boosted trees', model_type: 'sklearn', source_run_id: runId };
  const { model_id, artifact_uri: modelUri } = (await wire('POST logged-models', given)).body.model.info;
  await wire('POST runs/outputs', { run_id: runId, models: [{ model_id, step: steps }] });
  await wire(`PATCH logged-models/${model_id}`, { model_id, status: 'LOGGED_MODEL_READY' });
  const { artifact_uri } = (await wire('GET runs/get', { run_id: runId })).body.run.info;
  const { columns, data: cases } = predictedStops();
  const files = {
    'scores.json': logTable(columns, cases),
    'eval/predictions.json': '{"columns":["id","score","late"],"data":[[1,0.91,true],[2,0.13,false]]}',
    'curve.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80"><path d="M5 75 Q40 5 195 8" stroke="#0d5b66" fill="none" stroke-width="3"/></svg>',
    'report.html': '<h1>Report</h1><script>document.body.textContent = "ran"</script><p>Caught 61 of 100.</p>',
    'notes.md': '# Notes\n\nDepth 5 overfits a little.',
    'model.pkl': 'not opened by anybody',
  };
  const put = async (uri: string, path: string, payload: string) => {
    const url = `/api/2.0/mlflow-artifacts/artifacts/${uri.replace('mlflow-artifacts:/', '')}/${path}`;
    await peil.app.inject({ method: 'PUT', url, payload, headers: { 'content-type': 'application/octet-stream' } });
  };
  for (const [path, payload] of Object.entries(files)) await put(artifact_uri, path, payload);
  await put(modelUri, 'MLmodel', modelFile);
  await put(modelUri, 'requirements.txt', 'mlflow==3.17.2\nnumpy==2.4.6\nscikit-learn==1.9.1\n');
  await wire('POST registered-models/create', { name: 'late flights', tags });
  const version = { name: 'late flights', source: `models:/${String(model_id)}`, run_id: runId, model_id };
  await wire('POST model-versions/create', version);
  peil.clock.advance(1000);
  await wire('POST model-versions/create', version);
  await wire('POST registered-models/alias', { name: 'late flights', alias: 'champion', version: '1' });
  await wire('POST runs/update', { run_id: siblingId, status: 'FINISHED', end_time: began + 1_000_000 });
  return { runId, siblingId };
}
