import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { isUniqueViolation } from '../../platform/db/database-error.ts';
import { refuseUnknownProblem } from '../identity/index.ts';
import { checkLength, checkName } from './check-facts.ts';
import { checkExperimentName, nameTaken } from './create-experiment.ts';
import { trackingErrors } from './errors.ts';
import { defaultExperimentId } from './default-experiment.ts';
import { type ExperimentRow, getExperimentRow } from './experiment-queries.ts';
import { moveExperiment } from './inbox/move-experiment.ts';
import { limits } from './limits.ts';
import { problemTag } from './naming/problem-of-new.ts';
import type { KeyValue } from './run.ts';
import { nextRevision } from './run-revision.ts';
import { demandTracking } from './standing.ts';
import { trackingDb } from './tables.ts';

export async function renameExperiment(ctx: Context, { id, name }: { id: string; name: string }): Promise<void> {
  checkExperimentName(name);
  try {
    await edit(ctx, id, async (tx, row) => {
      await trackingDb(tx.db).updateTable('experiment').set({ name }).where('id', '=', row.id).execute();
      record(tx, row, { what: 'renamed', data: { name, before: row.name } });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw await nameTaken(ctx, name);
    throw error;
  }
}

/** The tag `peil.problem` says to which problem it belongs: whoever may log in both may move it. */
export async function tagExperiment(ctx: Context, { id, key, value }: KeyValue & { id: string }): Promise<void> {
  checkName(key, 'key');
  checkLength(value, { field: 'value', limit: limits.experimentTagValue });
  if (key === problemTag) await demandAssigning(ctx, { id, problemId: value });
  await edit(ctx, id, async (tx, row) => {
    record(tx, row, { what: 'tagged', data: { key } });
    if (key === problemTag) return moveExperiment(tx, row, value);
    await trackingDb(tx.db)
      .insertInto('experiment_tag')
      .values({ experiment_id: row.id, key, value })
      .onConflict((on) => on.columns(['experiment_id', 'key']).doUpdateSet({ value }))
      .execute();
  });
}

/** Throws unless the actor may log in this problem, and for the experiment that everybody logs to. */
export async function demandAssigning(
  ctx: Context,
  { id, problemId }: { id: string; problemId: string | null },
): Promise<void> {
  await demandTracking(ctx, 'write', problemId);
  if (problemId === null) return;
  await refuseUnknownProblem(ctx, problemId);
  if (Number(id) === defaultExperimentId) throw trackingErrors.defaultStays();
}

/** Without the tag `peil.problem` it is in the inbox again. */
export async function untagExperiment(ctx: Context, { id, key }: { id: string; key: string }): Promise<void> {
  await edit(ctx, id, async (tx, row) => {
    const { numDeletedRows } = await trackingDb(tx.db)
      .deleteFrom('experiment_tag')
      .where('experiment_id', '=', row.id)
      .where('key', '=', key)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw trackingErrors.tagNotFound({ key, of: `experiment ${id}` });
    record(tx, row, { what: 'untagged', data: { key } });
    if (key === problemTag && row.problem_id !== null) await moveExperiment(tx, row, null);
  });
}

/** Its runs go along, and come back with it. */
export async function deleteExperiment(ctx: Context, id: string): Promise<void> {
  await edit(ctx, id, async (tx, row) => {
    await trackingDb(tx.db).updateTable('experiment').set({ deleted_at: tx.now }).where('id', '=', row.id).execute();
    await trackingDb(tx.db)
      .updateTable('run')
      .set({ deleted_at: tx.now, revision: nextRevision })
      .where('experiment_id', '=', row.id)
      .where('deleted_at', 'is', null)
      .execute();
    record(tx, row, { what: 'deleted' });
  });
}

export async function restoreExperiment(ctx: Context, id: string): Promise<void> {
  await change(ctx, async (tx) => {
    const row = await lockExperiment(tx, ctx, id);
    if (row.deleted_at === null) throw trackingErrors.experimentNotDeleted({ id });
    const on = trackingDb(tx.db);
    await on.updateTable('experiment').set({ deleted_at: null, changed_at: tx.now }).where('id', '=', row.id).execute();
    await on
      .updateTable('run')
      .set({ deleted_at: null, revision: nextRevision })
      .where('experiment_id', '=', row.id)
      .execute();
    record(tx, row, { what: 'restored' });
  });
}

async function edit(ctx: Context, id: string, work: (tx: Tx, row: ExperimentRow) => Promise<void>): Promise<void> {
  await change(ctx, async (tx) => {
    const row = await lockExperiment(tx, ctx, id);
    if (row.deleted_at !== null) throw trackingErrors.experimentDeleted({ id });
    await trackingDb(tx.db).updateTable('experiment').set({ changed_at: tx.now }).where('id', '=', row.id).execute();
    await work(tx, row);
  });
}

/** Held until the end of the change. Throws 403 and 404. */
export async function lockExperiment(tx: Tx, ctx: Context, id: string): Promise<ExperimentRow> {
  const { id: number, problem_id } = await getExperimentRow(tx.db, id);
  await demandTracking(ctx, 'write', problem_id);
  // Writing it to itself is a lock that both databases know.
  return trackingDb(tx.db)
    .updateTable('experiment')
    .set((is) => ({ changed_at: is.ref('changed_at') }))
    .where('id', '=', number)
    .returningAll()
    .executeTakeFirstOrThrow();
}

interface Happening {
  what: 'renamed' | 'tagged' | 'untagged' | 'deleted' | 'restored';
  data?: Readonly<Record<string, unknown>>;
}

function record(tx: Tx, { id, problem_id }: ExperimentRow, { what, data = {} }: Happening): void {
  tx.record({
    type: `experiment.${what}`,
    subject: { kind: 'experiment', id: String(id) },
    problemId: problem_id,
    data,
  });
}
