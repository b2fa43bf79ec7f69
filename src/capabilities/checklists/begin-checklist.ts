import { change, quietly, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import type { Checklist } from './checklist-contract.ts';
import { findTemplateNumber, showChecklist } from './checklist-queries.ts';
import { requiredColumns } from './required-columns.ts';
import { checklistDb } from './tables.ts';
import type { TemplateItem } from './template-contract.ts';
import { newestTemplate } from './template-queries.ts';

/** Nothing left to do: somebody else began at the same instant. It ends the change without an event. */
class BegunAlready extends Error {}

/** Gives the problem the newest published checklist. It may be asked any number of times: one set of items comes of it. */
export async function beginChecklist(ctx: Context, { problemId }: { problemId: string }): Promise<Checklist> {
  if ((await findTemplateNumber(ctx.db, problemId)) !== null) return showChecklist(ctx, problemId);
  try {
    await change(ctx, (tx) => beginOnce(tx, problemId));
  } catch (error) {
    if (!(error instanceof BegunAlready)) throw error;
    // What the other began may not have been committed yet: behind it in the queue of writers it has.
    return quietly(ctx, (db) => showChecklist(ctx, problemId, db));
  }
  return showChecklist(ctx, problemId);
}

async function beginOnce(tx: Tx, problemId: string): Promise<void> {
  const { number, items } = await newestTemplate(tx.db);
  const { numInsertedOrUpdatedRows } = await checklistDb(tx.db)
    .insertInto('checklist')
    .values({ problem_id: problemId, template_number: number, begun_at: tx.now })
    .onConflict((on) => on.column('problem_id').doNothing())
    .executeTakeFirstOrThrow();
  if (!numInsertedOrUpdatedRows) throw new BegunAlready();
  const asked = items.filter(({ isRetired }) => !isRetired);
  await insertItems(tx, problemId, asked);
  const data = { templateNumber: number, items: asked.length };
  tx.record({ type: 'checklist.instantiated', subject: { kind: 'problem', id: problemId }, problemId, data });
}

/** New items of the template, unanswered, in the order of the template. */
export async function insertItems(tx: Tx, problemId: string, items: readonly TemplateItem[]): Promise<void> {
  if (items.length === 0) return;
  const rows = items.map((item, position) => ({
    id: newId(tx.now),
    problem_id: problemId,
    item_key: item.key,
    ...requiredColumns(item),
    ...unanswered,
    position,
  }));
  await checklistDb(tx.db).insertInto('checklist_item').values(rows).execute();
}

export const unanswered = {
  is_retired: 0,
  reworded_in: null,
  owner_id: null,
  state: 'open',
  evidence: null,
  reason: '',
  due_date: null,
  version: 1,
  removed_at: null,
} as const;
