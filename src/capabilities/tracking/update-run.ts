import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { trackingErrors } from './errors.ts';
import type { RunInfo, RunStatus } from './run.ts';
import { runNameTag } from './run-name.ts';
import { getRunRow, infoOf, type RunRow } from './run-queries.ts';
import { demandTracking } from './standing.ts';
import { trackingDb } from './tables.ts';

export interface RunChange {
  id: string;
  status: RunStatus | null;
  endedAt: number | null;
  name: string | null;
}

type Found = RunRow & { problem_id: string | null };

/** What is null stays as it is. Throws 404, and 409 for a deleted run. */
export async function updateRun(ctx: Context, { id, status, endedAt, name }: RunChange): Promise<RunInfo> {
  await change(ctx, async (tx) => {
    const row = await lockRun(tx, ctx, id);
    if (row.deleted_at !== null) throw trackingErrors.runDeleted({ id });
    const set = {
      ...(status === null ? {} : { status }),
      ...(endedAt === null ? {} : { ended_at: endedAt }),
      ...(name ? { name } : {}),
    };
    const on = trackingDb(tx.db);
    if (Object.keys(set).length > 0) await on.updateTable('run').set(set).where('id', '=', id).execute();
    if (name)
      await on
        .insertInto('run_tag')
        .values({ run_id: id, key: runNameTag, value: name })
        .onConflict((conflict) => conflict.columns(['run_id', 'key']).doUpdateSet({ value: name }))
        .execute();
    record(tx, row, { what: 'updated', data: { ...(status ? { status } : {}), ...(name ? { name } : {}) } });
  });
  return infoOf(await getRunRow(ctx.db, id));
}

/** Idempotent: a deleted run stays as it is. */
export async function deleteRun(ctx: Context, id: string): Promise<void> {
  await setDeleted(ctx, id, 'deleted');
}

export async function restoreRun(ctx: Context, id: string): Promise<void> {
  await setDeleted(ctx, id, 'restored');
}

async function setDeleted(ctx: Context, id: string, what: 'deleted' | 'restored'): Promise<void> {
  await change(ctx, async (tx) => {
    const row = await lockRun(tx, ctx, id);
    const deleted_at = what === 'deleted' ? (row.deleted_at ?? tx.now) : null;
    await trackingDb(tx.db).updateTable('run').set({ deleted_at }).where('id', '=', id).execute();
    record(tx, row, { what });
  });
}

export async function untagRun(ctx: Context, { id, key }: { id: string; key: string }): Promise<void> {
  await change(ctx, async (tx) => {
    const row = await lockRun(tx, ctx, id);
    if (row.deleted_at !== null) throw trackingErrors.runDeleted({ id });
    const { numDeletedRows } = await trackingDb(tx.db)
      .deleteFrom('run_tag')
      .where('run_id', '=', id)
      .where('key', '=', key)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw trackingErrors.tagNotFound({ key, of: `run ${id}` });
    record(tx, row, { what: 'untagged', data: { key } });
  });
}

/** Writing it to itself is a lock that both databases know. */
async function lockRun(tx: Tx, ctx: Context, id: string): Promise<Found> {
  const { problem_id } = await getRunRow(tx.db, id);
  await demandTracking(ctx, 'write', problem_id);
  const row = await trackingDb(tx.db)
    .updateTable('run')
    .set((is) => ({ status: is.ref('status') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return { ...row, problem_id };
}

function record(
  tx: Tx,
  { id, problem_id }: Found,
  { what, data = {} }: { what: string; data?: Readonly<Record<string, unknown>> },
): void {
  tx.record({ type: `run.${what}`, subject: { kind: 'run', id }, problemId: problem_id, data });
}
