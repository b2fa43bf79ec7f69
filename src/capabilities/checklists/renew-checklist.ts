import { change, quietly, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { insertItems } from './begin-checklist.ts';
import type { Checklist } from './checklist-contract.ts';
import { findTemplateNumber, listItems, showChecklist, type StoredItem } from './checklist-queries.ts';
import { checklistErrors } from './errors.ts';
import { lockChecklist } from './lock-checklist.ts';
import { requiredColumns } from './required-columns.ts';
import { isSettled } from './rules.ts';
import { checklistDb } from './tables.ts';
import type { TemplateItem } from './template-contract.ts';
import { newestTemplate, type PublishedTemplate } from './template-queries.ts';

/** Somebody else renewed it at the same instant. It ends the change without an event. */
class RenewedAlready extends Error {}

/**
 * Brings the checklist up to the newest version. New items come; retired ones keep their answers and are marked; where
 * the words of an answered item changed, that is said, since the answer was given to other words.
 */
export async function renewChecklist(ctx: Context, { problemId }: { problemId: string }): Promise<Checklist> {
  const followed = await findTemplateNumber(ctx.db, problemId);
  if (followed === null) throw checklistErrors.notBegun();
  if (followed === (await newestTemplate(ctx.db)).number) return showChecklist(ctx, problemId);
  try {
    await change(ctx, (tx) => renewOnce(tx, problemId));
  } catch (error) {
    if (!(error instanceof RenewedAlready)) throw error;
    // As in beginning: what the other did may not have been committed yet.
    return quietly(ctx, (db) => showChecklist(ctx, problemId, db));
  }
  return showChecklist(ctx, problemId);
}

async function renewOnce(tx: Tx, problemId: string): Promise<void> {
  const from = await lockChecklist(tx, problemId);
  const newest = await newestTemplate(tx.db);
  if (from === newest.number) throw new RenewedAlready();
  const present = (await listItems(tx.db, problemId)).filter(({ item_key }) => item_key !== null);
  const counts = await applyTemplate(tx, { problemId, newest, present });
  await checklistDb(tx.db)
    .updateTable('checklist')
    .set({ template_number: newest.number })
    .where('problem_id', '=', problemId)
    .execute();
  const data = { from, to: newest.number, ...counts };
  tx.record({ type: 'checklist.renewed', subject: { kind: 'problem', id: problemId }, problemId, data });
}

interface Applying {
  problemId: string;
  newest: PublishedTemplate;
  present: readonly StoredItem[];
}

async function applyTemplate(tx: Tx, { problemId, newest, present }: Applying) {
  const asked = newest.items.filter(({ isRetired }) => !isRetired);
  const known = new Map(present.map((row) => [row.item_key, row]));
  const isAsked = new Set(asked.map(({ key }) => key));
  const added = asked.filter(({ key }) => !known.has(key));
  const retired = present.filter((row) => row.is_retired === 0 && !isAsked.has(row.item_key ?? ''));
  await insertItems(tx, problemId, added);
  for (const row of retired) await updateItem(tx, row, { is_retired: 1 });
  let reworded = 0;
  for (const item of asked) {
    const row = known.get(item.key);
    const changes = row ? changesOf(row, item, newest.number) : null;
    if (row && changes) await updateItem(tx, row, changes);
    if (changes) reworded += 1;
  }
  return { added: added.length, retired: retired.length, changed: reworded };
}

/** What the template changes in an item that is there; null where nothing. */
function changesOf(row: StoredItem, item: TemplateItem, number: number): Partial<StoredItem> | null {
  const columns = requiredColumns(item);
  const differs = (Object.keys(columns) as (keyof typeof columns)[]).filter((name) => columns[name] !== row[name]);
  if (differs.length === 0 && row.is_retired === 0) return null;
  const hasOtherWords = differs.some((name) => name.startsWith('title') || name.startsWith('help'));
  const reworded_in = hasOtherWords && isSettled(row.state) ? number : row.reworded_in;
  return { ...columns, is_retired: 0, reworded_in };
}

async function updateItem(tx: Tx, { id }: StoredItem, changes: Partial<StoredItem>): Promise<void> {
  await checklistDb(tx.db)
    .updateTable('checklist_item')
    .set((eb) => ({ ...changes, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
