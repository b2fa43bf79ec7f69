import type {
  ArtifactEntry,
  Experiment,
  KeyValue,
  KnownInput,
  LoggedModel,
  MetricPoint,
  ModelMetric,
  Run,
  RunInfo,
} from '../../capabilities/tracking/index.ts';
import { ifSet, unlessBlank, unlessEmpty } from './answer-parts.ts';

/** What the protocol answers: names with underscores, ids as text, what is not set left out. */
const stage = (isDeleted: boolean) => (isDeleted ? 'deleted' : 'active');

export function experimentAnswer(experiment: Experiment): object {
  return {
    experiment_id: String(experiment.id),
    name: experiment.name,
    artifact_location: experiment.artifactRoot,
    lifecycle_stage: stage(experiment.isDeleted),
    last_update_time: experiment.changedAt,
    creation_time: experiment.createdAt,
    ...unlessEmpty('tags', experiment.tags),
  };
}

export function runInfoAnswer(run: RunInfo): object {
  return {
    run_uuid: run.id,
    experiment_id: String(run.experimentId),
    run_name: run.name,
    user_id: run.clientUser,
    status: run.status,
    ...ifSet('start_time', run.startedAt),
    ...ifSet('end_time', run.endedAt),
    artifact_uri: run.artifactUri,
    lifecycle_stage: stage(run.isDeleted),
    run_id: run.id,
  };
}

export function runAnswer(run: Run): object {
  const data = {
    ...unlessEmpty('metrics', run.metrics.map(metricAnswer)),
    ...unlessEmpty('params', run.params satisfies readonly KeyValue[]),
    ...unlessEmpty('tags', run.tags),
  };
  const inputs = {
    ...unlessEmpty('dataset_inputs', run.datasets.map(datasetAnswer)),
    ...unlessEmpty(
      'model_inputs',
      run.modelsIn.map(({ modelId }) => ({ model_id: modelId })),
    ),
  };
  const made = run.modelsOut.map(({ modelId, step }) => ({ model_id: modelId, step }));
  return { info: runInfoAnswer(run), data, inputs, outputs: unlessEmpty('model_outputs', made) };
}

/** JSON has no word for what is not a number. */
export function metricAnswer({ key, value, at, step }: MetricPoint): object {
  return { key, value: Number.isNaN(value) ? 'NaN' : value, timestamp: at, step };
}

/** Base names, also of folders, as clients put them together again. */
export function artifactAnswer({ name, size_bytes }: ArtifactEntry): object {
  return { path: name, is_dir: size_bytes === null, ...ifSet('file_size', size_bytes) };
}

/** The digest of Peil, over all of the data, stands beside that of the client. */
function datasetAnswer({ name, digest, sourceType, source, schema, profile, tags, version }: KnownInput): object {
  const dataset = {
    name,
    digest,
    source_type: sourceType,
    source,
    ...ifSet('schema', schema),
    ...ifSet('profile', profile),
  };
  const own = version ? [{ key: 'peil.digest', value: version.sha256 }] : [];
  return { ...unlessEmpty('tags', [...tags, ...own]), dataset };
}

export function modelAnswer(model: LoggedModel): object {
  const info = {
    model_id: model.id,
    experiment_id: String(model.experimentId),
    name: model.name,
    creation_timestamp_ms: model.createdAt,
    last_updated_timestamp_ms: model.changedAt,
    artifact_uri: model.artifactUri,
    status: `LOGGED_MODEL_${model.status}`,
    ...unlessBlank('model_type', model.modelType),
    ...ifSet('source_run_id', model.sourceRunId),
    ...unlessEmpty('tags', model.tags),
  };
  const data = {
    ...unlessEmpty('params', model.params),
    ...unlessEmpty(
      'metrics',
      model.metrics.map((metric) => modelMetricAnswer(metric, model.id)),
    ),
  };
  return { info, data };
}

function modelMetricAnswer(metric: ModelMetric, model_id: string): object {
  const { datasetName, datasetDigest, runId } = metric;
  return {
    ...metricAnswer(metric),
    ...(datasetName ? { dataset_name: datasetName, dataset_digest: datasetDigest } : {}),
    model_id,
    run_id: runId,
  };
}
