import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { refuseTakenName } from './create-dataset.ts';
import type { Dataset } from './dataset-contract.ts';
import { getDataset } from './dataset-queries.ts';
import { datasetErrors } from './errors.ts';
import { lockAny, lockPresent } from './lock-row.ts';
import { datasetDb } from './tables.ts';

interface Place {
  problemId: string;
  datasetId: string;
}

/** Out of sight, with its versions, whose content stays: others may stand on them. */
export function removeDataset(
  ctx: Context,
  { problemId, datasetId: id }: Place,
): Promise<{ id: string; removedAt: number }> {
  return change(ctx, async (tx) => {
    await lockPresent(tx, 'dataset', { problemId, id });
    await datasetDb(tx.db).updateTable('dataset').set({ removed_at: tx.now }).where('id', '=', id).execute();
    tx.record({ type: 'dataset.removed', subject: { kind: 'dataset', id }, problemId });
    return { id, removedAt: tx.now };
  });
}

export async function restoreDataset(ctx: Context, place: Place): Promise<Dataset> {
  const { problemId, datasetId: id } = place;
  await change(ctx, async (tx) => {
    const { removed_at, name } = await lockAny(tx, 'dataset', { problemId, id });
    if (removed_at === null) throw datasetErrors.notRemoved();
    await refuseTakenName(tx, { problemId, name });
    await datasetDb(tx.db).updateTable('dataset').set({ removed_at: null }).where('id', '=', id).execute();
    tx.record({ type: 'dataset.restored', subject: { kind: 'dataset', id }, problemId });
  });
  return getDataset(ctx.db, place);
}
