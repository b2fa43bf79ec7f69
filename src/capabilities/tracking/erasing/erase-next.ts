import { sql } from 'kysely';
import { change, type Tx } from '../../../platform/context/change.ts';
import type { Context } from '../../../platform/context/context.ts';
import type { AnyDb } from '../../../platform/db/database.ts';
import { oneOf } from '../../../platform/db/one-of.ts';
import { trackingDb } from '../tables.ts';
import {
  type Erasable,
  type ErasableTable,
  listDeletedExperiments,
  listErasable,
  type Selection,
} from './deleted-queries.ts';
import { eraseModelRows, eraseRunRows, removeFiles } from './erase-rows.ts';
import { listHolds } from './run-holders.ts';
import { lockThings } from './stand-on.ts';

/** How many of one experiment go in one transaction: whoever logs meanwhile waits for it. */
const atOnce = 50;

/** Everything was restored, or is stood on, meanwhile: the change has nothing to say. */
class NothingLeft extends Error {}

/**
 * Erases the next runs or logged models of one experiment, without those that something stands on. Answers the place from which to
 * go on; null where there are no more.
 */
export async function eraseNext(
  ctx: Context,
  table: ErasableTable,
  selection: Selection & { after: Erasable },
): Promise<Erasable | null> {
  const batch = await nextOfOne(ctx.db, table, selection);
  const last = batch.at(-1);
  if (!last) return null;
  try {
    await change(ctx, async (tx) => {
      // Held until the end: nobody restores it, or begins to stand on it, meanwhile.
      await lockThings(
        tx,
        table,
        batch.map(({ id }) => id),
      );
      const still = await nextOfOne(tx.db, table, selection);
      const holds = await holdsOn(ctx, tx.db, { table, things: still });
      const gone = still.filter(({ id }) => !holds.has(id) && batch.some((each) => each.id === id));
      if (gone.length === 0) throw new NothingLeft();
      await erase(tx, ctx, { table, gone, problemId: selection.problemId });
    });
  } catch (error) {
    if (!(error instanceof NothingLeft)) throw error;
  }
  return last;
}

async function nextOfOne(
  db: AnyDb,
  table: ErasableTable,
  selection: Selection & { after: Erasable },
): Promise<Erasable[]> {
  const next = await listErasable(db, table, { ...selection, limit: atOnce });
  return next.filter(({ experimentId }) => experimentId === next[0]?.experimentId);
}

function holdsOn(ctx: Context, db: AnyDb, { table, things }: { table: ErasableTable; things: readonly Erasable[] }) {
  const ids = things.map(({ id }) => id);
  return listHolds(ctx, db, table === 'run' ? { runIds: ids, modelIds: [] } : { runIds: [], modelIds: ids });
}

async function erase(
  tx: Tx,
  ctx: Context,
  { table, gone, problemId }: { table: ErasableTable; gone: readonly Erasable[]; problemId: string | null },
): Promise<void> {
  const isGone = oneOf(
    tx.db,
    'id',
    gone.map(({ id }) => id),
  );
  const rows = await trackingDb(tx.db)
    .selectFrom(table)
    .select(['id', 'name', 'artifact_uri', 'experiment_id'])
    .where(isGone)
    .orderBy('id')
    .execute();
  const files = await removeFiles(tx, ctx, { table, rows });
  const ids = rows.map(({ id }) => id);
  await (table === 'run' ? eraseRunRows(tx.db, ids) : eraseModelRows(tx.db, ids));
  tx.record({
    type: table === 'run' ? 'run.erased' : 'logged_model.erased',
    subject: { kind: 'experiment', id: String(rows[0]?.experiment_id ?? '') },
    problemId,
    data: { count: rows.length, files, ids, names: rows.map(({ name }) => name) },
  });
}

/** Clients count on it: runs that name no experiment go there. */
const defaultExperimentId = 0;

/** An experiment of which nothing is left goes, and its name is free again. Answers whether it did. */
export async function eraseEmptyExperiment(ctx: Context, id: number, selection: Selection): Promise<boolean> {
  if (id === defaultExperimentId) return false;
  try {
    await change(ctx, async (tx) => {
      const on = trackingDb(tx.db);
      await on
        .updateTable('experiment')
        .set((is) => ({ changed_at: is.ref('changed_at') }))
        .where('id', '=', id)
        .execute();
      const row = (await listDeletedExperiments(tx.db, selection)).find((each) => each.id === id);
      if (!row || (await hasAnything(tx.db, id))) throw new NothingLeft();
      const files = await removeFiles(tx, ctx, { experimentId: id });
      await on.deleteFrom('experiment_tag').where('experiment_id', '=', id).execute();
      await on.deleteFrom('experiment').where('id', '=', id).execute();
      const subject = { kind: 'experiment', id: String(id) };
      const { problemId } = selection;
      tx.record({ type: 'experiment.erased', subject, problemId, data: { name: row.name, files } });
    });
    return true;
  } catch (error) {
    if (error instanceof NothingLeft) return false;
    throw error;
  }
}

async function hasAnything(db: AnyDb, experimentId: number): Promise<boolean> {
  const { rows } = await sql`
    select id from run where experiment_id = ${experimentId}
    union all select id from logged_model where experiment_id = ${experimentId} limit 1`.execute(db);
  return rows.length > 0;
}
