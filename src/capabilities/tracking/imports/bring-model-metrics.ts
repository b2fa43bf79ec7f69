import { quietly } from '../../../platform/context/change.ts';
import type { Context } from '../../../platform/context/context.ts';
import type { AnyDb } from '../../../platform/db/database.ts';
import { oneOf } from '../../../platform/db/one-of.ts';
import { checkName } from '../check-facts.ts';
import { trackingErrors } from '../errors.ts';
import { getModelRow } from '../models/model-queries.ts';
import { type PointOfModel, writeModelPoints } from '../models/write-model-points.ts';
import { demandTracking } from '../standing.ts';
import { keptValue, nanMark } from '../stored-point.ts';
import { trackingDb } from '../tables.ts';

interface GivenMetric {
  key: string;
  value: number | 'NaN' | 'Infinity' | '-Infinity';
  at: number;
  step: number;
  runId: string;
  datasetName: string;
  datasetDigest: string;
}

/**
 * What was measured elsewhere of a model that was brought. Answers how many of these are here now. As what clients log it is not audited
 * one by one. Throws 404 for an unknown model or run.
 */
export async function bringModelMetrics(
  ctx: Context,
  { modelId, metrics }: { modelId: string; metrics: readonly GivenMetric[] },
): Promise<{ metrics: number }> {
  for (const [index, { key }] of metrics.entries()) checkName(key, `metrics[${index}].key`);
  const { problem_id } = await getModelRow(ctx.db, modelId);
  await demandTracking(ctx, 'write', problem_id);
  const runIds = [...new Set(metrics.map(({ runId }) => runId))];
  await refuseUnknownRun(ctx.db, runIds);
  const points = metrics.map((metric) => {
    const value = Number(metric.value);
    return { ...metric, modelId, value: keptValue(value), is_nan: nanMark(value) };
  });
  return quietly(ctx, async (db) => {
    await writeModelPoints(db, points);
    const kept = await trackingDb(db)
      .selectFrom('logged_model_metric')
      .selectAll()
      .where('model_id', '=', modelId)
      .where(oneOf(db, 'run_id', runIds))
      .where(oneOf(db, 'key', [...new Set(metrics.map(({ key }) => key))]))
      .execute();
    const here = new Set(
      kept.map((row) =>
        placeOf({ ...row, runId: row.run_id, datasetName: row.dataset_name, datasetDigest: row.dataset_digest }),
      ),
    );
    const wanted = new Set(points.map(placeOf));
    return { metrics: [...wanted].filter((place) => here.has(place)).length };
  });
}

const placeOf = ({
  runId,
  key,
  datasetName,
  datasetDigest,
}: Pick<PointOfModel, 'runId' | 'key' | 'datasetName' | 'datasetDigest'>): string =>
  JSON.stringify([runId, key, datasetName, datasetDigest]);

async function refuseUnknownRun(db: AnyDb, ids: readonly string[]): Promise<void> {
  const rows = await trackingDb(db)
    .selectFrom('run')
    .select('id')
    .where(oneOf(db, 'id', ids))
    .execute();
  const known = new Set(rows.map(({ id }) => id));
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined) throw trackingErrors.runNotFound({ id: unknown });
}
