import type { Context } from '../../platform/context/context.ts';
import type { MetricPoint } from './run.ts';
import { asPoint, getRunRow } from './run-queries.ts';
import { demandTracking } from './standing.ts';
import { trackingDb } from './tables.ts';

/** The points of one metric by step, then moment, then value; one more than asked for where there are more. */
export async function listPoints(
  ctx: Context,
  { runId, key, offset, limit }: { runId: string; key: string; offset: number; limit: number },
): Promise<MetricPoint[]> {
  const { problem_id } = await getRunRow(ctx.db, runId);
  await demandTracking(ctx, 'read', problem_id);
  const rows = await trackingDb(ctx.db)
    .selectFrom('metric_point')
    .innerJoin('run_metric', 'run_metric.id', 'metric_point.metric_id')
    .select(['run_metric.key', 'metric_point.step', 'metric_point.at', 'metric_point.value', 'metric_point.is_nan'])
    .where('run_metric.run_id', '=', runId)
    .where('run_metric.key', '=', key)
    .orderBy('metric_point.step')
    .orderBy('metric_point.at')
    .orderBy('metric_point.value')
    .limit(limit + 1)
    .offset(offset)
    .execute();
  return rows.map(asPoint);
}
