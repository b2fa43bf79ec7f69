import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { askToDescribe } from './ask-to-describe.ts';
import type { Dataset } from './dataset-contract.ts';
import { getDataset } from './dataset-queries.ts';
import { lockPresent } from './lock-row.ts';
import { listReadyVersions } from './ready-version.ts';
import { refuseUnknownColumn } from './refuse-unknown-column.ts';
import { datasetDb } from './tables.ts';

interface Told {
  problemId: string;
  datasetId: string;
  /** null: none is */
  column: string | null;
  positive: string | null;
}

/** What a model is to tell: of the data set, so that the next version is set against it too. */
export async function tellOutcome(ctx: Context, told: Told): Promise<Dataset> {
  await change(ctx, async (tx) => {
    await lockPresent(tx, 'dataset', { problemId: told.problemId, id: told.datasetId });
    if (told.column !== null) await refuseUnknownColumn(tx.db, { datasetId: told.datasetId, column: told.column });
    await keepOutcome(tx, ctx, told);
  });
  return getDataset(ctx.db, told);
}

/** In the change of whoever says so elsewhere; a column that no version has is told already where it was named. */
export async function keepOutcome(
  tx: Tx,
  ctx: Pick<Context, 'jobs' | 'actor'>,
  { problemId, datasetId, column, positive }: Told,
): Promise<void> {
  const { outcome } = await getDataset(tx.db, { problemId, datasetId });
  const wanted = column === null ? null : { column, positive };
  if (outcome?.column === wanted?.column && outcome?.positive === wanted?.positive) return;
  await datasetDb(tx.db)
    .updateTable('dataset')
    .set({ outcome_column: column, outcome_positive: column === null ? null : positive })
    .where('id', '=', datasetId)
    .execute();
  tx.record({ type: 'dataset.outcome_told', subject: { kind: 'dataset', id: datasetId }, problemId, data: { column } });
  const newest = (await listReadyVersions(tx.db, problemId)).find((version) => version.datasetId === datasetId);
  if (newest) await askToDescribe(tx, ctx, { problemId, versionId: newest.id, actorId: ctx.actor.userId });
}
