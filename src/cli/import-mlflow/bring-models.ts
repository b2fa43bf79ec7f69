import type { ModelCounts } from '../../capabilities/tracking/contract.ts';
import { asParams, asTags } from './as-kept.ts';
import type { Bringing, ModelHere, Place } from './bringing.ts';
import { goOn } from './go-on.ts';
import { figure, inParts, sendFiles, sizeOf } from './sending.ts';
import type { SourceModel, SourceModelPoint } from './source.ts';
import { speak, type Speaker } from './speak.ts';

interface Made extends Place {
  /** here; null for models that no run made */
  runId: string | null;
  models: readonly SourceModel[];
  keptBack: readonly string[];
}

/** Models of a run, deleted ones where these are asked for, each counted by itself. */
export async function bringModels(bringing: Bringing, { models, keptBack, ...at }: Made): Promise<void> {
  const { brought, withDeleted } = bringing;
  for (const model of models)
    if (withDeleted || !model.isDeleted)
      await goOn(brought, `logged model ${model.id}`, () => bringModel(bringing, { ...at, model }));
    else brought.leftOut.push(`logged model ${model.id} (deleted)`);
  for (const id of keptBack)
    brought.leftOut.push(`logged model ${id} (deleted${withDeleted ? ', and not handed out there' : ''})`);
}

type ModelOf = Place & { runId: string | null; model: SourceModel };

async function bringModel(bringing: Bringing, { experiment, experimentId, runId, model }: ModelOf): Promise<void> {
  const { to, brought } = bringing;
  const { id: there, name, modelType, params, tags, step, isReady, isDeleted: isDeletedThere } = model;
  const last = isReady ? 'READY' : 'UPLOAD_FAILED';
  const facts = { params: asParams(params), tags: asTags(tags) };
  const about = { name, modelType, ...facts, step, sourceRunId: runId, isDeleted: isDeletedThere };
  const body = { experimentId, id: there, ...about, status: isDeletedThere ? last : 'PENDING' };
  const { id, isDeleted } = await speak(to, { method: 'POST', path: 'api/imports/logged-models', body });
  bringing.models.set(there, { id, experimentId: experiment.id });
  const wanted = countOf(model);
  if (!isSame(await counted(to, id), wanted))
    await sendFiles(bringing, `${experimentId}/models/${id}/artifacts`, model.files);
  if (!isDeleted) await finish(to, id, `LOGGED_MODEL_${last}`);
  const found = await counted(to, id);
  brought.models += 1;
  if (isDeleted) brought.deletedModels += 1;
  for (const what of ['files', 'files_bytes'] as const) brought[what] += found[what];
  for (const what of compared)
    if (found[what] !== wanted[what])
      brought.differences.push(`logged model ${there}: ${what} ${wanted[what]} there, ${found[what]} here`);
}

/** Its files are here. One that somebody finished otherwise stays so. */
async function finish(to: Speaker, id: string, status: string): Promise<void> {
  const path = `api/2.0/mlflow/logged-models/${id}`;
  const { model } = await speak(to, { method: 'GET', path });
  if (model.info.status === 'LOGGED_MODEL_PENDING')
    await speak(to, { method: 'PATCH', path, body: { model_id: id, status } });
}

/** Tags may be more here: what Peil adds. */
type Compared = Omit<ModelCounts, 'tags'>;
const compared = ['params', 'files', 'files_bytes'] as const;

const countOf = ({ params, files }: SourceModel): Compared => ({
  params: params.length,
  files: files.length,
  files_bytes: sizeOf(files),
});

const isSame = (found: ModelCounts, wanted: Compared): boolean =>
  compared.every((what) => found[what] === wanted[what]);

function counted(to: Speaker, id: string): Promise<ModelCounts> {
  return speak(to, { method: 'GET', path: `api/imports/logged-models/${id}/counts` });
}

const metricsAtOnce = 1000;

/** What was measured of models. After all runs: one may have measured a model that another has made. */
export async function bringModelMetrics(bringing: Bringing): Promise<void> {
  for (const [there, here] of bringing.models)
    await goOn(bringing.brought, `logged model ${there}`, () => bringMetricsOf(bringing, there, here));
}

async function bringMetricsOf(
  { source, to, brought, runs }: Bringing,
  there: string,
  { id, experimentId }: ModelHere,
): Promise<void> {
  const last = lastOfEach(await source.modelPoints(experimentId, there));
  const metrics = last.flatMap(({ value, ...point }) => {
    const runId = runs.get(point.runId);
    return runId === undefined ? [] : [{ ...point, value: figure(value), runId }];
  });
  let kept = 0;
  for (const some of inParts(metrics, metricsAtOnce)) {
    const path = `api/imports/logged-models/${id}/metrics`;
    kept += (await speak(to, { method: 'POST', path, body: { metrics: some } })).metrics;
  }
  brought.modelMetrics += kept;
  if (kept !== metrics.length)
    brought.differences.push(`logged model ${there}: metrics ${metrics.length} there, ${kept} here`);
  if (metrics.length < last.length)
    brought.leftOut.push(
      `logged model ${there}: metrics ${last.length - metrics.length} of runs that were not brought`,
    );
}

/** Of each metric, run and data, by step, then moment, then value: all that is kept of a model. */
function lastOfEach(points: readonly SourceModelPoint[]): SourceModelPoint[] {
  const last = new Map<string, SourceModelPoint>();
  for (const point of points) {
    const place = JSON.stringify([point.runId, point.key, point.datasetName, point.datasetDigest]);
    const known = last.get(place);
    if (!known || (point.step - known.step || point.at - known.at || point.value - known.value) > 0)
      last.set(place, point);
  }
  return [...last.values()];
}
