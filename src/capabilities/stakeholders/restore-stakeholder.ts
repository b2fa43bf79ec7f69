import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { Hearing, Question, Stakeholder } from './contract.ts';
import { stakeholderErrors } from './errors.ts';
import { lockAny } from './lock-row.ts';
import { refuseMore, refuseMoreOf } from './positions.ts';
import { getHearing, getQuestion, getStakeholder } from './queries.ts';
import { stakeholderDb } from './tables.ts';

export async function restoreStakeholder(
  ctx: Context,
  { problemId, stakeholderId }: { problemId: string; stakeholderId: string },
): Promise<Stakeholder> {
  await change(ctx, async (tx) => {
    const row = await lockAny(tx, 'stakeholder', { problemId, id: stakeholderId });
    if (row.removed_at === null) throw stakeholderErrors.notRemoved();
    await refuseMore(tx.db, problemId);
    await stakeholderDb(tx.db)
      .updateTable('stakeholder')
      .set({ removed_at: null })
      .where('id', '=', stakeholderId)
      .execute();
    tx.record({ type: 'stakeholder.restored', subject: { kind: 'stakeholder', id: stakeholderId }, problemId });
  });
  return getStakeholder(ctx.db, { problemId, stakeholderId }, ctx.locale);
}

export async function restoreHearing(
  ctx: Context,
  { problemId, hearingId }: { problemId: string; hearingId: string },
): Promise<Hearing> {
  await change(ctx, async (tx) => {
    await restorePart(tx, 'stakeholder_hearing', { problemId, id: hearingId });
    tx.record({ type: 'hearing.restored', subject: { kind: 'hearing', id: hearingId }, problemId });
  });
  return getHearing(ctx.db, hearingId, ctx.locale);
}

export async function restoreQuestion(
  ctx: Context,
  { problemId, questionId }: { problemId: string; questionId: string },
): Promise<Question> {
  await change(ctx, async (tx) => {
    await restorePart(tx, 'stakeholder_question', { problemId, id: questionId });
    tx.record({ type: 'question.restored', subject: { kind: 'question', id: questionId }, problemId });
  });
  return getQuestion(ctx.db, questionId);
}

async function restorePart(
  tx: Tx,
  table: 'stakeholder_hearing' | 'stakeholder_question',
  { problemId, id }: { problemId: string; id: string },
): Promise<void> {
  const row = await lockAny(tx, table, { problemId, id });
  if (row.removed_at === null) throw stakeholderErrors.notRemoved();
  const owner = await lockAny(tx, 'stakeholder', { problemId, id: row.stakeholder_id });
  if (owner.removed_at !== null) throw stakeholderErrors.stakeholderRemoved();
  await refuseMoreOf(tx.db, table, row.stakeholder_id);
  await stakeholderDb(tx.db).updateTable(table).set({ removed_at: null }).where('id', '=', id).execute();
}
