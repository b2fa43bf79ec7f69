import type { Context } from '../../platform/context/context.ts';
import { changeActiveRun, changeRun } from './change-run.ts';
import { trackingErrors } from './errors.ts';
import type { RunInfo, RunStatus } from './run.ts';
import { runNameTag } from './run-name.ts';
import { getRunRow, infoOf } from './run-queries.ts';
import { trackingDb } from './tables.ts';

export interface RunChange {
  id: string;
  status: RunStatus | null;
  endedAt: number | null;
  name: string | null;
}

/** What is null stays as it is. Throws 404, and 409 for a deleted run. */
export async function updateRun(ctx: Context, { id, status, endedAt, name }: RunChange): Promise<RunInfo> {
  await changeActiveRun(ctx, id, async (tx) => {
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
    return { what: 'updated', data: { ...(status ? { status } : {}), ...(name ? { name } : {}) } };
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
  await changeRun(ctx, id, async (tx, run) => {
    const deleted_at = what === 'deleted' ? (run.deleted_at ?? tx.now) : null;
    await trackingDb(tx.db).updateTable('run').set({ deleted_at }).where('id', '=', id).execute();
    return { what };
  });
}

export async function untagRun(ctx: Context, { id, key }: { id: string; key: string }): Promise<void> {
  await changeActiveRun(ctx, id, async (tx) => {
    const { numDeletedRows } = await trackingDb(tx.db)
      .deleteFrom('run_tag')
      .where('run_id', '=', id)
      .where('key', '=', key)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw trackingErrors.tagNotFound({ key, of: `run ${id}` });
    return { what: 'untagged', data: { key } };
  });
}
