import type { Selectable } from 'kysely';
import type { Context } from '../../../platform/context/context.ts';
import type { AnyDb } from '../../../platform/db/database.ts';
import { oneOf } from '../../../platform/db/one-of.ts';
import { trackingErrors } from '../errors.ts';
import type { LoggedModel, ModelMetric } from '../model.ts';
import type { KeyValue } from '../run.ts';
import { demandTracking } from '../standing.ts';
import { trackingDb, type TrackingTables } from '../tables.ts';

export type ModelRow = Selectable<TrackingTables['logged_model']>;

/** Throws 404, for a deleted one too unless it `mayBeDeleted`. */
export async function getModel(ctx: Context, id: string, { mayBeDeleted = false } = {}): Promise<LoggedModel> {
  const row = await getModelRow(ctx.db, id);
  await demandTracking(ctx, 'read', row.problem_id);
  if (row.deleted_at !== null && !mayBeDeleted) throw trackingErrors.modelNotFound({ id });
  const [model] = await withModelFacts(ctx.db, [row]);
  if (!model) throw trackingErrors.modelNotFound({ id });
  return model;
}

/** The row, with the problem of its experiment. */
export async function getModelRow(db: AnyDb, id: string): Promise<ModelRow & { problem_id: string | null }> {
  const row = await trackingDb(db)
    .selectFrom('logged_model')
    .innerJoin('experiment', 'experiment.id', 'logged_model.experiment_id')
    .selectAll('logged_model')
    .select('experiment.problem_id')
    .where('logged_model.id', '=', id)
    .executeTakeFirst();
  if (!row) throw trackingErrors.modelNotFound({ id });
  return row;
}

/** In the order of the rows. */
export async function withModelFacts(db: AnyDb, rows: readonly ModelRow[]): Promise<LoggedModel[]> {
  if (rows.length === 0) return [];
  const on = trackingDb(db);
  const ofThese = oneOf(
    db,
    'model_id',
    rows.map(({ id }) => id),
  );
  const [params, tags, metrics] = await Promise.all([
    on.selectFrom('logged_model_param').selectAll().where(ofThese).orderBy('key').execute(),
    on.selectFrom('logged_model_tag').selectAll().where(ofThese).orderBy('key').execute(),
    on
      .selectFrom('logged_model_metric')
      .selectAll()
      .where(ofThese)
      .orderBy('key')
      .orderBy('dataset_name')
      .orderBy('at')
      .execute(),
  ]);
  const paramsOf = Map.groupBy(params, ({ model_id }) => model_id);
  const tagsOf = Map.groupBy(tags, ({ model_id }) => model_id);
  const metricsOf = Map.groupBy(metrics, ({ model_id }) => model_id);
  return rows.map((row) => ({
    id: row.id,
    experimentId: row.experiment_id,
    name: row.name,
    modelType: row.model_type,
    sourceRunId: row.source_run_id,
    status: row.status,
    artifactUri: row.artifact_uri,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    isDeleted: row.deleted_at !== null,
    params: (paramsOf.get(row.id) ?? []).map(asKeyValue),
    tags: (tagsOf.get(row.id) ?? []).map(asKeyValue),
    metrics: (metricsOf.get(row.id) ?? []).map(asModelMetric),
  }));
}

const asKeyValue = ({ key, value }: KeyValue): KeyValue => ({ key, value });

const asModelMetric = (row: Selectable<TrackingTables['logged_model_metric']>): ModelMetric => ({
  key: row.key,
  value: row.is_nan ? NaN : row.value,
  at: row.at,
  step: row.step,
  runId: row.run_id,
  datasetName: row.dataset_name,
  datasetDigest: row.dataset_digest,
});
