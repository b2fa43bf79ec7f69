import type { AnyDb } from '../../platform/db/database.ts';
import { defer } from '../../platform/db/defer.ts';
import { insertMany, manyRows } from '../../platform/db/insert-many.ts';
import { isLater, type StoredPoint } from './stored-point.ts';

export interface PointOfRun extends StoredPoint {
  experimentId: number;
}

/** Points, and the last of each metric. The same point twice is one point. */
export async function writePoints(db: AnyDb, points: readonly PointOfRun[]): Promise<void> {
  if (points.length === 0) return;
  const idOf = await writeLast(db, lastOfEach(points));
  await defer(
    db,
    manyRows(db, {
      into: 'metric_point',
      columns: { metric_id: 'integer', step: 'bigint', at: 'bigint', value: 'double precision', is_nan: 'integer' },
      rows: points.map(({ runId, key, step, at, value, is_nan }) => [idOf(runId, key), step, at, value, is_nan]),
      tail: 'on conflict do nothing',
    }),
  );
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The last of each metric, by run and key: of two writes at a time neither then waits for the other. */
function lastOfEach(points: readonly PointOfRun[]): PointOfRun[] {
  const last = new ByMetric<PointOfRun>();
  for (const point of points) {
    const known = last.get(point.runId, point.key);
    if (!known || isLater(point, known)) last.set(point.runId, point.key, point);
  }
  return last.values().toSorted((a, b) => byText(a.runId, b.runId) || byText(a.key, b.key));
}

/** By run and key, without making a text of both for every point. */
class ByMetric<Value> {
  readonly #byRun = new Map<string, Map<string, Value>>();

  get(runId: string, key: string): Value | undefined {
    return this.#byRun.get(runId)?.get(key);
  }

  set(runId: string, key: string, value: Value): void {
    const known = this.#byRun.get(runId);
    if (known) known.set(key, value);
    else this.#byRun.set(runId, new Map([[key, value]]));
  }

  values(): Value[] {
    return [...this.#byRun.values()].flatMap((byKey) => [...byKey.values()]);
  }
}

const isLaterThanKept =
  '(excluded.step, excluded.at, excluded.value) > (run_metric.step, run_metric.at, run_metric.value)';
const keepLater = ['step', 'at', 'value', 'is_nan']
  .map((column) => `${column} = case when ${isLaterThanKept} then excluded.${column} else run_metric.${column} end`)
  .join(', ');

/** Every metric is answered with its id, whether this point is its last or not. */
async function writeLast(db: AnyDb, last: readonly PointOfRun[]): Promise<(runId: string, key: string) => number> {
  const rows = await insertMany<{ id: number; run_id: string; key: string }>(db, {
    into: 'run_metric',
    columns: {
      run_id: 'text',
      experiment_id: 'integer',
      key: 'text',
      step: 'bigint',
      at: 'bigint',
      value: 'double precision',
      is_nan: 'integer',
    },
    rows: last.map((point) => [
      point.runId,
      point.experimentId,
      point.key,
      point.step,
      point.at,
      point.value,
      point.is_nan,
    ]),
    tail: `on conflict (run_id, key) do update set ${keepLater} returning id, run_id, key`,
  });
  const ids = new ByMetric<number>();
  for (const { id, run_id, key } of rows) ids.set(run_id, key, id);
  return (runId, key) => {
    const id = ids.get(runId, key);
    if (id === undefined) throw new Error(`metric ${key} of run ${runId} was not written`);
    return id;
  };
}
