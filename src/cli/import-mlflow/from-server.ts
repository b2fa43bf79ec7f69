import { folderOf, listFiles } from './local-files.ts';
import type {
  KeyValue,
  Source,
  SourceDataset,
  SourceFile,
  SourceModel,
  SourcePoint,
  SourceRegistered,
  SourceRun,
} from './source.ts';
import { type Answer, asPath, fetchFile, find, speak, type Speaker } from './speak.ts';

const api = 'api/2.0/mlflow';
const atOnce = 1000;
const pointsAtOnce = 25_000;

/** A server of MLflow, by its own protocol. */
export function fromServer(from: Speaker, moved: readonly string[]): Source {
  return {
    experiments: async () => {
      const all = await pages(from, {
        path: `${api}/experiments/search`,
        body: { view_type: 'ALL' },
        list: 'experiments',
      });
      return all.map(({ experiment_id, name, lifecycle_stage, tags }: Answer) => ({
        id: String(experiment_id),
        name,
        isDeleted: lifecycle_stage === 'deleted',
        tags: pairsOf(tags),
      }));
    },
    runIds: async (experimentId) => {
      const body = { experiment_ids: [experimentId], run_view_type: 'ALL' };
      const runs = await pages(from, { path: `${api}/runs/search`, body, list: 'runs' });
      return runs.map(({ info }: Answer) => info.run_id).toReversed();
    },
    run: (_, runId) => readRun({ from, moved }, runId),
    registered: () => readRegistered(from),
    close: () => undefined,
  };
}

interface Listed {
  path: string;
  body: object;
  list: string;
}

async function pages(from: Speaker, { path, body, list }: Listed): Promise<Answer[]> {
  const all: Answer[] = [];
  let page_token: string | undefined;
  do {
    const asked = { ...body, max_results: atOnce, ...(page_token ? { page_token } : {}) };
    const answer = await speak(from, { method: 'POST', path, body: asked });
    for (const one of answer[list] ?? []) all.push(one);
    page_token = answer.next_page_token;
  } while (page_token);
  return all;
}

const pairsOf = (given: Answer): KeyValue[] =>
  (given ?? []).map(({ key, value }: KeyValue) => ({ key, value: value ?? '' }));

async function readRun({ from, moved }: { from: Speaker; moved: readonly string[] }, id: string): Promise<SourceRun> {
  const { run } = await speak(from, { method: 'GET', path: `${api}/runs/get`, query: { run_id: id } });
  const { info, data, inputs = {}, outputs = {} } = run;
  const points: SourcePoint[] = [];
  for (const { key } of data.metrics ?? []) for (const point of await history(from, id, key)) points.push(point);
  const models: SourceModel[] = [];
  for (const { model_id } of outputs.model_outputs ?? []) models.push(await readModel({ from, moved }, model_id));
  return {
    id,
    ...infoOf(info),
    params: pairsOf(data.params),
    tags: pairsOf(data.tags),
    points,
    datasets: (inputs.dataset_inputs ?? []).map(datasetOf),
    models,
    files: await filesOf({ from, moved }, info.artifact_uri, id),
  };
}

const infoOf = ({ run_name, status, user_id, start_time, end_time, lifecycle_stage, artifact_uri }: Answer) => ({
  name: run_name ?? '',
  status,
  clientUser: user_id ?? '',
  startedAt: start_time ?? null,
  endedAt: end_time ?? null,
  isDeleted: lifecycle_stage === 'deleted',
  artifactUri: artifact_uri,
});

const datasetOf = ({ dataset, tags }: Answer): SourceDataset => ({
  name: dataset.name,
  digest: dataset.digest,
  sourceType: dataset.source_type,
  source: dataset.source,
  schema: dataset.schema ?? null,
  profile: dataset.profile ?? null,
  tags: pairsOf(tags),
});

async function history(from: Speaker, run_id: string, metric_key: string): Promise<SourcePoint[]> {
  const points: SourcePoint[] = [];
  let page_token = '';
  do {
    const query = { run_id, metric_key, max_results: String(pointsAtOnce), ...(page_token ? { page_token } : {}) };
    const answer = await speak(from, { method: 'GET', path: `${api}/metrics/get-history`, query });
    for (const { key, value, timestamp, step } of answer.metrics ?? [])
      points.push({ key, value: Number(value), at: timestamp, step: step ?? 0 });
    page_token = answer.next_page_token ?? '';
  } while (page_token);
  return points;
}

