import { sql } from 'kysely';
import type { Tx } from '../../../platform/context/change.ts';
import type { Context } from '../../../platform/context/context.ts';
import { oneOf } from '../../../platform/db/one-of.ts';
import { takeBlobTurn } from '../../datasets/index.ts';
import { rootsOf } from '../artifacts/experiment-of-place.ts';
import { rootOfKept } from '../artifacts/kept-artifacts.ts';
import { listHolds } from '../erasing/run-holders.ts';
import { resolveDatasetsOf } from '../inputs/resolve-datasets.ts';
import { markChanged } from '../run-revision.ts';
import { parentTag } from '../table/parent-tag.ts';
import { trackingDb } from '../tables.ts';

interface Carried {
  runIds: readonly string[];
  /** the experiment that all of them are in */
  from: number;
  to: number;
  /** of the experiment to which they go */
  problemId: string | null;
}

interface CarriedRun {
  id: string;
  name: string;
}

/**
 * Runs, with those within them, to another experiment; with their metrics, the models that they made, and the files of both and of what
 * was registered of them. Which data they were given is found out anew. Answers all that went.
 */
export async function carryRuns(tx: Tx, ctx: Context, { runIds, from, to, problemId }: Carried): Promise<CarriedRun[]> {
  const { db } = tx;
  const on = trackingDb(db);
  const runs = await withinRuns(tx, runIds, from);
  const ids = runs.map(({ id }) => id);
  await markChanged(db, ids);
  const there = { experiment_id: to };
  await on
    .updateTable('run')
    .set(there)
    .where(oneOf(db, 'id', ids))
    .execute();
  await on
    .updateTable('run_metric')
    .set(there)
    .where(oneOf(db, 'run_id', ids))
    .execute();
  const models = await on
    .updateTable('logged_model')
    .set(there)
    .where('experiment_id', '=', from)
    .where(oneOf(db, 'source_run_id', ids))
    .returning('id')
    .execute();
  const modelIds = models.map(({ id }) => id);
  const holds = [...(await listHolds(ctx, db, { runIds: ids, modelIds })).values()].flat();
  const roots = [
    ...ids.flatMap((id) => rootsOf('run', { id, experiment_id: from })),
    ...modelIds.flatMap((id) => rootsOf('logged_model', { id, experiment_id: from })),
    ...holds.flatMap(({ keptAt }) => (keptAt === null ? [] : (rootOfKept(keptAt) ?? []))),
  ];
  await takeBlobTurn(db);
  await on
    .updateTable('artifact')
    .set(there)
    .where('experiment_id', '=', from)
    .where(oneOf(db, 'root', roots))
    .execute();
  await resolveDatasetsOf(db, oneOf(db, 'run_id', ids), problemId);
  return runs;
}

/** By their ids, whatever else the tag of a run may say: only what is in the same experiment goes along. */
async function withinRuns({ db }: Tx, runIds: readonly string[], experimentId: number): Promise<CarriedRun[]> {
  const { rows } = await sql<CarriedRun>`
    with recursive carried (id) as (
      select id from run where ${oneOf(db, 'id', runIds)}
      union
      select run.id from carried
      inner join run_tag on run_tag.key = ${parentTag} and run_tag.value = carried.id
      inner join run on run.id = run_tag.run_id and run.experiment_id = ${experimentId})
    select run.id, run.name from carried inner join run on run.id = carried.id order by run.id`.execute(db);
  return rows;
}
