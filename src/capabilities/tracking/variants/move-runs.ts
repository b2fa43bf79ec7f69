import { sql } from 'kysely';
import { change, type Tx } from '../../../platform/context/change.ts';
import type { Context } from '../../../platform/context/context.ts';
import type { AnyDb } from '../../../platform/db/database.ts';
import { trackingErrors } from '../errors.ts';
import { markChanged } from '../run-revision.ts';
import { trackingDb } from '../tables.ts';
import { variantNames, variantTag } from './variant-of-runs.ts';

interface Wanted {
  problemId: string;
  runIds: readonly string[];
  /** id or name; null: of none */
  variant: string | null;
}

/** By the tag of each run, so that clients see it and filters find it. Throws 404 and 422. */
export async function moveRuns(
  ctx: Context,
  { problemId, runIds, variant }: Wanted,
): Promise<{ id: string; before: string | null }[]> {
  const ids = [...new Set(runIds)].toSorted();
  const target = variant === null ? null : (await variantNames(ctx.db, [problemId]))(problemId, variant);
  if (target && target.id === null) throw trackingErrors.variantNotFound({ variant: variant ?? '' });
  const found = await trackingDb(ctx.db)
    .selectFrom('run')
    .innerJoin('experiment', 'experiment.id', 'run.experiment_id')
    .leftJoin('run_tag', (join) => join.onRef('run_tag.run_id', '=', 'run.id').on('run_tag.key', '=', variantTag))
    .select(['run.id', 'run_tag.value'])
    .where('run.id', 'in', ids)
    .where('experiment.problem_id', '=', problemId)
    .execute();
  const before = new Map(found.map(({ id, value }) => [id, value]));
  const elsewhere = ids.filter((id) => !before.has(id));
  if (elsewhere.length > 0) throw trackingErrors.runsElsewhere({ runs: elsewhere.slice(0, 10) });
  const name = target?.name ?? null;
  const moving = ids.filter((id) => before.get(id) !== name);
  if (moving.length === 0) return [];
  await change(ctx, async (tx) => {
    await tagRuns(tx, moving, name);
    const subject = { kind: 'model_variant', id: target?.id ?? 'none' };
    tx.record({ type: 'model_variant.runs_moved', subject, problemId, data: { name, runs: moving.length } });
  });
  return moving.map((id) => ({ id, before: before.get(id) ?? null }));
}

async function tagRuns({ db }: Tx, runIds: readonly string[], value: string | null): Promise<void> {
  await markChanged(db, runIds);
  const on = trackingDb(db);
  if (value === null) {
    await on.deleteFrom('run_tag').where('run_id', 'in', runIds).where('key', '=', variantTag).execute();
    return;
  }
  await on
    .insertInto('run_tag')
    .values(runIds.map((run_id) => ({ run_id, key: variantTag, value })))
    .onConflict((conflict) => conflict.columns(['run_id', 'key']).doUpdateSet({ value }))
    .execute();
}

/** What named the variant by its name goes on naming it. */
export async function renameOnRuns(
  db: AnyDb,
  { problemId, before, name }: { problemId: string; before: string; name: string },
): Promise<void> {
  if (before === name) return;
  const ours = sql`select id from experiment where problem_id = ${problemId}`;
  const named = sql`select run_id from run_tag where key = ${variantTag} and lower(value) = lower(${before})
    and run_id in (select id from run where experiment_id in (${ours}))`;
  const { rows } = await sql<{ run_id: string }>`${named}`.execute(db);
  await markChanged(
    db,
    rows.map(({ run_id }) => run_id),
  );
  await sql`update run_tag set value = ${name} where key = ${variantTag} and run_id in (${named})`.execute(db);
  await sql`update experiment_tag set value = ${name} where key = ${variantTag} and lower(value) = lower(${before})
    and experiment_id in (${ours})`.execute(db);
}
