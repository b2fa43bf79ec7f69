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
 * So many finished runs in the experiment `Default` unless told, each of ten metrics (`m0` ..., from 0 to 1,000), ten parameters (`p0` ..., of ten
 * values each) and its name, as the operations leave them: bulk rows, since by requests it would take minutes.
 */
export async function fillRuns({ kind, writer: db }: Database, count: number, experimentId = 0): Promise<void> {
  const experiment = sql.lit(experimentId);
  await sql`with recursive ${numbers('n', count)}
    insert into run (id, experiment_id, name, status, client_user, started_at, ended_at, artifact_uri, created_by, created_at)
    select ${idOf}, ${experiment}, 'run-' || ${text(sql`n.i`)}, case when n.i % 7 = 0 then 'FAILED' else 'FINISHED' end, 'ann',
      ${startOf}, ${startOf} + 5000, 'mlflow-artifacts:/0/made/artifacts', 'made', ${startOf} from n`.execute(db);
  await sql`with recursive ${numbers('n', count)}, ${numbers('k', 10)}
    insert into run_metric (run_id, experiment_id, key, step, at, value, is_nan)
    select ${idOf}, ${experiment}, 'm' || ${text(sql`k.i`)}, 0, ${startOf}, ((n.i * 7919 + k.i * 104729) % 100000) / 100.0, 0 from n, k`.execute(
    db,
  );
  await sql`with recursive ${numbers('n', count)}, ${numbers('k', 10)}
    insert into run_param (run_id, key, value)
    select ${idOf}, 'p' || ${text(sql`k.i`)}, 'value ' || ${text(sql`(n.i + k.i) % 10`)} from n, k`.execute(db);
  await sql`insert into run_tag (run_id, key, value) select id, 'mlflow.runName', name from run`.execute(db);
  if (kind === 'postgres') await sql`analyze`.execute(db);
}

/** Of every second of them what else the six facts ask for: data that is known, the code, and a model. */
export async function fillFacts({ kind, writer: db }: Database, count: number, experimentId: number): Promise<void> {
  const half = sql`with recursive ${numbers('n', count)}`;
  for (const [key, value] of [
    ['mlflow.source.git.commit', 'c0ffee'.repeat(6)],
    ['mlflow.source.git.dirty', 'false'],
    ['mlflow.docker.image.id', 'sha256:1'],
  ])
    await sql`${half} insert into run_tag (run_id, key, value) select ${idOf}, ${key}, ${value} from n where n.i % 2 = 0`.execute(
      db,
    );
  await sql`${half} insert into run_dataset (run_id, name, digest, source_type, source, tags, version_id, version_sha256)
    select ${idOf}, 'Stops', 'd1', 'code', '{}', '[]', 'v1', 'made' from n where n.i % 2 = 0`.execute(db);
  await sql`${half} insert into logged_model (id, experiment_id, name, model_type, status, artifact_uri, created_by, created_at, changed_at)
    select 'm-' || ${idOf}, ${sql.lit(experimentId)}, 'made', '', 'READY', 'mlflow-artifacts:/0/models/made/artifacts', 'made', 1, 1
    from n where n.i % 2 = 0`.execute(db);
  await sql`${half} insert into run_model (run_id, model_id, direction, step)
    select ${idOf}, 'm-' || ${idOf}, 'out', 0 from n where n.i % 2 = 0`.execute(db);
  if (kind === 'postgres') await sql`analyze`.execute(db);
}
