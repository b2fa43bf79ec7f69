import { sql } from 'kysely';
import type { Context } from '../../../platform/context/context.ts';
import type { AnyDb } from '../../../platform/db/database.ts';
import { oneOf } from '../../../platform/db/one-of.ts';
import { datasetNames } from '../../datasets/index.ts';
import type { RunMetric, RunModel, ShownRun } from '../run-contract.ts';
import type { MetricPoint, ModelLink, Run, RunStatus } from '../run.ts';
import { getRunRow, withFacts } from '../run-queries.ts';
import { trackingErrors } from '../errors.ts';
import { demandTracking } from '../standing.ts';
import { parentTag } from '../table/parent-tag.ts';
import { trackingDb } from '../tables.ts';
import { variantOfRuns } from '../variants/variant-of-runs.ts';

const mostChildren = 100;

/** All that is known of a run, for who looks at it. Throws 404. */
export async function showRun(ctx: Context, runId: string): Promise<ShownRun> {
  const row = await getRunRow(ctx.db, runId);
  const { problem_id: problemId } = row;
  await demandTracking(ctx, 'read', problemId);
  const [run] = await withFacts(ctx.db, [row]);
  if (!run) throw trackingErrors.runNotFound({ id: runId });
  const { id, name, status, isDeleted, startedAt, endedAt, clientUser, params, tags, metrics } = run;
  const [experiment, variants, models, versions, family] = await Promise.all([
    experimentOf(ctx.db, run.experimentId),
    variantOfRuns(ctx.db, [id]),
    namesOfModels(ctx.db, run),
    namesOfVersions(ctx, run),
    familyOf(ctx.db, run),
  ]);
  return {
    id,
    name,
    status,
    isDeleted,
    startedAt,
    endedAt,
    clientUser,
    experiment,
    problemId,
    params: [...params],
    tags: [...tags],
    createdBy: row.created_by,
    variant: variants.get(id) ?? null,
    metrics: metrics.map(asMeasured),
    data: run.datasets.map(({ name: called, digest, sourceType, tags: use, version }) => ({
      name: called,
      digest,
      sourceType,
      context: use.find(({ key }) => key === 'mlflow.data.context')?.value ?? null,
      version: version && { id: version.id, name: versions.get(version.id) ?? null },
    })),
    modelsIn: run.modelsIn.flatMap(models),
    modelsOut: run.modelsOut.flatMap(models),
    ...family,
  };
}

/** Infinities are kept as the largest finite numbers. */
export function asMeasured({ key, value, step, at }: MetricPoint): RunMetric {
  if (Number.isNaN(value)) return { key, value: null, word: 'NaN', step, at };
  if (Math.abs(value) < Number.MAX_VALUE) return { key, value, word: null, step, at };
  return { key, value: null, word: value > 0 ? 'Infinity' : '-Infinity', step, at };
}

async function experimentOf(db: AnyDb, id: number): Promise<{ id: string; name: string }> {
  const row = await trackingDb(db).selectFrom('experiment').select('name').where('id', '=', id).executeTakeFirst();
  return { id: String(id), name: row?.name ?? '' };
}

/** A model that was deleted since is left out. */
async function namesOfModels(db: AnyDb, { modelsIn, modelsOut }: Run): Promise<(link: ModelLink) => RunModel[]> {
  const ids = [...new Set([...modelsIn, ...modelsOut].map(({ modelId }) => modelId))];
  if (ids.length === 0) return () => [];
  const rows = await trackingDb(db)
    .selectFrom('logged_model')
    .select(['id', 'name', 'model_type as modelType', 'status'])
    .where(oneOf(db, 'id', ids))
    .where('deleted_at', 'is', null)
    .execute();
  const known = new Map(rows.map((row) => [row.id, row]));
  return ({ modelId, step }) => {
    const row = known.get(modelId);
    return row ? [{ ...row, step }] : [];
  };
}

async function namesOfVersions(ctx: Context, { datasets }: Run): Promise<Map<string, string | null>> {
  const ids = [...new Set(datasets.flatMap(({ version }) => (version ? [version.id] : [])))];
  if (ids.length === 0) return new Map();
  const named = await datasetNames.listThings(ctx.db, { kind: 'dataset_version', ids, locale: ctx.locale });
  return new Map(named.map(({ id, name }) => [id, name]));
}

/** The run above it, and those within it, of the same experiment: a tag may say anything. */
async function familyOf(
  db: AnyDb,
  { id, experimentId, tags }: Run,
): Promise<Pick<ShownRun, 'parent' | 'children' | 'childCount'>> {
  const parentId = tags.find(({ key }) => key === parentTag)?.value;
  const on = trackingDb(db);
  const links = on
    .selectFrom('run')
    .select(['run.id', 'run.name', 'run.status'])
    .where('run.experiment_id', '=', experimentId);
  const parent = parentId === undefined ? undefined : await links.where('run.id', '=', parentId).executeTakeFirst();
  const { rows } = await sql<{ id: string; name: string; status: RunStatus; many: number }>`
    select run.id, run.name, run.status, count(*) over () as many
    from run_tag inner join run on run.id = run_tag.run_id
    where run_tag.key = ${parentTag} and run_tag.value = ${id} and run.experiment_id = ${experimentId}
    and run.deleted_at is null
    order by run.started_at, run.id limit ${mostChildren}`.execute(db);
  return {
    parent: parent ?? null,
    children: rows.map(({ id: childId, name, status }) => ({ id: childId, name, status })),
    childCount: rows[0]?.many ?? 0,
  };
}
