import {
  createRun,
  deleteRun,
  getRun,
  listPoints,
  logFacts,
  type LoggedPoint,
  restoreRun,
  runStatuses,
  searchRuns,
  untagRun,
  updateRun,
} from '../../capabilities/tracking/index.ts';
import { readPageToken, writePageToken } from '../../platform/filter/page-token.ts';
import { ifSet } from './answer-parts.ts';
import { metricAnswer, runAnswer, runInfoAnswer } from './answers.ts';
import { double, type Field, int64, listOf, messageOf, objectOf, oneOf, readField, required, text } from './fields.ts';
import { InvalidMessage } from './invalid-message.ts';
import { jsonList } from './json-list.ts';
import { listUnder } from './list-under.ts';
import { toldRunsOf } from './told-runs.ts';
import { viewOf, viewTypes } from './views.ts';
import { type WireRoute, wireRoute } from './wire-route.ts';

const at = '2.0/mlflow/runs' as const;
const keyValue = messageOf({ key: required(text), value: required(text) });
/** The older of the two names is still sent by some. */
const ofOne = { run_id: text, run_uuid: text };
const metricFields = {
  key: required(text),
  value: required(double),
  timestamp: required(int64),
  step: int64,
  model_id: text,
  dataset_name: text,
  dataset_digest: text,
};

/** Of a batch of a thousand, each read as it is used. */
const point: Field<LoggedPoint> = {
  read: (value) => {
    const given = objectOf(value);
    return {
      key: readField(metricFields.key, given, 'key'),
      value: readField(metricFields.value, given, 'value'),
      at: readField(metricFields.timestamp, given, 'timestamp'),
      step: readField(metricFields.step, given, 'step') ?? 0,
      modelId: readField(metricFields.model_id, given, 'model_id') || null,
      datasetName: readField(metricFields.dataset_name, given, 'dataset_name'),
      datasetDigest: readField(metricFields.dataset_digest, given, 'dataset_digest'),
    };
  },
};

/** Points of one metric in an answer, where the client names no number. */
const pointsAPage = 25_000;

function idOf({ run_id, run_uuid }: { run_id: string | null; run_uuid: string | null }): string {
  const id = run_id || run_uuid;
  if (!id) throw InvalidMessage.missing('run_id');
  return id;
}

const nothing = { metrics: [], params: [], tags: [] };

export const runRoutes: readonly WireRoute[] = [
  wireRoute(
    `POST ${at}/create`,
    { experiment_id: text, user_id: text, run_name: text, start_time: int64, tags: listOf(keyValue) },
    async (ctx, { experiment_id, user_id, run_name, start_time, tags }) => {
      const run = await createRun(ctx, {
        experimentId: experiment_id || '0',
        name: run_name,
        clientUser: user_id ?? '',
        startedAt: start_time,
        tags,
      });
      return { run: runAnswer(run) };
    },
  ),
  wireRoute(`GET ${at}/get`, ofOne, async (ctx, asked) => ({ run: runAnswer(await getRun(ctx, idOf(asked))) })),
  wireRoute(
    `POST ${at}/update`,
    { ...ofOne, status: oneOf(runStatuses), end_time: int64, run_name: text },
    async (ctx, asked) => {
      const { status, end_time, run_name } = asked;
      const info = await updateRun(ctx, { id: idOf(asked), status, endedAt: end_time, name: run_name });
      return { run_info: runInfoAnswer(info) };
    },
  ),
  wireRoute(
    `POST ${at}/search`,
    {
      experiment_ids: listOf(required(text)),
      filter: text,
      run_view_type: oneOf(viewTypes),
      max_results: int64,
      order_by: listOf(required(text)),
      page_token: text,
    },
    async (ctx, asked) => {
      const search = {
        experimentIds: asked.experiment_ids,
        filter: asked.filter ?? '',
        view: viewOf(asked.run_view_type),
        orderBy: asked.order_by,
        limit: asked.max_results ?? 1000,
        pageToken: asked.page_token ?? '',
      };
      const { items, nextPageToken } = await searchRuns(ctx, search, toldRunsOf(ctx));
      return jsonList('runs', items, ifSet('next_page_token', nextPageToken));
    },
  ),
  wireRoute(`POST ${at}/delete`, { run_id: required(text) }, async (ctx, { run_id }) => {
    await deleteRun(ctx, run_id);
    return {};
  }),
  wireRoute(`POST ${at}/restore`, { run_id: required(text) }, async (ctx, { run_id }) => {
    await restoreRun(ctx, run_id);
    return {};
  }),
  wireRoute(`POST ${at}/log-metric`, { ...ofOne, ...metricFields }, async (ctx, asked) => {
    await logFacts(ctx, { ...nothing, runId: idOf(asked), metrics: [point.read(asked)] });
    return {};
  }),
  wireRoute(`POST ${at}/log-parameter`, { ...ofOne, key: required(text), value: text }, async (ctx, asked) => {
    const params = [{ key: asked.key, value: asked.value ?? '' }];
    await logFacts(ctx, { ...nothing, runId: idOf(asked), params });
    return {};
  }),
  wireRoute(`POST ${at}/set-tag`, { ...ofOne, key: required(text), value: text }, async (ctx, asked) => {
    const tags = [{ key: asked.key, value: asked.value ?? '' }];
    await logFacts(ctx, { ...nothing, runId: idOf(asked), tags });
    return {};
  }),
  wireRoute(`POST ${at}/delete-tag`, { run_id: required(text), key: required(text) }, async (ctx, { run_id, key }) => {
    await untagRun(ctx, { id: run_id, key });
    return {};
  }),
  wireRoute(
    `POST ${at}/log-batch`,
    {
      run_id: required(text),
      metrics: listOf(point),
      params: listOf(messageOf({ key: required(text), value: text })),
      tags: listOf(messageOf({ key: required(text), value: text })),
    },
    async (ctx, { run_id, metrics, params, tags }) => {
      const withText = ({ key, value }: { key: string; value: string | null }) => ({ key, value: value ?? '' });
      await logFacts(ctx, {
        runId: run_id,
        metrics,
        params: params.map(withText),
        tags: tags.map(withText),
      });
      return {};
    },
  ),
  wireRoute(
    'GET 2.0/mlflow/metrics/get-history',
    { ...ofOne, metric_key: required(text), max_results: int64, page_token: text },
    async (ctx, asked) => {
      const limit = Math.max(1, Math.min(asked.max_results ?? pointsAPage, pointsAPage));
      const offset = readPageToken(asked.page_token ?? '');
      const points = await listPoints(ctx, { runId: idOf(asked), key: asked.metric_key, offset, limit });
      const metrics = points.slice(0, limit).map(metricAnswer);
      return {
        ...(metrics.length > 0 ? { metrics } : {}),
        ...(points.length > limit ? { next_page_token: writePageToken(offset + limit) } : {}),
      };
    },
  ),
  wireRoute('GET 2.0/mlflow/artifacts/list', { ...ofOne, path: text, page_token: text }, async (ctx, asked) => {
    const { artifactUri } = await getRun(ctx, idOf(asked));
    return listUnder(ctx, artifactUri, asked.path);
  }),
];
