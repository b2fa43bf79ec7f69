import { pairsOf, readHistory } from './server-facts.ts';
import { filesOf, type ServerPlace } from './server-files.ts';
import { readLooseModels, readModelPoints, readModelsOf } from './server-models.ts';
import type { Source, SourceDataset, SourcePoint, SourceRegistered, SourceRun, SourceVersion } from './source.ts';
import { type Answer, speak, type Speaker } from './speak.ts';

const api = 'api/2.0/mlflow';
const atOnce = 1000;

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
    looseModels: (experimentId) => readLooseModels({ from, moved }, experimentId),
    modelPoints: (_, modelId) => readModelPoints(from, modelId),
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

async function readRun(place: ServerPlace, id: string): Promise<SourceRun> {
  const { from } = place;
  const { run } = await speak(from, { method: 'GET', path: `${api}/runs/get`, query: { run_id: id } });
  const { info, data, inputs = {}, outputs = {} } = run;
  const points: SourcePoint[] = [];
  for (const { key } of data.metrics ?? []) for (const point of await readHistory(from, id, key)) points.push(point);
  return {
    id,
    ...infoOf(info),
    params: pairsOf(data.params),
    tags: pairsOf(data.tags),
    points,
    datasets: (inputs.dataset_inputs ?? []).map(datasetOf),
    modelsGiven: (inputs.model_inputs ?? []).map(({ model_id }: Answer) => model_id),
    ...(await readModelsOf(place, id, outputs.model_outputs ?? [])),
    files: await filesOf(place, info.artifact_uri, id),
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

async function readRegistered(from: Speaker): Promise<SourceRegistered[]> {
  const models = await listOf(from, `${api}/registered-models/search`, { field: 'registered_models', filter: '' });
  const prompts = await listOf(from, `${api}/registered-models/search`, {
    field: 'registered_models',
    filter: "tags.`mlflow.prompt.is_prompt` = 'true'",
  });
  const all = new Map([...models, ...prompts].map((model: Answer) => [model.name as string, model]));
  const found: SourceRegistered[] = [];
  for (const model of all.values()) found.push(await registeredFrom(from, model));
  return found;
}

async function registeredFrom(from: Speaker, { name, description, tags, aliases }: Answer): Promise<SourceRegistered> {
  const isPrompt = pairsOf(tags).some(({ key }) => key === 'mlflow.prompt.is_prompt');
  const quoted = name.includes("'") ? `"${name}"` : `'${name}'`;
  const filter = `name=${quoted}${isPrompt ? " and tags.`mlflow.prompt.is_prompt` = 'true'" : ''}`;
  const versions = await listOf(from, `${api}/model-versions/search`, { field: 'model_versions', filter });
  return {
    name,
    description: description ?? '',
    tags: pairsOf(tags),
    aliases: (aliases ?? []).map(({ alias, version }: Answer) => ({ alias, number: Number(version) })),
    versions: versions.map(versionFrom).toSorted((one, other) => one.number - other.number),
  };
}

const versionFrom = ({ version, source, run_id, description, current_stage, tags }: Answer): SourceVersion => ({
  number: Number(version),
  source: source ?? '',
  storage: source ?? '',
  runId: run_id || null,
  description: description ?? '',
  stage: current_stage ?? 'None',
  tags: pairsOf(tags),
});

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
