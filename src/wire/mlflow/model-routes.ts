import {
  addModelParams,
  createModel,
  deleteModel,
  finishModel,
  getModel,
  logInputs,
  logOutputs,
  modelStatuses,
  noteModel,
  searchModels,
  tagModel,
  untagModel,
} from '../../capabilities/tracking/index.ts';
import { ifSet, unlessEmpty } from './answer-parts.ts';
import { modelAnswer } from './answers.ts';
import { type Field, int64, listOf, messageOf, oneOf, required, text, truth } from './fields.ts';
import { InvalidMessage } from './invalid-message.ts';
import { listUnder } from './list-under.ts';
import { type WireRoute, wireRoute } from './wire-route.ts';

const at = '2.0/mlflow/logged-models' as const;
const keyValue = messageOf({ key: required(text), value: required(text) });
const ofOne = { model_id: required(text) };

const statusNames = modelStatuses.map((status) => `LOGGED_MODEL_${status}` as const);
const named = required(oneOf(statusNames));
/** By its name, or by its number in the protocol, which counts from 1. */
const statusField: Field<(typeof modelStatuses)[number]> = {
  read: (value) => {
    const name = named.read(typeof value === 'number' ? statusNames[value - 1] : value);
    return modelStatuses[statusNames.indexOf(name)] ?? 'PENDING';
  },
};

const datasetFields = messageOf({
  name: required(text),
  digest: required(text),
  source_type: required(text),
  source: required(text),
  schema: text,
  profile: text,
});

export const modelRoutes: readonly WireRoute[] = [
  wireRoute(
    `POST ${at}`,
    {
      experiment_id: required(text),
      name: text,
      model_type: text,
      source_run_id: text,
      params: listOf(keyValue),
      tags: listOf(keyValue),
    },
    async (ctx, { experiment_id, name, model_type, source_run_id, params, tags }) => {
      const model = await createModel(ctx, {
        experimentId: experiment_id,
        name: name || null,
        modelType: model_type ?? '',
        sourceRunId: source_run_id || null,
        params,
        tags,
      });
      return { model: modelAnswer(model) };
    },
  ),
  wireRoute(
    `POST ${at}/search`,
    {
      experiment_ids: listOf(required(text)),
      filter: text,
      datasets: listOf(messageOf({ dataset_name: required(text), dataset_digest: text })),
      max_results: int64,
      order_by: listOf(
        messageOf({ field_name: required(text), ascending: truth, dataset_name: text, dataset_digest: text }),
      ),
      page_token: text,
    },
    async (ctx, asked) => {
      const { items, nextPageToken } = await searchModels(ctx, {
        experimentIds: asked.experiment_ids,
        filter: asked.filter ?? '',
        datasets: asked.datasets.map(({ dataset_name, dataset_digest }) => ({
          name: dataset_name,
          digest: dataset_digest || null,
        })),
        orderBy: asked.order_by.map(({ field_name, ascending, dataset_name, dataset_digest }) => ({
          field: field_name,
          isAscending: ascending ?? true,
          name: dataset_name ?? '',
          digest: dataset_digest || null,
        })),
        limit: asked.max_results || 100,
        pageToken: asked.page_token ?? '',
      });
      return {
        ...unlessEmpty('models', items.map(modelAnswer)),
        ...ifSet('next_page_token', nextPageToken),
      };
    },
  ),
  wireRoute(`GET ${at}/:model_id`, { ...ofOne, allow_deleted: truth }, async (ctx, { model_id, allow_deleted }) => ({
    model: modelAnswer(await getModel(ctx, model_id, { mayBeDeleted: allow_deleted ?? false })),
  })),
  wireRoute(`PATCH ${at}/:model_id`, { ...ofOne, status: statusField }, async (ctx, { model_id, status }) => ({
    model: modelAnswer(await finishModel(ctx, { id: model_id, status })),
  })),
  wireRoute(`DELETE ${at}/:model_id`, ofOne, async (ctx, { model_id }) => {
    await deleteModel(ctx, model_id);
    return {};
  }),
  wireRoute(`PATCH ${at}/:model_id/tags`, { ...ofOne, tags: listOf(keyValue) }, async (ctx, { model_id, tags }) => {
    await tagModel(ctx, { id: model_id, tags });
    return { model: modelAnswer(await getModel(ctx, model_id)) };
  }),
  wireRoute(`DELETE ${at}/:model_id/tags/:key`, { ...ofOne, key: required(text) }, async (ctx, { model_id, key }) => {
    await untagModel(ctx, { id: model_id, key });
    return {};
  }),
  wireRoute(
    `POST ${at}/:model_id/params`,
    { ...ofOne, params: listOf(keyValue) },
    async (ctx, { model_id, params }) => {
      await addModelParams(ctx, { id: model_id, params });
      return {};
    },
  ),
  wireRoute(
    `GET ${at}/:model_id/artifacts/directories`,
    { ...ofOne, artifact_directory_path: text },
    async (ctx, { model_id, artifact_directory_path }) => {
      const { artifactUri } = await getModel(ctx, model_id);
      return listUnder(ctx, artifactUri, artifact_directory_path);
    },
  ),
  wireRoute(
    'POST 2.0/mlflow/runs/log-inputs',
    {
      run_id: required(text),
      datasets: listOf(messageOf({ tags: listOf(keyValue), dataset: datasetFields })),
      models: listOf(messageOf(ofOne)),
    },
    async (ctx, { run_id, datasets, models }) => {
      await logInputs(ctx, {
        runId: run_id,
        datasets: datasets.map(({ tags, dataset: { source_type, ...dataset } }) => ({
          ...dataset,
          sourceType: source_type,
          tags,
        })),
        modelIds: models.map(({ model_id }) => model_id),
      });
      return {};
    },
  ),
  wireRoute(
    'POST 2.0/mlflow/runs/outputs',
    { run_id: required(text), models: listOf(messageOf({ ...ofOne, step: int64 })) },
    async (ctx, { run_id, models }) => {
      await logOutputs(ctx, {
        runId: run_id,
        models: models.map(({ model_id, step }) => ({ modelId: model_id, step: step ?? 0 })),
      });
      return {};
    },
  ),
  wireRoute(
    'POST 2.0/mlflow/runs/log-model',
    { run_id: required(text), model_json: required(text) },
    async (ctx, { run_id, model_json }) => {
      await noteModel(ctx, { runId: run_id, described: describedModel(model_json) });
      return {};
    },
  ),
];

/** An object of JSON, as text within the message. */
function describedModel(model_json: string): Readonly<Record<string, unknown>> {
  try {
    const described: unknown = JSON.parse(model_json);
    if (typeof described === 'object' && described !== null && !Array.isArray(described))
      return described as Record<string, unknown>;
  } catch {
    // The sentence below says it.
  }
  throw InvalidMessage.of('model_json', 'an object of JSON, as text, was expected');
}
