import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { lockPresent } from './lock-row.ts';
import { stakeholderDb, type StakeholderTables } from './tables.ts';

const areas = { stakeholder: 'stakeholder', stakeholder_hearing: 'hearing', stakeholder_question: 'question' } as const;

/** Takes one thing out of sight; what hangs on it goes with it, and comes back with it. */
async function remove(
  ctx: Context,
  table: keyof StakeholderTables,
  { problemId, id }: { problemId: string; id: string },
): Promise<{ id: string; removedAt: number }> {
  return change(ctx, async (tx) => {
    await lockPresent(tx, table, { problemId, id });
    await stakeholderDb(tx.db).updateTable(table).set({ removed_at: tx.now }).where('id', '=', id).execute();
    tx.record({ type: `${areas[table]}.removed`, subject: { kind: areas[table], id }, problemId });
    return { id, removedAt: tx.now };
  });
}

type Removed = Promise<{ id: string; removedAt: number }>;

export const removeStakeholder = (ctx: Context, given: { problemId: string; stakeholderId: string }): Removed =>
  remove(ctx, 'stakeholder', { problemId: given.problemId, id: given.stakeholderId });

export const removeHearing = (ctx: Context, given: { problemId: string; hearingId: string }): Removed =>
  remove(ctx, 'stakeholder_hearing', { problemId: given.problemId, id: given.hearingId });

export const removeQuestion = (ctx: Context, given: { problemId: string; questionId: string }): Removed =>
  remove(ctx, 'stakeholder_question', { problemId: given.problemId, id: given.questionId });