async function readModel(reading: { from: Speaker; moved: readonly string[] }, id: string): Promise<SourceModel> {
  const { model } = await speak(reading.from, { method: 'GET', path: `${api}/logged-models/${id}` });
  const { info, data } = model;
  return {
    id,
    name: info.name,
    modelType: info.model_type ?? '',
    isReady: info.status === 'LOGGED_MODEL_READY' || info.status === 2,
    artifactUri: info.artifact_uri,
    params: pairsOf(data?.params),
    tags: pairsOf(info.tags),
    files: await filesOf(reading, info.artifact_uri, null),
  };
}

const proxied = /^mlflow-artifacts:(?:\/\/[^/]*)?\/(.+)$/;

/** Through the proxy of the server, by what it fetches for its own page, or from this machine. */
async function filesOf(
  { from, moved }: { from: Speaker; moved: readonly string[] },
  uri: string,
  runId: string | null,
): Promise<SourceFile[]> {
  const place = proxied.exec(uri)?.[1];
  if (place !== undefined)
    return walk(
      (folder) => listProxied(from, place, folder),
      (path) => () =>
        fetchFile(from, { method: 'GET', path: `api/2.0/mlflow-artifacts/artifacts/${asPath(`${place}/${path}`)}` }),
    );
  const folder = folderOf(uri, moved);
  if (folder !== null || runId === null) return listFiles(folder);
  return walk(
    (below) => listOfRun(from, runId, below),
    (path) => () => fetchFile(from, { method: 'GET', path: 'get-artifact', query: { path, run_uuid: runId } }),
  );
}

interface Entry {
  path: string;
  isFolder: boolean;
  size_bytes: number;
}

async function walk(
  list: (folder: string) => Promise<Entry[]>,
  opener: (path: string) => SourceFile['open'],
): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  const waiting = [''];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop())
    for (const { path, isFolder, size_bytes } of await list(folder)) {
      if (isFolder) waiting.push(path);
      else files.push({ path, size_bytes, open: opener(path) });
    }
  return files;
}

const entry = ({ path, is_dir, file_size }: Answer): Entry => ({
  path,
  isFolder: is_dir === true,
  size_bytes: Number(file_size ?? 0),
});

async function listProxied(from: Speaker, place: string, folder: string): Promise<Entry[]> {
  const query = { path: folder === '' ? place : `${place}/${folder}` };
  const answer = await find(from, { method: 'GET', path: 'api/2.0/mlflow-artifacts/artifacts', query });
  return (answer?.files ?? []).map((file: Answer) =>
    entry({ ...file, path: folder === '' ? file.path : `${folder}/${file.path}` }),
  );
}

async function listOfRun(from: Speaker, run_id: string, path: string): Promise<Entry[]> {
  const query = path === '' ? { run_id } : { run_id, path };
  const answer = await speak(from, { method: 'GET', path: `${api}/artifacts/list`, query });
  return (answer.files ?? []).map(entry);
}

async function readRegistered(from: Speaker): Promise<SourceRegistered[]> {
  const models = await listOf(from, `${api}/registered-models/search`, { field: 'registered_models', filter: '' });
  const prompts = await listOf(from, `${api}/registered-models/search`, {
    field: 'registered_models',
    filter: "tags.`mlflow.prompt.is_prompt` = 'true'",
  });
  const all = new Map([...models, ...prompts].map((model: Answer) => [model.name as string, model]));
  return Promise.all(
    [...all.values()].map(async ({ name, description, tags, aliases }) => {
      const isPrompt = pairsOf(tags).some(({ key }) => key === 'mlflow.prompt.is_prompt');
      const filter = `name='${name}'${isPrompt ? " and tags.`mlflow.prompt.is_prompt` = 'true'" : ''}`;
      const versions = await listOf(from, `${api}/model-versions/search`, { field: 'model_versions', filter });
      return {
        name,
        description: description ?? '',
        tags: pairsOf(tags),
        aliases: (aliases ?? []).map(({ alias, version }: Answer) => ({ alias, number: Number(version) })),
        versions: versions
          .map((version: Answer) => ({
            number: Number(version.version),
            source: version.source ?? '',
            storage: version.source ?? '',
            runId: version.run_id || null,
            description: version.description ?? '',
            stage: version.current_stage ?? 'None',
            tags: pairsOf(version.tags),
          }))
          .toSorted((one, other) => one.number - other.number),
      };
    }),
  );
}

async function listOf(
  from: Speaker,
  path: string,
  { field, filter }: { field: string; filter: string },
): Promise<Answer[]> {
  const all: Answer[] = [];
  let page_token = '';
  do {
    const query = { max_results: String(atOnce), ...(filter ? { filter } : {}), ...(page_token ? { page_token } : {}) };
    const answer = await speak(from, { method: 'GET', path, query });
    for (const one of answer[field] ?? []) all.push(one);
    page_token = answer.next_page_token ?? '';
  } while (page_token);
  return all;
}
