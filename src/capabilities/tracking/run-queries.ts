import type { Selectable } from 'kysely';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { oneOf } from '../../platform/db/one-of.ts';
import { trackingErrors } from './errors.ts';
import { listFacts, noFacts } from './list-facts.ts';
import type { MetricPoint, Run, RunInfo } from './run.ts';
import { demandTracking } from './standing.ts';
import { trackingDb, type TrackingTables } from './tables.ts';

export type RunRow = Selectable<TrackingTables['run']>;

/** Deleted or not, with all that is known of it. Throws 404. */
export async function getRun(ctx: Context, id: string): Promise<Run> {
  const row = await getRunRow(ctx.db, id);
  await demandTracking(ctx, 'read', row.problem_id);
  const [run] = await withFacts(ctx.db, [row]);
  if (!run) throw trackingErrors.runNotFound({ id });
  return run;
}

/** The row, with the problem of its experiment. */
export async function getRunRow(db: AnyDb, id: string): Promise<RunRow & { problem_id: string | null }> {
  const row = await trackingDb(db)
    .selectFrom('run')
    .innerJoin('experiment', 'experiment.id', 'run.experiment_id')
    .selectAll('run')
    .select('experiment.problem_id')
    .where('run.id', '=', id)
    .executeTakeFirst();
  if (!row) throw trackingErrors.runNotFound({ id });
  return row;
}

/** Those of these runs that there are, in no order. */
export async function listRunRows(db: AnyDb, ids: readonly string[]): Promise<RunRow[]> {
  return trackingDb(db)
    .selectFrom('run')
    .selectAll()
    .where(oneOf(db, 'id', ids))
    .execute();
}

/** In the order of the rows; one read of all of them. */
export async function withFacts(db: AnyDb, rows: readonly RunRow[]): Promise<Run[]> {
  if (rows.length === 0) return [];
  const facts = await listFacts(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...infoOf(row), ...(facts.get(row.id) ?? noFacts) }));
}

export function infoOf(row: RunRow): RunInfo {
  return {
    id: row.id,
    experimentId: row.experiment_id,
    name: row.name,
    status: row.status,
    clientUser: row.client_user,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    artifactUri: row.artifact_uri,
    isDeleted: row.deleted_at !== null,
  };
}

export function asPoint(row: { key: string; value: number; is_nan: number; at: number; step: number }): MetricPoint {
  return { key: row.key, value: row.is_nan ? NaN : row.value, at: row.at, step: row.step };
}
