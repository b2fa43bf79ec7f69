import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { datasetErrors } from './errors.ts';
import { lockAny, lockPresent } from './lock-row.ts';
import type { Source } from './source-contract.ts';
import { getSource } from './source-queries.ts';
import { datasetDb } from './tables.ts';

interface Place {
  problemId: string;
  sourceId: string;
}

export function removeSource(
  ctx: Context,
  { problemId, sourceId: id }: Place,
): Promise<{ id: string; removedAt: number }> {
  return change(ctx, async (tx) => {
    await lockPresent(tx, 'data_source', { problemId, id });
    await datasetDb(tx.db).updateTable('data_source').set({ removed_at: tx.now }).where('id', '=', id).execute();
    tx.record({ type: 'data_source.removed', subject: { kind: 'data_source', id }, problemId });
    return { id, removedAt: tx.now };
  });
}

export async function restoreSource(ctx: Context, place: Place): Promise<Source> {
  const { problemId, sourceId: id } = place;
  await change(ctx, async (tx) => {
    const row = await lockAny(tx, 'data_source', { problemId, id });
    if (row.removed_at === null) throw datasetErrors.notRemoved();
    await datasetDb(tx.db).updateTable('data_source').set({ removed_at: null }).where('id', '=', id).execute();
    tx.record({ type: 'data_source.restored', subject: { kind: 'data_source', id }, problemId });
  });
  return getSource(ctx, place);
}
