import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../../platform/context/context.ts';
import { experimentsOf } from './chosen-runs.ts';

/** Parameters and tags stand by run only: the newest say which there are. */
const newest = 1000;

/** What runs of a problem have to show, and to search by. */
export async function listRunKeys(
  ctx: Context,
  problemId: string,
): Promise<{ metrics: string[]; params: string[]; tags: string[] }> {
  const experiments = await experimentsOf(ctx, { problemId });
  if (experiments.length === 0) return { metrics: [], params: [], tags: [] };
  const list = async (query: RawBuilder<{ key: string | null }>) =>
    (await query.execute(ctx.db)).rows.flatMap(({ key }) => (key === null ? [] : [key]));
  const recent = sql`select id from run where experiment_id in (${sql.join(experiments)}) and deleted_at is null
    order by started_at desc nulls last limit ${newest}`;
  const [params, tags, ...metrics] = await Promise.all([
    list(sql`select distinct key from run_param where run_id in (${recent}) order by key`),
    list(sql`select distinct key from run_tag where run_id in (${recent}) order by key`),
    ...experiments.map((id) => list(metricKeys(id))),
  ]);
  return { metrics: [...new Set(metrics.flat())].toSorted(), params: params ?? [], tags: tags ?? [] };
}

/** From each key to the next by the index, so that 100,000 runs with the same ten metrics are eleven looks. */
const metricKeys = (experimentId: number) => sql<{ key: string | null }>`
  with recursive found(key) as (
    select min(key) from run_metric where experiment_id = ${experimentId}
    union all
    select (select min(key) from run_metric where experiment_id = ${experimentId} and key > found.key)
    from found where found.key is not null)
  select key from found where key is not null`;
