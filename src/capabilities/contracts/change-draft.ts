import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { platformErrors } from '../../platform/errors/platform-errors.ts';
import { newId } from '../../platform/ids.ts';
import { fromJson, toJson } from '../../platform/json.ts';
import { getDataset } from '../datasets/index.ts';
import { type ContractContent, newContent } from './content.ts';
import type { OfDataset, StoredContract } from './contract-queries.ts';
import { contractDb } from './tables.ts';

export interface Held {
  row: StoredContract;
  content: ContractContent;
}

/**
 * The contract of a data set, made when it is first written, and held until the end of the change: writing it to itself
 * is a lock that both databases know.
 */
export async function holdContract(tx: Tx, ctx: Context, { problemId, datasetId }: OfDataset): Promise<Held> {
  const { name } = await getDataset(tx.db, { problemId, datasetId });
  const row = await contractDb(tx.db)
    .insertInto('data_contract')
    .values({
      id: newId(tx.now),
      problem_id: problemId,
      dataset_id: datasetId,
      draft: toJson(newContent(name, tx.now)),
      owner_id: null,
      reviewed_by: null,
      reviewed_at: null,
      reviewed_version: null,
      created_by: ctx.actor.userId,
      created_at: tx.now,
      version: 0,
    })
    .onConflict((conflict) =>
      conflict.column('dataset_id').doUpdateSet((eb) => ({ version: eb.ref('data_contract.version') })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  return { row, content: fromJson<ContractContent>(row.draft) };
}

/** Writes a changed draft; a review of what it was is stale from then on. */
export async function keepDraft(tx: Tx, { row }: Held, content: ContractContent): Promise<void> {
  await contractDb(tx.db)
    .updateTable('data_contract')
    .set({ draft: toJson(content), version: row.version + 1 })
    .where('id', '=', row.id)
    .execute();
}

export function refuseStale(
  { version: current }: Pick<StoredContract, 'version'>,
  { version, yours, theirs }: { version: number; yours: unknown; theirs: unknown },
): void {
  if (version !== current) throw platformErrors.changedMeanwhile({ yours, theirs, given: version, current });
}

export const subjectOf = ({ id }: Pick<StoredContract, 'id'>) => ({ kind: 'data_contract', id });

/** One change of one contract, by `work`, which tells what happened. */
export async function changeContract(
  ctx: Context,
  given: OfDataset,
  work: (tx: Tx, held: Held) => Promise<void>,
): Promise<void> {
  await change(ctx, async (tx) => work(tx, await holdContract(tx, ctx, given)));
}
