import { sql } from 'kysely';
import type { AnyDb } from '../../../platform/db/database.ts';
import { isLater, type StoredPoint } from '../stored-point.ts';
import { trackingDb } from '../tables.ts';

/** A point that says of which model it is, and on which data it was measured. */
export interface PointOfModel extends StoredPoint {
  modelId: string;
  datasetName: string;
  datasetDigest: string;
}

/** The last point of each metric of a model, by run and data. */
export async function writeModelPoints(db: AnyDb, points: readonly PointOfModel[]): Promise<void> {
  if (points.length === 0) return;
  const last = lastOfEach(points);
  await trackingDb(db)
    .insertInto('logged_model_metric')
    .values(
      last.map((point) => ({
        model_id: point.modelId,
        run_id: point.runId,
        key: point.key,
        dataset_name: point.datasetName,
        dataset_digest: point.datasetDigest,
        step: point.step,
        at: point.at,
        value: point.value,
        is_nan: point.is_nan,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['model_id', 'run_id', 'key', 'dataset_name', 'dataset_digest'])
        .doUpdateSet((is) => ({
          step: is.ref('excluded.step'),
          at: is.ref('excluded.at'),
          value: is.ref('excluded.value'),
          is_nan: is.ref('excluded.is_nan'),
        }))
        .where(
          sql<boolean>`(excluded.step, excluded.at, excluded.value) > (logged_model_metric.step, logged_model_metric.at, logged_model_metric.value)`,
        ),
    )
    .execute();
}

/** The last of each, in the order of their places: of two writes at a time neither then waits for the other. */
function lastOfEach(points: readonly PointOfModel[]): PointOfModel[] {
  const last = new Map<string, PointOfModel>();
  for (const point of points) {
    const { modelId, runId, key, datasetName, datasetDigest } = point;
    const place = JSON.stringify([modelId, runId, key, datasetName, datasetDigest]);
    const known = last.get(place);
    if (!known || isLater(point, known)) last.set(place, point);
  }
  return [...last].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, point]) => point);
}

/** Of these models those that there are. */
export async function knownModels(db: AnyDb, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await trackingDb(db).selectFrom('logged_model').select('id').where('id', 'in', ids).execute();
  return new Set(rows.map(({ id }) => id));
}
