import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { Decision } from './contract.ts';
import { decisionErrors } from './errors.ts';
import { getDecision } from './queries.ts';
import { decisionsDb } from './tables.ts';

interface Named {
  problemId: string;
  decisionId: string;
  /** among the people of the decision, from 0 */
  position: number;
}

/**
 * The name of somebody without an account goes for good; role and meaning stay, and the record of the decision is
 * untouched. A right of people: also after a no-go has stopped the problem.
 */
export async function eraseDecisionName(ctx: Context, { problemId, decisionId, position }: Named): Promise<Decision> {
  await change(ctx, async (tx) => {
    await getDecision(tx.db, { problemId, decisionId });
    const { numUpdatedRows } = await decisionsDb(tx.db)
      .updateTable('decision_person')
      .set({ name: null })
      .where('decision_id', '=', decisionId)
      .where('position', '=', position)
      .where('name', 'is not', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw decisionErrors.noName();
    const subject = { kind: 'decision', id: decisionId };
    tx.record({ type: 'personal_data.decision_name_erased', subject, problemId, data: { position } });
  });
  const { snapshot: _snapshot, ...decision } = await getDecision(ctx.db, { problemId, decisionId });
  return decision;
}
