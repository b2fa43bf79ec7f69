import { sql } from 'kysely';
import type { AnyDb } from '../../../platform/db/database.ts';
import { toJson } from '../../../platform/json.ts';
import { searchable } from '../../../platform/text/searchable.ts';
import { trackingDb } from '../tables.ts';

/** The tag by which a run, or all of an experiment, says of which variant of the model it is: by name or by id. */
export const variantTag = 'peil.variant';

export interface RunVariant {
  /** null: nobody has declared what the run names; it is another than every variant that is declared */
  id: string | null;
  name: string;
}

interface Named {
  id: string;
  problem_id: string;
  value: string;
}

/** Of which variant runs are, by run; those that name none are absent. What the run says goes before what its experiment says. */
export async function variantOfRuns(db: AnyDb, runIds: readonly string[]): Promise<Map<string, RunVariant>> {
  if (runIds.length === 0) return new Map();
  const { rows } = await sql<Named>`
    select run.id, coalesce(experiment.problem_id, '') as problem_id, coalesce(t.value, e.value) as value
    from run inner join experiment on experiment.id = run.experiment_id
    left join run_tag t on t.run_id = run.id and t.key = ${variantTag}
    left join experiment_tag e on e.experiment_id = run.experiment_id and e.key = ${variantTag}
    where run.id in (select key from json_each(${toJson(Object.fromEntries(runIds.map((id) => [id, 1])))}))
    and coalesce(t.value, e.value) is not null`.execute(db);
  const variants = await variantNames(db, [...new Set(rows.map(({ problem_id }) => problem_id))]);
  return new Map(rows.map(({ id, problem_id, value }) => [id, variants(problem_id, value)]));
}

/** What a tag means, in a problem. */
export async function variantNames(
  db: AnyDb,
  problemIds: readonly string[],
): Promise<(problemId: string, value: string) => RunVariant> {
  const known = new Map<string, RunVariant>();
  if (problemIds.length > 0) {
    const rows = await trackingDb(db)
      .selectFrom('model_variant')
      .select(['id', 'problem_id', 'name', 'name_key'])
      .where('problem_id', 'in', problemIds)
      .where('removed_at', 'is', null)
      .execute();
    for (const { id, problem_id, name, name_key } of rows)
      for (const key of [id, name_key]) known.set(`${problem_id} ${key}`, { id, name });
  }
  return (problemId, value) => known.get(`${problemId} ${searchable(value)}`) ?? { id: null, name: value };
}

/** How many runs of a problem name what; the empty text is none. Deleted ones do not count. */
export async function countByVariant(db: AnyDb, problemId: string): Promise<{ value: string; runs: number }[]> {
  const { rows } = await sql<{ value: string; runs: number }>`
    select coalesce(t.value, e.value, '') as value, count(*) as runs
    from run inner join experiment on experiment.id = run.experiment_id
    left join run_tag t on t.run_id = run.id and t.key = ${variantTag}
    left join experiment_tag e on e.experiment_id = run.experiment_id and e.key = ${variantTag}
    where experiment.problem_id = ${problemId} and run.deleted_at is null
    group by coalesce(t.value, e.value, '') order by 1`.execute(db);
  return rows;
}
