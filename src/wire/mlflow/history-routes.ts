import {
  listKnownData,
  listPointsOfRuns,
  type PointOfRun,
  samplePointsOfRuns,
} from '../../capabilities/tracking/index.ts';
import { ifSet, unlessEmpty } from './answer-parts.ts';
import { metricAnswer } from './answers.ts';
import { int64, listOf, required, text } from './fields.ts';
import { InvalidMessage } from './invalid-message.ts';
import { type WireRoute, wireRoute } from './wire-route.ts';

/** Points in one answer, and of one run in a chart. */
const mostPoints = 25_000;
const mostOfARun = 2_500;

const pointAnswer = (point: PointOfRun) => ({ ...metricAnswer(point), run_id: point.runId });

/** Both steps, or neither. */
function stepsOf(first: number | null, last: number | null): [number, number] | null {
  if (first === null && last === null) return null;
  if (first === null) throw InvalidMessage.of('start_step', 'it is given together with end_step, or neither is');
  if (last === null) throw InvalidMessage.of('end_step', 'it is given together with start_step, or neither is');
  if (first > last) throw InvalidMessage.of('end_step', 'a step that is not before start_step was expected');
  return [first, last];
}

function limitOf(given: number | null): number {
  const limit = given ?? mostOfARun;
  if (limit < 1 || limit > mostOfARun) throw InvalidMessage.of('max_results', `1 to ${mostOfARun} was expected`);
  return limit;
}

const searchData = (path: `POST ${string}`) =>
  wireRoute(path, { experiment_ids: listOf(required(text)) }, async (ctx, { experiment_ids }) => {
    const known = await listKnownData(ctx, experiment_ids);
    const summaries = known.map(({ experimentId, name, digest, context }) => ({
      experiment_id: String(experimentId),
      name,
      digest,
      ...ifSet('context', context),
    }));
    return unlessEmpty('dataset_summaries', summaries);
  });

/** What charts and pickers of pages ask, over several runs and experiments at once. */
export const historyRoutes: readonly WireRoute[] = [
  wireRoute(
    'GET 2.0/mlflow/metrics/get-history-bulk',
    { run_id: listOf(required(text)), metric_key: required(text), max_results: int64 },
    async (ctx, { run_id, metric_key, max_results }) => {
      const limit = Math.max(1, Math.min(max_results ?? mostPoints, mostPoints));
      const points = await listPointsOfRuns(ctx, { runIds: run_id, key: metric_key, limit });
      return { metrics: points.map(pointAnswer) };
    },
  ),
  wireRoute(
    'GET 2.0/mlflow/metrics/get-history-bulk-interval',
    {
      run_ids: listOf(required(text)),
      metric_key: required(text),
      start_step: int64,
      end_step: int64,
      max_results: int64,
    },
    async (ctx, { run_ids, metric_key, start_step, end_step, max_results }) => {
      const [steps, limit] = [stepsOf(start_step, end_step), limitOf(max_results)];
      const points = await samplePointsOfRuns(ctx, { runIds: run_ids, key: metric_key, limit, steps });
      return unlessEmpty('metrics', points.map(pointAnswer));
    },
  ),
  searchData('POST 2.0/mlflow/experiments/search-datasets'),
  // As the protocol itself writes this one address, without the slash.
  searchData('POST 2.0mlflow/experiments/search-datasets'),
];
