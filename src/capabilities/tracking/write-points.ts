import { sql } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import type { MetricPoint } from './run.ts';
import { trackingDb } from './tables.ts';

export interface PointOfRun extends MetricPoint {
  runId: string;
  experimentId: number;
}

interface Stored extends PointOfRun {
  is_nan: number;
}

/** SQLite takes 32,766 parameters in one statement, PostgreSQL 65,535; a point has five, a metric eight. */
const rowsAtOnce = 4_000;

/** Points, and the last of each metric. The same point twice is one point. */
export async function writePoints(db: AnyDb, points: readonly PointOfRun[]): Promise<void> {
  for (let start = 0; start < points.length; start += rowsAtOnce)
    await writeSome(db, points.slice(start, start + rowsAtOnce).map(asStored));
}

function asStored(point: PointOfRun): Stored {
  const is_nan = Number.isNaN(point.value) ? 1 : 0;
  const value = is_nan ? 0 : Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, point.value));
  return { ...point, value, is_nan };
}

async function writeSome(db: AnyDb, points: readonly Stored[]): Promise<void> {
  const idOf = await writeLast(db, lastOfEach(points));
  await trackingDb(db)
    .insertInto('metric_point')
    .values(
      points.map(({ runId, key, step, at, value, is_nan }) => ({
        metric_id: idOf(runId, key),
        step,
        at,
        value,
        is_nan,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const placeOf = (runId: string, key: string) => `${runId} ${key}`;

function lastOfEach(points: readonly Stored[]): Stored[] {
  const last = new Map<string, Stored>();
  for (const point of points) {
    const place = placeOf(point.runId, point.key);
    const known = last.get(place);
    if (!known || isLater(point, known)) last.set(place, point);
  }
  return [...last.values()];
}

const isLater = (a: Stored, b: Stored) => (a.step - b.step || a.at - b.at || a.value - b.value) > 0;

/** Every metric is answered with its id, whether this point is its last or not. */
async function writeLast(db: AnyDb, last: readonly Stored[]): Promise<(runId: string, key: string) => number> {
  const isLaterThanKept = sql<boolean>`(excluded.step, excluded.at, excluded.value) > (run_metric.step, run_metric.at, run_metric.value)`;
  const keep = (column: string) =>
    sql<number>`case when ${isLaterThanKept} then ${sql.ref(`excluded.${column}`)} else ${sql.ref(`run_metric.${column}`)} end`;
  const rows = await trackingDb(db)
    .insertInto('run_metric')
    .values(
      last.map(({ runId, experimentId, key, step, at, value, is_nan }) => ({
        run_id: runId,
        experiment_id: experimentId,
        key,
        step,
        at,
        value,
        is_nan,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['run_id', 'key'])
        .doUpdateSet({ step: keep('step'), at: keep('at'), value: keep('value'), is_nan: keep('is_nan') }),
    )
    .returning(['id', 'run_id', 'key'])
    .execute();
  const ids = new Map(rows.map(({ id, run_id, key }) => [placeOf(run_id, key), id]));
  return (runId, key) => {
    const id = ids.get(placeOf(runId, key));
    if (id === undefined) throw new Error(`metric ${key} of run ${runId} was not written`);
    return id;
  };
}
