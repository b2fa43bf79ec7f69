import type { RunCounts } from '../../capabilities/tracking/contract.ts';
import type { Source, SourceFile, SourceModel, SourceRun } from './source.ts';
import { type Answer, asPath, find, speak, type Speaker } from './speak.ts';

const api = 'api/2.0/mlflow';

/** What is here of what was there; a difference is a sentence that names it. */
export interface Brought {
  experiments: number;
  runs: number;
  params: number;
  points: number;
  datasets: number;
  models: number;
  files: number;
  files_bytes: number;
  registeredModels: number;
  versions: number;
  aliases: number;
  /** left out, and why */
  leftOut: string[];
  differences: string[];
}

export interface Bringing {
  source: Source;
  to: Speaker;
  brought: Brought;
  /** ids here, by ids there */
  runs: Map<string, string>;
  models: Map<string, string>;
  progress: (share: number) => void;
}

/** All runs of the experiments that are asked for. What is here as it was there is passed over, so that it can go on. */
export async function bringRuns(bringing: Bringing, only: readonly string[]): Promise<void> {
  const { source, brought, progress } = bringing;
  const all = await source.experiments();
  const asked = all.filter(({ name }) => only.length === 0 || only.includes(name));
  for (const { name } of asked.filter(({ isDeleted }) => isDeleted))
    brought.leftOut.push(`experiment ${name} (deleted)`);
  const missing = only.filter((name) => !all.some((each) => each.name === name));
  for (const name of missing) brought.differences.push(`experiment ${name} is not there`);
  const present = asked.filter(({ isDeleted }) => !isDeleted);
  for (const [index, experiment] of present.entries()) {
    const ids = await source.runIds(experiment.id);
    // Default is there in every place; without runs it is nothing to bring.
    if (ids.length === 0 && experiment.name === 'Default') continue;
    const experimentId = await bringExperiment(bringing, experiment);
    brought.experiments += 1;
    for (const [at, id] of ids.entries()) {
      await bringRun(bringing, { experimentId, run: await source.run(experiment.id, id) });
      progress((index + (at + 1) / ids.length) / present.length);
    }
  }
}

async function bringExperiment(
  { to }: Bringing,
  { name, tags }: { name: string; tags: readonly { key: string; value: string }[] },
): Promise<string> {
  const found = await find(to, {
    method: 'GET',
    path: `${api}/experiments/get-by-name`,
    query: { experiment_name: name },
  });
  if (found) {
    const known = new Map((found.experiment.tags ?? []).map(({ key, value }: Answer) => [key, value]));
    for (const { key, value } of tags)
      if (known.get(key) !== value)
        await speak(to, {
          method: 'POST',
          path: `${api}/experiments/set-experiment-tag`,
          body: { experiment_id: found.experiment.experiment_id, key, value },
        });
    return found.experiment.experiment_id;
  }
  const made = await speak(to, { method: 'POST', path: `${api}/experiments/create`, body: { name, tags } });
  return made.experiment_id;
}

interface RunThere {
  experimentId: string;
  run: SourceRun;
}

async function bringRun(bringing: Bringing, { experimentId, run }: RunThere): Promise<void> {
  const { to, brought, runs } = bringing;
  const { id: there, name, clientUser, startedAt, tags } = run;
  const plainTags = tags.filter(({ key }) => key !== 'mlflow.runName');
  const body = { experimentId, id: there, name: name || there, clientUser, startedAt, tags: plainTags };
  const { id, isDeleted } = await speak(to, { method: 'POST', path: 'api/imports/runs', body });
  runs.set(there, id);
  const wanted = countOf(run);
  if (!isSame(await counted(to, id), wanted)) {
    if (isDeleted) await speak(to, { method: 'POST', path: `${api}/runs/restore`, body: { run_id: id } });
    await sendFacts(to, id, run);
    await sendFiles(to, `${experimentId}/${id}/artifacts`, run.files);
    for (const model of run.models) await bringModel(bringing, { experimentId, runId: id, model });
    const end = {
      run_id: id,
      status: run.status || 'FINISHED',
      ...(run.endedAt === null ? {} : { end_time: run.endedAt }),
    };
    await speak(to, { method: 'POST', path: `${api}/runs/update`, body: end });
    if (run.isDeleted) await speak(to, { method: 'POST', path: `${api}/runs/delete`, body: { run_id: id } });
  } else for (const model of run.models) await bringModel(bringing, { experimentId, runId: id, model });
  compare(brought, there, { wanted, found: await counted(to, id) });
}

