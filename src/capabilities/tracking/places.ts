import type { Context } from '../../platform/context/context.ts';
import { trackingErrors } from './errors.ts';
import { getModelRow } from './models/model-queries.ts';
import { getRunRow } from './run-queries.ts';
import { demandTracking } from './standing.ts';

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
