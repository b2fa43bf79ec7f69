import { sql } from 'kysely';
import type { Context } from '../../../platform/context/context.ts';
import type { ExperimentOnList } from '../experiment-contract.ts';
import type { ExperimentRow } from '../experiment-queries.ts';

type Counted = ExperimentRow & { runs: number; running: number; last: number | null };

/** The one that was used last first; those without runs by when they were made. */
export async function listExperimentsOf(ctx: Context, problemId: string): Promise<ExperimentOnList[]> {
  const { rows } = await sql<Counted>`
    select experiment.*, coalesce(r.runs, 0) as runs, coalesce(r.running, 0) as running, r.last as last
    from experiment left join (
      select experiment_id, count(*) as runs, max(started_at) as last,
        sum(case when status in ('RUNNING', 'SCHEDULED') then 1 else 0 end) as running
      from run where deleted_at is null and experiment_id in (select id from experiment where problem_id = ${problemId})
      group by experiment_id) r on r.experiment_id = experiment.id
    where experiment.problem_id = ${problemId}
    order by coalesce(r.last, experiment.created_at) desc, experiment.id desc`.execute(ctx.db);
  return rows.map((row) => ({
    id: String(row.id),
    name: row.name,
    createdBy: row.created_by,
    createdAt: row.created_at,
    isDeleted: row.deleted_at !== null,
    runs: row.runs,
    running: row.running,
    lastRunAt: row.last,
  }));
}
