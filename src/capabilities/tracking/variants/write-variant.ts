import { change, type Tx } from '../../../platform/context/change.ts';
import type { Context } from '../../../platform/context/context.ts';
import { isUniqueViolation } from '../../../platform/db/database-error.ts';
import { lockRow } from '../../../platform/db/lock-row.ts';
import { platformErrors } from '../../../platform/errors/platform-errors.ts';
import { newId } from '../../../platform/ids.ts';
import { toJson } from '../../../platform/json.ts';
import { searchable } from '../../../platform/text/searchable.ts';
import { trackingErrors } from '../errors.ts';
import type { KeyValue } from '../run.ts';
import { trackingDb } from '../tables.ts';
import type { Variant } from '../variant-contract.ts';
import { renameOnRuns } from './move-runs.ts';
import { getVariant, listRows, type VariantRow } from './variant-queries.ts';

const most = 200;

export interface GivenVariant {
  name: string;
  parentId: string | null;
  note: string;
  segment: string | null;
  windowFrom: string | null;
  windowTo: string | null;
  data: string | null;
  params: readonly KeyValue[];
}

interface Place {
  problemId: string;
  variantId: string;
}

/** A branch of the model, from a parent or by itself. Throws 404 for an unknown parent, 409 for a taken name, 422. */
export async function addVariant(
  ctx: Context,
  { problemId, given }: { problemId: string; given: GivenVariant },
): Promise<Variant> {
  const id = await named(given.name, () =>
    change(ctx, async (tx) => {
      const rows = await listRows(tx.db, problemId);
      if (rows.length >= most) throw trackingErrors.tooManyVariants({ limit: most });
      check(given, rows);
      const made = { id: newId(tx.now), problem_id: problemId, created_by: ctx.actor.userId, created_at: tx.now };
      await trackingDb(tx.db)
        .insertInto('model_variant')
        .values({ ...made, ...columnsOf(given), version: 1, removed_at: null })
        .execute();
      record(tx, { problemId, variantId: made.id }, { what: 'added', data: { name: given.name } });
      return made.id;
    }),
  );
  return getVariant(ctx.db, { problemId, id });
}

/** With another name its runs are called so too. Throws 404, 409 where others changed it meanwhile, 422. */
export async function editVariant(
  ctx: Context,
  { given, version, ...place }: Place & { given: GivenVariant; version: number },
): Promise<Variant> {
  const { problemId, variantId: id } = place;
  await named(given.name, () =>
    change(ctx, async (tx) => {
      const row = await lockVariant(tx, place);
      const rows = await listRows(tx.db, problemId);
      if (row.version !== version) throw await changedMeanwhile(tx, { ...place, given, version });
      check(given, rows, id);
      await trackingDb(tx.db)
        .updateTable('model_variant')
        .set({ ...columnsOf(given), version: version + 1 })
        .where('id', '=', id)
        .execute();
      await renameOnRuns(tx.db, { problemId, before: row.name, name: given.name });
      record(tx, place, { what: 'edited', data: { name: given.name, version: version + 1 } });
    }),
  );
  return getVariant(ctx.db, { problemId, id });
}

export function removeVariant(ctx: Context, place: Place): Promise<{ id: string; removedAt: number }> {
  const { problemId, variantId: id } = place;
  return change(ctx, async (tx) => {
    const { name } = await lockVariant(tx, place);
    const from = (await listRows(tx.db, problemId)).filter(({ parent_id }) => parent_id === id);
    if (from.length > 0) throw trackingErrors.variantHasOthers({ names: from.map((row) => row.name) });
    await trackingDb(tx.db).updateTable('model_variant').set({ removed_at: tx.now }).where('id', '=', id).execute();
    record(tx, place, { what: 'removed', data: { name } });
    return { id, removedAt: tx.now };
  });
}

/** Throws 409 where its name was taken meanwhile; without the parent it had, where that was removed. */
export async function restoreVariant(ctx: Context, place: Place): Promise<Variant> {
  const { problemId, variantId: id } = place;
  const wanted = { problemId, id, notFound: () => trackingErrors.variantNotFound({ variant: id }) };
  await change(ctx, async (tx) => {
    const row = await lockRow(trackingDb(tx.db), 'model_variant', wanted);
    if (row.removed_at === null) throw trackingErrors.variantNotRemoved();
    const rows = await listRows(tx.db, problemId);
    if (rows.some(({ name_key }) => name_key === row.name_key)) throw trackingErrors.variantExists({ name: row.name });
    const parent_id = rows.find((other) => other.id === row.parent_id)?.id ?? null;
    await trackingDb(tx.db)
      .updateTable('model_variant')
      .set({ removed_at: null, parent_id })
      .where('id', '=', id)
      .execute();
    record(tx, place, { what: 'restored', data: { name: row.name } });
  });
  return getVariant(ctx.db, { problemId, id });
}

async function lockVariant(tx: Tx, { problemId, variantId: id }: Place): Promise<VariantRow> {
  const notFound = () => trackingErrors.variantNotFound({ variant: id });
  const row = await lockRow(trackingDb(tx.db), 'model_variant', { problemId, id, notFound });
  if (row.removed_at !== null) throw notFound();
  return row;
}

async function named<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isUniqueViolation(error)) throw trackingErrors.variantExists({ name });
    throw error;
  }
}

function check({ name, parentId, windowFrom, windowTo }: GivenVariant, rows: readonly VariantRow[], id?: string): void {
  refuseBackwards(windowFrom, windowTo);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const parent = parentId === null ? undefined : byId.get(parentId);
  if (parentId !== null && !parent) throw trackingErrors.variantNotFound({ variant: parentId });
  for (let above = parent; above; above = above.parent_id === null ? undefined : byId.get(above.parent_id))
    if (above.id === id) throw trackingErrors.variantOfItself({ name, parent: parent?.name ?? '' });
}

function refuseBackwards(from: string | null, to: string | null): void {
  if (from !== null && to !== null && to < from) throw trackingErrors.windowBackwards({ from, to });
}

const columnsOf = ({ name, parentId, note, segment, windowFrom, windowTo, data, params }: GivenVariant) => ({
  name,
  name_key: searchable(name),
  parent_id: parentId,
  note,
  segment,
  window_from: windowFrom,
  window_to: windowTo,
  data,
  params: toJson([...new Map(params.map(({ key, value }) => [key, value]))].map(([key, value]) => ({ key, value }))),
});

async function changedMeanwhile(
  tx: Tx,
  { problemId, variantId: id, given, version }: Place & { given: GivenVariant; version: number },
): Promise<Error> {
  const theirs = await getVariant(tx.db, { problemId, id });
  const { name, parentId, note, own, version: current } = theirs;
  return platformErrors.changedMeanwhile({
    yours: { ...given },
    theirs: { name, parentId, note, ...own },
    given: version,
    current,
  });
}

interface Happening {
  what: 'added' | 'edited' | 'removed' | 'restored';
  data: Readonly<Record<string, unknown>>;
}

function record(tx: Tx, { problemId, variantId: id }: Place, { what, data }: Happening): void {
  tx.record({ type: `model_variant.${what}`, subject: { kind: 'model_variant', id }, problemId, data });
}
