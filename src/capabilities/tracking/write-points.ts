import type { AnyDb } from '../../platform/db/database.ts';
import { insertMany } from '../../platform/db/insert-many.ts';
import { lastOfEach, type StoredPoint } from './stored-point.ts';

export interface PointOfRun extends StoredPoint {
  experimentId: number;
}

/** Points, and the last of each metric. The same point twice is one point. */
export async function writePoints(db: AnyDb, points: readonly PointOfRun[]): Promise<void> {
  if (points.length === 0) return;
  const idOf = await writeLast(
    db,
    lastOfEach(points, ({ runId, key }) => placeOf(runId, key)),
  );
  await insertMany(db, {
    into: 'metric_point',
    columns: { metric_id: 'integer', step: 'bigint', at: 'bigint', value: 'double precision', is_nan: 'integer' },
    rows: points.map(({ runId, key, step, at, value, is_nan }) => [idOf(runId, key), step, at, value, is_nan]),
    tail: 'on conflict do nothing',
  });
}

const placeOf = (runId: string, key: string) => `${runId} ${key}`;

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
  const ids = new Map(rows.map(({ id, run_id, key }) => [placeOf(run_id, key), id]));
  return (runId, key) => {
    const id = ids.get(placeOf(runId, key));
    if (id === undefined) throw new Error(`metric ${key} of run ${runId} was not written`);
    return id;
  };
}
