import type { Context } from '../../../platform/context/context.ts';
import { trackingErrors } from '../errors.ts';
import { getRunRow } from '../run-queries.ts';
import { demandTracking } from '../standing.ts';
import { trackingDb } from '../tables.ts';

/** By which its points are kept. Throws 404. */
export async function getMetricId(ctx: Context, { runId, key }: { runId: string; key: string }): Promise<number> {
  const { problem_id } = await getRunRow(ctx.db, runId);
  await demandTracking(ctx, 'read', problem_id);
  const row = await trackingDb(ctx.db)
    .selectFrom('run_metric')
    .select('id')
    .where('run_id', '=', runId)
    .where('key', '=', key)
    .executeTakeFirst();
  if (!row) throw trackingErrors.metricNotFound({ key });
  return row.id;
}
