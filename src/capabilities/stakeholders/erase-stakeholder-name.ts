import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { stakeholderErrors } from './errors.ts';
import { lockAny } from './lock-row.ts';
import { stakeholderDb } from './tables.ts';

/**
 * The name goes for good; its mark stays, so that what was signed on it still compares. Who signs in here is erased with
 * their account, and the id stays. A right of people: also after a no-go has stopped the problem.
 */
export async function eraseStakeholderName(
  ctx: Context,
  { problemId, stakeholderId }: { problemId: string; stakeholderId: string },
): Promise<{ id: string; erasedAt: number }> {
  return change(ctx, async (tx) => {
    // Also of one that was removed: out of sight is not gone.
    const row = await lockAny(tx, 'stakeholder', { problemId, id: stakeholderId });
    if (row.name === null) throw stakeholderErrors.nothingToErase();
    await stakeholderDb(tx.db)
      .updateTable('stakeholder')
      .set({ name: null, name_erased_at: tx.now, version: row.version + 1 })
      .where('id', '=', stakeholderId)
      .execute();
    // The same person may also have heard others.
    await stakeholderDb(tx.db)
      .updateTable('stakeholder_hearing')
      .set({ heard_by_name: null })
      .where('problem_id', '=', problemId)
      .where('heard_by_name', '=', row.name)
      .execute();
    const subject = { kind: 'stakeholder', id: stakeholderId };
    tx.record({ type: 'personal_data.stakeholder_name_erased', subject, problemId });
    return { id: stakeholderId, erasedAt: tx.now };
  });
}
