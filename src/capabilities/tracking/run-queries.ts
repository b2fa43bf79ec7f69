import type { Selectable } from 'kysely';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { oneOf } from '../../platform/db/one-of.ts';
import { trackingErrors } from './errors.ts';
import { fromJson } from '../../platform/json.ts';
import type { KeyValue, KnownInput, MetricPoint, ModelLink, Run, RunInfo } from './run.ts';
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

/** In the order of the rows; one read of each kind for all of them. */
export async function withFacts(db: AnyDb, rows: readonly RunRow[]): Promise<Run[]> {
  if (rows.length === 0) return [];
  const on = trackingDb(db);
  const ofThese = oneOf(
    db,
    'run_id',
    rows.map(({ id }) => id),
  );
  const [metrics, params, tags, datasets, models] = await Promise.all([
    on
      .selectFrom('run_metric')
      .select(['run_id', 'key', 'value', 'is_nan', 'at', 'step'])
      .where(ofThese)
      .orderBy('key')
      .execute()
      .then(byRun),
    on.selectFrom('run_param').selectAll().where(ofThese).orderBy('key').execute().then(byRun),
    on.selectFrom('run_tag').selectAll().where(ofThese).orderBy('key').execute().then(byRun),
    on.selectFrom('run_dataset').selectAll().where(ofThese).orderBy('name').execute().then(byRun),
    on.selectFrom('run_model').selectAll().where(ofThese).orderBy('model_id').execute().then(byRun),
  ]);
  return rows.map((row) => ({
    ...infoOf(row),
    metrics: (metrics.get(row.id) ?? []).map(asPoint),
    params: (params.get(row.id) ?? []).map(asKeyValue),
    tags: (tags.get(row.id) ?? []).map(asKeyValue),
    datasets: (datasets.get(row.id) ?? []).map(asDataset),
    modelsIn: linksOf(models.get(row.id), 'in'),
    modelsOut: linksOf(models.get(row.id), 'out'),
  }));
}

const byRun = <Row extends { run_id: string }>(rows: readonly Row[]): Map<string, Row[]> =>
  Map.groupBy(rows, ({ run_id }) => run_id);

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

const asKeyValue = ({ key, value }: KeyValue): KeyValue => ({ key, value });

function asDataset(row: Selectable<TrackingTables['run_dataset']>): KnownInput {
  const { name, digest, source_type: sourceType, source, schema, profile, tags } = row;
  const { version_id: id, version_sha256: sha256 } = row;
  const version = id === null || sha256 === null ? null : { id, sha256 };
  return { name, digest, sourceType, source, schema, profile, tags: fromJson(tags), version };
}

function linksOf(
  rows: readonly Selectable<TrackingTables['run_model']>[] | undefined,
  direction: 'in' | 'out',
): ModelLink[] {
  return (rows ?? []).flatMap((row) =>
    row.direction === direction ? [{ modelId: row.model_id, step: row.step }] : [],
  );
}
