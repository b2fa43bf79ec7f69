import type { Selectable } from 'kysely';
import { change } from '../../../platform/context/change.ts';
import type { Context } from '../../../platform/context/context.ts';
import type { AnyDb } from '../../../platform/db/database.ts';
import { isUniqueViolation } from '../../../platform/db/database-error.ts';
import { newId } from '../../../platform/ids.ts';
import { fromJson, toJson } from '../../../platform/json.ts';
import { searchable } from '../../../platform/text/searchable.ts';
import { tableErrors } from '../table/errors.ts';
import { parseFilter } from '../../../platform/filter/parse-filter.ts';
import { readOrder } from '../search/run-order.ts';
import { readGrouping } from '../table/grouping.ts';
import { readColumns } from '../table/run-columns.ts';
import { trackingDb, type TrackingTables } from '../tables.ts';
import { type RunView, type ShownRuns, shownRunsSchema } from '../view-contract.ts';

interface Place {
  problemId: string;
  viewId: string;
}

/** By name. */
export async function listRunViews(db: AnyDb, problemId: string): Promise<RunView[]> {
  const rows = await trackingDb(db)
    .selectFrom('run_view')
    .selectAll()
    .where('problem_id', '=', problemId)
    .where('removed_at', 'is', null)
    .orderBy('name_key')
    .execute();
  return rows.map(asView);
}

/** Throws 400 for what the table could not show, and 409 where the name is taken. */
export async function keepRunView(
  ctx: Context,
  { problemId, name, shown }: { problemId: string; name: string; shown: ShownRuns },
): Promise<RunView> {
  refuseUnreadable(shown);
  return named(name, () =>
    change(ctx, async (tx) => {
      const row = await trackingDb(tx.db)
        .insertInto('run_view')
        .values({
          id: newId(tx.now),
          problem_id: problemId,
          name,
          name_key: searchable(name),
          shown: toJson(shown),
          created_by: ctx.actor.userId,
          created_at: tx.now,
          removed_at: null,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      tx.record({ type: 'run_view.kept', subject: { kind: 'run_view', id: row.id }, problemId, data: { name } });
      return asView(row);
    }),
  );
}

export async function removeRunView(ctx: Context, place: Place): Promise<{ id: string; removedAt: number }> {
  return change(ctx, async (tx) => {
    await setRemoved(tx.db, place, tx.now);
    const { problemId, viewId: id } = place;
    tx.record({ type: 'run_view.removed', subject: { kind: 'run_view', id }, problemId, data: {} });
    return { id, removedAt: tx.now };
  });
}

/** Throws 409 where its name was taken meanwhile. */
export async function restoreRunView(ctx: Context, place: Place): Promise<RunView> {
  const { problemId, viewId: id } = place;
  return named('', () =>
    change(ctx, async (tx) => {
      const view = await setRemoved(tx.db, place, null);
      tx.record({ type: 'run_view.restored', subject: { kind: 'run_view', id }, problemId, data: {} });
      return view;
    }),
  );
}

async function setRemoved(db: AnyDb, { problemId, viewId }: Place, removedAt: number | null): Promise<RunView> {
  const row = await trackingDb(db)
    .updateTable('run_view')
    .set({ removed_at: removedAt })
    .where('id', '=', viewId)
    .where('problem_id', '=', problemId)
    .where('removed_at', removedAt === null ? 'is not' : 'is', null)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw tableErrors.runViewNotFound({ id: viewId });
  return asView(row);
}

function refuseUnreadable({ filter, order, columns, groupBy }: ShownRuns): void {
  parseFilter(filter);
  readOrder(order === '' ? [] : [order]);
  readColumns(columns);
  if (groupBy !== null) readGrouping(groupBy);
}

async function named<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isUniqueViolation(error)) throw tableErrors.runViewExists({ name });
    throw error;
  }
}

function asView(row: Selectable<TrackingTables['run_view']>): RunView {
  const { id, name, created_by: createdBy, created_at: createdAt } = row;
  // One that was kept before there was another choice shows what it showed.
  return { id, name, shown: shownRunsSchema.parse(fromJson(row.shown)), createdBy, createdAt };
}
