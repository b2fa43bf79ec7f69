import type { Selectable } from 'kysely';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { oneOf } from '../../platform/db/one-of.ts';
import { trackingErrors } from './errors.ts';
import type { Experiment } from './run.ts';
import { demandTracking } from './standing.ts';
import { trackingDb, type TrackingTables } from './tables.ts';

export type ExperimentRow = Selectable<TrackingTables['experiment']>;

/** Deleted or not. Throws 404, also for one in a problem that the actor may not know of. */
export async function getExperiment(ctx: Context, id: string): Promise<Experiment> {
  const row = await getExperimentRow(ctx.db, id);
  await demandTracking(ctx, 'read', row.problem_id);
  return withTags(ctx.db, row);
}

export async function getExperimentByName(ctx: Context, name: string): Promise<Experiment> {
  const row = await trackingDb(ctx.db).selectFrom('experiment').selectAll().where('name', '=', name).executeTakeFirst();
  if (!row) throw trackingErrors.experimentNameNotFound({ name });
  await demandTracking(ctx, 'read', row.problem_id);
  return withTags(ctx.db, row);
}

/** The number that an id stands for; null for a text that no experiment has as its id, which a database need not look for. */
export function experimentNumber(id: string): number | null {
  return /^\d{1,9}$/.test(id) ? Number(id) : null;
}

export async function getExperimentRow(db: AnyDb, id: string): Promise<ExperimentRow> {
  const number = experimentNumber(id);
  const row =
    number !== null &&
    (await trackingDb(db).selectFrom('experiment').selectAll().where('id', '=', number).executeTakeFirst());
  if (!row) throw trackingErrors.experimentNotFound({ id });
  return row;
}

async function withTags(db: AnyDb, row: ExperimentRow): Promise<Experiment> {
  const [experiment] = await listWithTags(db, [row]);
  if (!experiment) throw trackingErrors.experimentNotFound({ id: String(row.id) });
  return experiment;
}

export async function listWithTags(db: AnyDb, rows: readonly ExperimentRow[]): Promise<Experiment[]> {
  if (rows.length === 0) return [];
  const tags = await trackingDb(db)
    .selectFrom('experiment_tag')
    .selectAll()
    .where(
      oneOf(
        db,
        'experiment_id',
        rows.map(({ id }) => id),
      ),
    )
    .orderBy('key')
    .execute();
  const tagsOf = Map.groupBy(tags, ({ experiment_id }) => experiment_id);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    artifactRoot: row.artifact_root,
    problemId: row.problem_id,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    isDeleted: row.deleted_at !== null,
    tags: (tagsOf.get(row.id) ?? []).map(({ key, value }) => ({ key, value })),
  }));
}
