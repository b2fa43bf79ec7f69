import { sql } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import { isLater, type StoredPoint } from './stored-point.ts';
import { trackingDb } from './tables.ts';

export interface PointOfRun extends StoredPoint {
  experimentId: number;
}

/** SQLite takes 32,766 parameters in one statement, PostgreSQL 65,535; a point has five, a metric eight. */
const rowsAtOnce = 4_000;

/** Points, and the last of each metric. The same point twice is one point. */
export async function writePoints(db: AnyDb, points: readonly PointOfRun[]): Promise<void> {
  for (let start = 0; start < points.length; start += rowsAtOnce)
    await writeSome(db, points.slice(start, start + rowsAtOnce));
}

async function writeSome(db: AnyDb, points: readonly PointOfRun[]): Promise<void> {
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

function lastOfEach(points: readonly PointOfRun[]): PointOfRun[] {
  const last = new Map<string, PointOfRun>();
  for (const point of points) {
    const place = placeOf(point.runId, point.key);
    const known = last.get(place);
    if (!known || isLater(point, known)) last.set(place, point);
  }
  return [...last.values()];
}

/** Every metric is answered with its id, whether this point is its last or not. */
async function writeLast(db: AnyDb, last: readonly PointOfRun[]): Promise<(runId: string, key: string) => number> {
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
