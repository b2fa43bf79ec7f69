import { theDataset } from './fill-data.ts';
import type { Filling } from './filling.ts';
import * as wire from './wire.ts';
import type { LearntRun, WrittenRun } from './written-runs.ts';

interface Logging {
  run: WrittenRun;
  experimentId: string;
}

/** Logs a run as the client of MLflow does, its end last: one that has not ended was broken off. */
export async function logRun(filling: Filling, { run, experimentId }: Logging): Promise<string> {
  const { ask } = filling;
  const learnt = await run.learn();
  const begun_ms = Date.now() - learnt.took_ms;
  const { info } = (
    await ask(wire.createRun, {
      body: {
        experiment_id: experimentId,
        run_name: run.name,
        user_id: run.by,
        start_time: begun_ms,
        tags: await tagsOf(run),
      },
    })
  ).run;
  const place: Place = { filling, runId: info.run_id, experimentId };
  await ask(wire.logBatch, {
    body: {
      run_id: place.runId,
      params: pairs(learnt.params),
      metrics: learnt.points.map(({ after_ms, ...point }) => ({ ...point, timestamp: begun_ms + after_ms })),
    },
  });
  await nameData(place);
  await sendFiles(place, learnt, { isCodeKnown: run.code !== undefined });
  await sendModel(place, learnt);
  await ask(wire.updateRun, {
    body: { run_id: place.runId, status: 'FINISHED', end_time: begun_ms + learnt.took_ms },
  });
  return place.runId;
}

interface Place {
  filling: Filling;
  runId: string;
  experimentId: string;
}
type Tag = { key: string; value: string };

const pairs = (values: Readonly<Record<string, string | number>>): Tag[] =>
  Object.entries(values).map(([key, value]) => ({ key, value: String(value) }));

async function tagsOf({ note, variant, code }: WrittenRun): Promise<Tag[]> {
  const own = { 'mlflow.note.content': note, 'peil.variant': variant };
  if (!code) return pairs(own);
  return pairs({
    ...own,
    'mlflow.source.type': 'LOCAL',
    'mlflow.source.name': code.name,
    'mlflow.source.git.commit': await code.hash(),
    'peil.environment': `Node.js ${process.version}`,
  });
}

/** The version of the data by its own hash, so that it is known again whatever it is called. */
async function nameData({ filling, runId }: Place): Promise<void> {
  const { data } = filling.written;
  if (!data) return;
  const { name, latest } = await theDataset(filling, data);
  const dataset = {
    name: `${name}@${latest?.number ?? 1}`,
    digest: latest?.sha256?.slice(0, 12) ?? '',
    source_type: 'code',
    source: '{}',
  };
  const tags = [{ key: 'mlflow.data.context', value: 'training' }];
  await filling.ask(wire.logInputs, { body: { run_id: runId, datasets: [{ dataset, tags }] } });
}

async function sendFiles(
  { filling: { ask }, runId, experimentId }: Place,
  { tables }: LearntRun,
  { isCodeKnown }: { isCodeKnown: boolean },
): Promise<void> {
  // The code is named by its own content, so that nothing was changed since.
  const files = { ...tables, ...(isCodeKnown ? { 'git.diff': '' } : {}) };
  for (const [name, file] of Object.entries(files))
    await ask(wire.putArtifact(`${experimentId}/${runId}/artifacts/${name}`), { file });
}

async function sendModel({ filling: { ask }, runId, experimentId }: Place, learnt: LearntRun): Promise<void> {
  const { model_id } = (
    await ask(wire.createModel, {
      body: { experiment_id: experimentId, name: 'model', source_run_id: runId, params: pairs(learnt.params) },
    })
  ).model.info;
  await ask(wire.logOutputs, { body: { run_id: runId, models: [{ model_id }] } });
  const place = `${experimentId}/models/${model_id}/artifacts/model.json`;
  await ask(wire.putArtifact(place), { file: `${JSON.stringify(learnt.model, null, 2)}\n` });
  await ask(wire.finishModel(model_id), { body: { model_id, status: 'LOGGED_MODEL_READY' } });
}
