import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { formulationErrors } from './errors.ts';
import { lockForWriting } from './lock-problem.ts';
import { refuseStale } from '../../platform/errors/refuse-stale.ts';
import { findOrigin, showOrigin } from './show-origin.ts';
import { formulationDb } from './tables.ts';
import type { Origin, Relation } from './variant-contract.ts';

type Given = Partial<Pick<Relation, 'about' | 'difference' | 'reason'>> & { problemId: string; version: number };

/** Says otherwise in what a variant differs from its parent; which problem that is never changes. */
export async function editVariant(ctx: Context, { problemId, version, ...fields }: Given): Promise<Origin> {
  await change(ctx, async (tx) => {
    await lockForWriting(tx, problemId);
    const own = await findOrigin(tx.db, problemId);
    if (!own?.parent_id) throw formulationErrors.noVariant({ id: problemId });
    const { about, difference, reason } = own;
    refuseStale({ given: version, current: own.version }, { yours: fields, theirs: { about, difference, reason } });
    await formulationDb(tx.db)
      .updateTable('problem_origin')
      .set({ ...fields, version: version + 1 })
      .where('problem_id', '=', problemId)
      .execute();
    const data = { fields: Object.keys(fields), version: version + 1 };
    tx.record({ type: 'problem.variant_edited', subject: { kind: 'problem', id: problemId }, problemId, data });
  });
  return showOrigin(ctx, { problemId });
}
