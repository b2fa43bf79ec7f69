import { sql } from 'kysely';
import type { Context } from '../../../platform/context/context.ts';
import type { ModelCounts, RunCounts } from '../import-contract.ts';
import { rootsOf } from '../artifacts/experiment-of-place.ts';
import { getModelRow } from '../models/model-queries.ts';
import { getRunRow } from '../run-queries.ts';
import { demandTracking } from '../standing.ts';

/** Throws 404. */
export async function countRunFacts(ctx: Context, runId: string): Promise<RunCounts> {
  const row = await getRunRow(ctx.db, runId);
  await demandTracking(ctx, 'read', row.problem_id);
  const { rows } = await sql<RunCounts>`select
    (select count(*) from run_param where run_id = ${runId}) as params,
    (select count(*) from run_metric where run_id = ${runId}) as metrics,
    (select count(*) from metric_point p inner join run_metric m on m.id = p.metric_id where m.run_id = ${runId}) as points,
    (select count(*) from run_tag where run_id = ${runId}) as tags,
    (select count(*) from run_dataset where run_id = ${runId}) as datasets,
    ${filesAt(rootsOf('run', row))}`.execute(ctx.db);
  return oneRow(rows);
}

/** Throws 404. */
export async function countModelFacts(ctx: Context, modelId: string): Promise<ModelCounts> {
  const row = await getModelRow(ctx.db, modelId);
  await demandTracking(ctx, 'read', row.problem_id);
  const { rows } = await sql<ModelCounts>`select
    (select count(*) from logged_model_param where model_id = ${modelId}) as params,
    (select count(*) from logged_model_tag where model_id = ${modelId}) as tags,
    ${filesAt(rootsOf('logged_model', row))}`.execute(ctx.db);
  return oneRow(rows);
}

const filesAt = (roots: readonly string[]) => sql`
    (select count(*) from artifact where root in (${sql.join(roots)})) as files,
    (select cast(coalesce(sum(size_bytes), 0) as bigint) from artifact where root in (${sql.join(roots)})) as files_bytes`;

function oneRow<Row>([counted]: readonly Row[]): Row {
  if (!counted) throw new Error('counting answers one row');
  return counted;
}
