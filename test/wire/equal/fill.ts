import { setTimeout as sleep } from 'node:timers/promises';
import { type WireClient, whichAccepts } from '../../kit/wire-client.ts';
import type { Store, StoredModel, StoredRun, Tags } from './store.ts';

/** How one server calls what the store holds, in the order of the store. */
export interface Names {
  experiments: readonly string[];
  runs: readonly string[];
  models: readonly string[];
  /** when it says that something was made, in the order of the store */
  created: { experiments: readonly number[]; models: readonly number[]; registered: readonly number[] };
}

type Accepting = ReturnType<typeof whichAccepts>;

const listed = (tags: Tags) => Object.entries(tags).map(([key, value]) => ({ key, value }));
/** No two things are made in one millisecond, in which chance would order them. */
const apart = () => sleep(3);

export async function fill(ask: WireClient, store: Store): Promise<Names> {
  const accepted = whichAccepts(ask);
  const experiments: string[] = [];
  for (const { name, tags } of store.experiments) {
    const { experiment_id } = await accepted('POST experiments/create', { name, tags: listed(tags) });
    experiments.push(String(experiment_id));
    await apart();
  }
  const runs: string[] = [];
  for (const run of store.runs) runs.push(await begin(accepted, run, experiments));
  const models: string[] = [];
  for (const model of store.models) models.push(await logModel(accepted, model, { experiments, runs }));
  await register(accepted, store, runs);
  for (const [index, { isDeleted }] of store.runs.entries())
    if (isDeleted) await accepted('POST runs/delete', { run_id: runs[index] });
  for (const [index, { isDeleted }] of store.experiments.entries())
    if (isDeleted) await accepted('POST experiments/delete', { experiment_id: experiments[index] });
  return { experiments, runs, models, created: await created(accepted, store, { experiments, models }) };
}

async function begin(accepted: Accepting, run: StoredRun, experiments: readonly string[]): Promise<string> {
  const { run: made } = (await accepted('POST runs/create', {
    experiment_id: experiments[run.experiment],
    start_time: run.startedAt,
    user_id: run.user,
    ...(run.name === null ? {} : { run_name: run.name }),
    // A name that the server finds is chance, and would be searched by.
    tags: [...listed(run.tags), ...(run.name === null ? [{ key: 'mlflow.runName', value: 'nameless' }] : [])],
  })) as { run: { info: { run_id: string } } };
  const { run_id } = made.info;
  await accepted('POST runs/log-batch', { run_id, metrics: run.points, params: listed(run.params) });
  await accepted('POST runs/update', { run_id, status: run.status, ...(run.endedAt ? { end_time: run.endedAt } : {}) });
  if (run.datasets.length > 0)
    await accepted('POST runs/log-inputs', {
      run_id,
      datasets: run.datasets.map(({ name, digest, context }) => ({
        dataset: { name, digest, source_type: 'local', source: 'somewhere' },
        tags: context === null ? [] : [{ key: 'mlflow.data.context', value: context }],
      })),
    });
  return run_id;
}

async function logModel(
  accepted: Accepting,
  model: StoredModel,
  { experiments, runs }: { experiments: readonly string[]; runs: readonly string[] },
): Promise<string> {
  const { model: made } = (await accepted('POST logged-models', {
    experiment_id: experiments[model.experiment],
    name: model.name,
    model_type: model.type,
    source_run_id: runs[model.run],
    params: listed(model.params),
    tags: listed(model.tags),
  })) as { model: { info: { model_id: string } } };
  const { model_id } = made.info;
  const metrics = model.points.map(({ dataset, ...point }) => ({
    ...point,
    model_id,
    ...(dataset ? { dataset_name: dataset.name, dataset_digest: dataset.digest } : {}),
  }));
  await accepted('POST runs/log-batch', { run_id: runs[model.run], metrics });
  if (model.status) await accepted(`PATCH logged-models/${model_id}`, { model_id, status: model.status });
  await apart();
  return model_id;
}

async function register(accepted: Accepting, { registered }: Store, runs: readonly string[]): Promise<void> {
  for (const { name, tags, versions } of registered) {
    await accepted('POST registered-models/create', { name, tags: listed(tags) });
    for (const [index, { run, source, tags: ofVersion, stage }] of versions.entries()) {
      await apart();
      await accepted('POST model-versions/create', { name, source, run_id: runs[run], tags: listed(ofVersion) });
      await apart();
      if (stage) await accepted('POST model-versions/transition-stage', { name, version: String(index + 1), stage });
    }
    await apart();
  }
  for (const { name, versions, isTouched } of registered) {
    for (const [index, { isDeleted }] of versions.entries())
      if (isDeleted) await accepted('DELETE model-versions/delete', { name, version: String(index + 1) });
    await apart();
    if (isTouched) await accepted('PATCH registered-models/update', { name, description: 'changed' });
  }
}

async function created(
  accepted: Accepting,
  { registered }: Store,
  { experiments, models }: { experiments: readonly string[]; models: readonly string[] },
): Promise<Names['created']> {
  const moments: { experiments: number[]; models: number[]; registered: number[] } = {
    experiments: [],
    models: [],
    registered: [],
  };
  for (const experiment_id of experiments) {
    const { experiment } = await accepted('GET experiments/get', { experiment_id });
    moments.experiments.push((experiment as { creation_time: number }).creation_time);
  }
  for (const model_id of models) {
    const { model } = await accepted(`GET logged-models/${model_id}`);
    moments.models.push((model as { info: { creation_timestamp_ms: number } }).info.creation_timestamp_ms);
  }
  for (const { name } of registered) {
    const { registered_model } = await accepted('GET registered-models/get', { name });
    moments.registered.push((registered_model as { creation_timestamp: number }).creation_timestamp);
  }
  return moments;
}
