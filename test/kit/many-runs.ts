import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../src/platform/db/database.ts';

const begunAt = Date.UTC(2025, 0, 6);
const minute_ms = 60_000;

/** Counts from 0 within the database. */
const numbers = (name: string, count: number): RawBuilder<unknown> =>
  sql`${sql.raw(name)}(i) as (select cast(0 as bigint) union all select i + 1 from ${sql.raw(name)} where i < ${sql.lit(count - 1)})`;

const text = (value: RawBuilder<unknown>): RawBuilder<unknown> => sql`cast(${value} as text)`;

/** An id as clients know them, in no order: a permutation of the numbers below ten million. */
const idOf = sql`substr(${text(sql`10000000 + (n.i * 7919) % 9999991`)}, 2) || ${sql.lit('0'.repeat(25))}`;
const startOf = sql`${sql.lit(begunAt)} + n.i * ${sql.lit(minute_ms)}`;

/**
 * So many finished runs in the experiment `Default`, each of ten metrics (`m0` ..., from 0 to 1,000), ten parameters (`p0` ..., of ten
 * values each) and its name, as the operations leave them: bulk rows, since by requests it would take minutes.
 */
export async function fillRuns({ kind, writer: db }: Database, count: number): Promise<void> {
  await sql`with recursive ${numbers('n', count)}
    insert into run (id, experiment_id, name, status, client_user, started_at, ended_at, artifact_uri, created_by, created_at)
    select ${idOf}, 0, 'run-' || ${text(sql`n.i`)}, case when n.i % 7 = 0 then 'FAILED' else 'FINISHED' end, 'ann',
      ${startOf}, ${startOf} + 5000, 'mlflow-artifacts:/0/made/artifacts', 'made', ${startOf} from n`.execute(db);
  await sql`with recursive ${numbers('n', count)}, ${numbers('k', 10)}
    insert into run_metric (run_id, experiment_id, key, step, at, value, is_nan)
    select ${idOf}, 0, 'm' || ${text(sql`k.i`)}, 0, ${startOf}, ((n.i * 7919 + k.i * 104729) % 100000) / 100.0, 0 from n, k`.execute(
    db,
  );
  await sql`with recursive ${numbers('n', count)}, ${numbers('k', 10)}
    insert into run_param (run_id, key, value)
    select ${idOf}, 'p' || ${text(sql`k.i`)}, 'value ' || ${text(sql`(n.i + k.i) % 10`)} from n, k`.execute(db);
  await sql`insert into run_tag (run_id, key, value) select id, 'mlflow.runName', name from run`.execute(db);
  if (kind === 'postgres') await sql`analyze`.execute(db);
}
