import { sql } from 'kysely';
import type { Context } from '../../../platform/context/context.ts';
import type { RunCounts } from '../import-contract.ts';
import { getRunRow } from '../run-queries.ts';
import { demandTracking } from '../standing.ts';

/** Throws 404. */
export async function countRunFacts(ctx: Context, runId: string): Promise<RunCounts> {
  const { problem_id, experiment_id } = await getRunRow(ctx.db, runId);
  await demandTracking(ctx, 'read', problem_id);
  const made = sql`select model_id from run_model where run_id = ${runId} and direction = 'out'`;
  const roots = sql`(select ${`${experiment_id}/${runId}`} union all
    select ${`${experiment_id}/models/`} || model_id from run_model where run_id = ${runId} and direction = 'out')`;
  const { rows } = await sql<RunCounts>`select
    (select count(*) from run_param where run_id = ${runId}) as params,
    (select count(*) from run_metric where run_id = ${runId}) as metrics,
    (select count(*) from metric_point p inner join run_metric m on m.id = p.metric_id where m.run_id = ${runId}) as points,
    (select count(*) from run_tag where run_id = ${runId}) as tags,
    (select count(*) from run_dataset where run_id = ${runId}) as datasets,
    (select count(*) from (${made}) made) as models,
    (select count(*) from artifact where root in ${roots}) as files,
    (select cast(coalesce(sum(size_bytes), 0) as bigint) from artifact where root in ${roots}) as files_bytes`.execute(
    ctx.db,
  );
  const [counted] = rows;
  if (!counted) throw new Error('counting answers one row');
  return counted;
}
