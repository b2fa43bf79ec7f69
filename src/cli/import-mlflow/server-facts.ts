import type { KeyValue, SourcePoint } from './source.ts';
import { type Answer, find, type Speaker } from './speak.ts';

const pointsAtOnce = 25_000;

export const pairsOf = (given: Answer): KeyValue[] =>
  (given ?? []).map(({ key, value }: KeyValue) => ({ key, value: value ?? '' }));

/** All points of a metric; of a run that is not there any more none. */
export async function readHistory(from: Speaker, run_id: string, metric_key: string): Promise<SourcePoint[]> {
  const points: SourcePoint[] = [];
  let page_token = '';
  do {
    const query = { run_id, metric_key, max_results: String(pointsAtOnce), ...(page_token ? { page_token } : {}) };
    const answer = await find(from, { method: 'GET', path: 'api/2.0/mlflow/metrics/get-history', query });
    for (const { key, value, timestamp, step } of answer?.metrics ?? [])
      points.push({ key, value: Number(value), at: Number(timestamp), step: Number(step ?? 0) });
    page_token = answer?.next_page_token ?? '';
  } while (page_token);
  return points;
}