/** Tags may be more here: what Peil adds. */
type Compared = Omit<RunCounts, 'tags'>;
const compared = ['params', 'metrics', 'points', 'datasets', 'models', 'files', 'files_bytes'] as const;

function countOf({ params, points, datasets, models, files }: SourceRun): Compared {
  const all = [...files, ...models.flatMap((model) => model.files)];
  return {
    params: params.length,
    metrics: new Set(points.map(({ key }) => key)).size,
    points: new Set(points.map(({ key, value, at, step }) => `${key} ${value} ${at} ${step}`)).size,
    datasets: new Set(datasets.map(({ name, digest }) => `${name} ${digest}`)).size,
    models: models.length,
    files: all.length,
    files_bytes: all.reduce((sum, { size_bytes }) => sum + size_bytes, 0),
  };
}

const isSame = (found: RunCounts, wanted: Compared): boolean => compared.every((what) => found[what] === wanted[what]);

function counted(to: Speaker, id: string): Promise<RunCounts> {
  return speak(to, { method: 'GET', path: `api/imports/runs/${id}/counts` });
}

function compare(brought: Brought, id: string, { wanted, found }: { wanted: Compared; found: RunCounts }): void {
  brought.runs += 1;
  for (const what of ['params', 'points', 'datasets', 'models', 'files', 'files_bytes'] as const)
    brought[what] += found[what];
  for (const what of compared)
    if (found[what] !== wanted[what])
      brought.differences.push(`run ${id}: ${what} ${wanted[what]} there, ${found[what]} here`);
}

async function sendFacts(to: Speaker, run_id: string, { params, points, datasets }: SourceRun): Promise<void> {
  const log = (body: object) => speak(to, { method: 'POST', path: `${api}/runs/log-batch`, body: { run_id, ...body } });
  for (const some of inParts(params, 100)) await log({ params: some });
  for (const some of inParts(points, 1000))
    await log({
      metrics: some.map(({ key, value, at, step }) => ({ key, value: figure(value), timestamp: at, step })),
    });
  for (const some of inParts(datasets, 100))
    await speak(to, {
      method: 'POST',
      path: `${api}/runs/log-inputs`,
      body: {
        run_id,
        datasets: some.map(({ name, digest, sourceType, source, schema, profile, tags }) => ({
          tags,
          dataset: {
            name,
            digest,
            source_type: sourceType,
            source,
            ...(schema === null ? {} : { schema }),
            ...(profile === null ? {} : { profile }),
          },
        })),
      },
    });
}

/** As the protocol writes what JSON cannot. */
const figure = (value: number): number | string => (Number.isFinite(value) ? value : String(value));

function* inParts<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}

async function sendFiles(to: Speaker, place: string, files: readonly SourceFile[]): Promise<void> {
  for (const { path, open } of files)
    await speak(to, {
      method: 'PUT',
      path: `api/2.0/mlflow-artifacts/artifacts/${asPath(`${place}/${path}`)}`,
      file: await open(),
    });
}

async function bringModel(
  { to, models }: Bringing,
  { experimentId, runId, model }: { experimentId: string; runId: string; model: SourceModel },
): Promise<void> {
  const { id: there, name, modelType, params, tags, files, isReady } = model;
  const body = { experimentId, id: there, name, modelType, sourceRunId: runId, params, tags };
  const { id, isNew } = await speak(to, { method: 'POST', path: 'api/imports/logged-models', body });
  models.set(there, id);
  await speak(to, {
    method: 'POST',
    path: `${api}/runs/outputs`,
    body: { run_id: runId, models: [{ model_id: id, step: 0 }] },
  });
  const { model: known } = await speak(to, { method: 'GET', path: `${api}/logged-models/${id}` });
  if (!isNew && known.info.status === 'LOGGED_MODEL_READY') return;
  await sendFiles(to, `${experimentId}/models/${id}/artifacts`, files);
  const status = isReady ? 'LOGGED_MODEL_READY' : 'LOGGED_MODEL_UPLOAD_FAILED';
  await speak(to, { method: 'PATCH', path: `${api}/logged-models/${id}`, body: { model_id: id, status } });
}
