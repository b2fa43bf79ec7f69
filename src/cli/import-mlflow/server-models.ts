import { pairsOf, readHistory } from './server-facts.ts';
import { filesOf, type ServerPlace } from './server-files.ts';
import type { SourceModel, SourceModelPoint, SourcePoint } from './source.ts';
import { type Answer, asPath, find, type Speaker } from './speak.ts';

const api = 'api/2.0/mlflow';
const modelsAtOnce = 100;

/** The models that a run says it made; without those that another made, which come with that one. */
export async function readModelsOf(
  place: ServerPlace,
  runId: string,
  outputs: readonly Answer[],
): Promise<{ models: SourceModel[]; modelsKeptBack: string[] }> {
  const models: SourceModel[] = [];
  const modelsKeptBack: string[] = [];
  for (const { model_id, step } of outputs) {
    const found = await findModel(place.from, model_id);
    if (!found) modelsKeptBack.push(model_id);
    else if (found.answer.info.source_run_id === runId)
      models.push(await modelFrom(place, { ...found, step: Number(step ?? 0) }));
  }
  return { models, modelsKeptBack };
}

/** Models that no run made, but for deleted ones, which a server does not list. */
export async function readLooseModels(place: ServerPlace, experimentId: string): Promise<SourceModel[]> {
  const all = await modelsOf(place.from, experimentId);
  const loose: SourceModel[] = [];
  for (const answer of all)
    if (!answer.info.source_run_id) loose.push(await modelFrom(place, { answer, isDeleted: false, step: 0 }));
  return loose;
}

interface FoundModel {
  answer: Answer;
  isDeleted: boolean;
}

/** Null for a deleted one where the server hands those out to nobody, as older ones do. */
async function findModel(from: Speaker, id: string): Promise<FoundModel | null> {
  const path = `${api}/logged-models/${asPath(id)}`;
  const active = await find(from, { method: 'GET', path });
  if (active) return { answer: active.model, isDeleted: false };
  const deleted = await find(from, { method: 'GET', path, query: { allow_deleted: 'true' } });
  return deleted && { answer: deleted.model, isDeleted: true };
}

async function modelFrom(
  place: ServerPlace,
  { answer: { info, data }, isDeleted, step }: FoundModel & { step: number },
): Promise<SourceModel> {
  return {
    id: info.model_id,
    name: info.name,
    modelType: info.model_type ?? '',
    isReady: info.status === 'LOGGED_MODEL_READY' || info.status === 2,
    isDeleted,
    step,
    artifactUri: info.artifact_uri,
    params: pairsOf(data?.params),
    tags: pairsOf(info.tags),
    files: await filesOf(place, info.artifact_uri, null),
  };
}

/** Without deleted ones; none where the server is of a release before there were logged models. */
async function modelsOf(from: Speaker, experimentId: string): Promise<Answer[]> {
  const all: Answer[] = [];
  let page_token: string | undefined;
  do {
    const body = { experiment_ids: [experimentId], max_results: modelsAtOnce, ...(page_token ? { page_token } : {}) };
    const answer = await find(from, { method: 'POST', path: `${api}/logged-models/search`, body });
    for (const one of answer?.models ?? []) all.push(one);
    page_token = answer?.next_page_token;
  } while (page_token);
  return all;
}

export async function readModelPoints(from: Speaker, modelId: string): Promise<SourceModelPoint[]> {
  const found = await findModel(from, modelId);
  const points: SourceModelPoint[] = (found?.answer.data?.metrics ?? []).map(pointFrom);
  await findNaN(from, points);
  return points;
}

function pointFrom({ key, value, timestamp, step, run_id, dataset_name, dataset_digest }: Answer): SourceModelPoint {
  const of = { key, value: Number(value), at: Number(timestamp), step: Number(step ?? 0), runId: run_id ?? '' };
  return { ...of, datasetName: dataset_name ?? '', datasetDigest: dataset_digest ?? '' };
}

/** A server over a database says 0 of a model where its run measured NaN: the run is asked then. */
async function findNaN(from: Speaker, points: readonly SourceModelPoint[]): Promise<void> {
  const zeros = points.filter(({ value }) => value === 0);
  for (const ofOne of Map.groupBy(zeros, ({ runId, key }) => JSON.stringify([runId, key])).values()) {
    const [{ runId, key } = { runId: '', key: '' }] = ofOne;
    const notNumbers = new Set(
      (await readHistory(from, runId, key)).filter(({ value }) => Number.isNaN(value)).map(momentOf),
    );
    for (const point of ofOne) if (notNumbers.has(momentOf(point))) point.value = NaN;
  }
}

const momentOf = ({ at, step }: SourcePoint): string => `${at} ${step}`;
