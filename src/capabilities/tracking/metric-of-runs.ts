import { sql } from 'kysely';
import type { Context } from '../../platform/context/context.ts';
import { trackingErrors } from './errors.ts';
import type { MetricPoint } from './run.ts';
import { asPoint, getRunRow } from './run-queries.ts';
import { demandTracking, readableOrInbox } from './standing.ts';
import { trackingDb } from './tables.ts';

export interface PointOfRun extends MetricPoint {
  runId: string;
}

interface OfRuns {
  runIds: readonly string[];
  key: string;
  /** at most so many: of all runs together, or of each, as the operation says */
  limit: number;
}

const runsAtOnce = 100;

/** The points of one metric in several runs, by run, moment, step and value. Runs that the actor may not see have none. */
export async function listPointsOfRuns(ctx: Context, { runIds, key, limit }: OfRuns): Promise<PointOfRun[]> {
  checkRuns(runIds);
  const isReadable = await readableOrInbox(ctx, 'experiment.problem_id');
  const rows = await trackingDb(ctx.db)
    .selectFrom('metric_point as point')
    .innerJoin('run_metric', 'run_metric.id', 'point.metric_id')
    .innerJoin('experiment', 'experiment.id', 'run_metric.experiment_id')
    .select(['run_metric.run_id', 'run_metric.key', 'point.step', 'point.at', 'point.value', 'point.is_nan'])
    .where('run_metric.run_id', 'in', runIds)
    .where('run_metric.key', '=', key)
    .where(isReadable)
    .orderBy('run_metric.run_id')
    .orderBy('point.at')
    .orderBy('point.step')
    .orderBy('point.value')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...asPoint(row), runId: row.run_id }));
}

/**
 * Of each run points that are spread evenly over those between two steps, the first and the last always among them. Throws 404
 * for an unknown run.
 */
export async function samplePointsOfRuns(
  ctx: Context,
  { runIds, key, limit, steps }: OfRuns & { steps: readonly [first: number, last: number] | null },
): Promise<PointOfRun[]> {
  checkRuns(runIds);
  for (const runId of runIds) {
    const { problem_id } = await getRunRow(ctx.db, runId);
    await demandTracking(ctx, 'read', problem_id);
  }
  const sampled = await Promise.all(runIds.map((runId) => samplePoints(ctx, { runId, key, limit, steps })));
  return sampled.flat();
}

type Row = { key: string; step: number; at: number; value: number; is_nan: number };

/** Points are counted off into as many groups as are wanted, each told by its first: whole numbers, so that both databases agree. */
async function samplePoints(
  ctx: Context,
  { runId, key, limit, steps }: { runId: string; key: string; limit: number; steps: readonly [number, number] | null },
): Promise<PointOfRun[]> {
  const between = steps ? sql`and point.step between ${steps[0]} and ${steps[1]}` : sql``;
  const group = (place: string) => sql`(${sql.raw(place)} * (${sql.lit(limit - 1)})) / (many - 1)`;
  const isFirstOfGroup =
    limit === 1
      ? sql`place = many`
      : sql`(many <= ${limit} or place = 1 or ${group('(place - 1)')} > ${group('(place - 2)')})`;
  const { rows } = await sql<Row>`
    select * from (
      select run_metric.key, point.step, point.at, point.value, point.is_nan, count(*) over () as many,
        row_number() over (order by point.step, point.at, point.value, point.is_nan) as place
      from metric_point as point join run_metric on run_metric.id = point.metric_id
      where run_metric.run_id = ${runId} and run_metric.key = ${key} ${between}
    ) as counted where ${isFirstOfGroup} order by place`.execute(ctx.db);
  return rows.map((row) => ({ ...asPoint(row), runId }));
}

function checkRuns(runIds: readonly string[]): void {
  if (runIds.length === 0) throw trackingErrors.missing({ field: 'run_id' });
  if (runIds.length > runsAtOnce)
    throw trackingErrors.tooManyAtOnce({ what: 'run_ids', given: runIds.length, limit: runsAtOnce });
}
