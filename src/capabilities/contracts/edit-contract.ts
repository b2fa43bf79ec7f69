import type { Context } from '../../platform/context/context.ts';
import { canReadProblem } from '../identity/index.ts';
import type { DataContract } from './agreed-contract.ts';
import { changeContract, keepDraft, refuseStale, subjectOf } from './change-draft.ts';
import { type OfDataset, showContract } from './contract-queries.ts';
import { contractErrors } from './errors.ts';
import { contractDb } from './tables.ts';

interface Given extends OfDataset {
  version: number;
  fields: { ownerId?: string | null; personal?: string[] };
}

/** Who sees to it, and which columns tell of people. */
export async function editContract(ctx: Context, { version, fields, ...given }: Given): Promise<DataContract> {
  await refuseUnknownOwner(ctx, given.problemId, fields.ownerId);
  await changeContract(ctx, given, async (tx, held) => {
    const theirs = { ownerId: held.row.owner_id, personal: held.content.personal };
    refuseStale(held.row, { version, yours: fields, theirs });
    await keepDraft(tx, held, { ...held.content, personal: [...new Set(fields.personal ?? held.content.personal)] });
    if (fields.ownerId !== undefined)
      await contractDb(tx.db)
        .updateTable('data_contract')
        .set({ owner_id: fields.ownerId })
        .where('id', '=', held.row.id)
        .execute();
    const data = { fields: Object.keys(fields), version: version + 1 };
    tx.record({ type: 'data_contract.edited', subject: subjectOf(held.row), problemId: given.problemId, data });
  });
  return showContract(ctx, given);
}

async function refuseUnknownOwner(ctx: Context, problemId: string, ownerId?: string | null): Promise<void> {
  if (ownerId === undefined || ownerId === null) return;
  if (!(await canReadProblem(ctx, { userId: ownerId, problemId }))) throw contractErrors.unknownOwner({ ownerId });
}
