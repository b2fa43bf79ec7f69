import type { Context } from '../../platform/context/context.ts';
import type { DataContract } from './agreed-contract.ts';
import { changeContract, refuseStale, subjectOf } from './change-draft.ts';
import { type OfDataset, showContract } from './contract-queries.ts';
import { contractErrors } from './errors.ts';
import { contractDb } from './tables.ts';

/** A person has read the draft as it is; a later change makes that stale. */
export async function reviewContract(
  ctx: Context,
  { version, ...given }: OfDataset & { version: number },
): Promise<DataContract> {
  await changeContract(ctx, given, async (tx, { row, content }) => {
    refuseStale(row, { version, yours: {}, theirs: { ruleCount: content.rules.length } });
    if (content.rules.length === 0) throw contractErrors.nothingToReview();
    await contractDb(tx.db)
      .updateTable('data_contract')
      .set({ reviewed_by: ctx.actor.userId, reviewed_at: tx.now, reviewed_version: version })
      .where('id', '=', row.id)
      .execute();
    const data = { version, rules: content.rules.length };
    tx.record({ type: 'data_contract.reviewed', subject: subjectOf(row), problemId: given.problemId, data });
  });
  return showContract(ctx, given);
}
