import type { Context } from '../../platform/context/context.ts';
import { trackingErrors } from './errors.ts';
import { getModelRow } from './models/model-queries.ts';
import { getRunRow } from './run-queries.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { oneOf } from '../../platform/db/one-of.ts';
import { demandTracking } from './standing.ts';
import { trackingDb } from './tables.ts';

/** Where the artifacts of something are, and to which problem it belongs. */
export interface Place {
  artifactUri: string;
  /** null: in the inbox */
  problemId: string | null;
}

/** Throws 404. */
export async function getRunPlace(ctx: Context, id: string): Promise<Place> {
  const { artifact_uri: artifactUri, problem_id: problemId } = await getRunRow(ctx.db, id);
  await demandTracking(ctx, 'read', problemId);
  return { artifactUri, problemId };
}

/** Throws 404, for a deleted model too. */
export async function getModelPlace(ctx: Context, id: string): Promise<Place & { sourceRunId: string | null }> {
  const row = await getModelRow(ctx.db, id);
  await demandTracking(ctx, 'read', row.problem_id);
  if (row.deleted_at !== null) throw trackingErrors.modelNotFound({ id });
  return { artifactUri: row.artifact_uri, problemId: row.problem_id, sourceRunId: row.source_run_id };
}

/** Where each of these runs is now, for what was made of them before; those that were erased are absent. */
export async function placesOfRuns(
  db: AnyDb,
  ids: readonly string[],
): Promise<Map<string, { problemId: string | null; isDeleted: boolean }>> {
  if (ids.length === 0) return new Map();
  const rows = await trackingDb(db)
    .selectFrom('run')
    .innerJoin('experiment', 'experiment.id', 'run.experiment_id')
    .select(['run.id', 'run.deleted_at', 'experiment.problem_id'])
    .where(oneOf(db, 'run.id', ids))
    .execute();
  return new Map(
    rows.map(({ id, deleted_at, problem_id }) => [id, { problemId: problem_id, isDeleted: deleted_at !== null }]),
  );
}
