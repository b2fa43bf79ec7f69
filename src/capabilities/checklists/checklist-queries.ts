import type { Selectable } from 'kysely';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson } from '../../platform/json.ts';
import type { Locale } from '../../platform/text/locale.ts';
import { type Answering, answeringOf } from './answering.ts';
import type { Checklist, ChecklistItem, ItemEvidence } from './checklist-contract.ts';
import { checklistErrors } from './errors.ts';
import { byPlace, isAskedAt, isSettled } from './rules.ts';
import { checklistDb, type ChecklistTables } from './tables.ts';
import type { ChecklistGate, ChecklistRole } from './template-contract.ts';
import { newestTemplate } from './template-queries.ts';

export type StoredItem = Selectable<ChecklistTables['checklist_item']>;

/** The version of the template that the checklist of this problem follows; null while it has not begun. */
export async function findTemplateNumber(db: AnyDb, problemId: string): Promise<number | null> {
  const row = await checklistDb(db)
    .selectFrom('checklist')
    .select('template_number')
    .where('problem_id', '=', problemId)
    .executeTakeFirst();
  return row?.template_number ?? null;
}

/** Those that are not removed, by role, gate and place; retired ones are there. */
export async function listItems(db: AnyDb, problemId: string): Promise<StoredItem[]> {
  const rows = await checklistDb(db)
    .selectFrom('checklist_item')
    .selectAll()
    .where('problem_id', '=', problemId)
    .where('removed_at', 'is', null)
    .execute();
  return rows.sort((a, b) => byPlace(a, b) || (a.id < b.id ? -1 : 1));
}

/** Throws 404 where the problem has no such item, or it was removed. */
async function getItem(db: AnyDb, { problemId, itemId }: { problemId: string; itemId: string }): Promise<StoredItem> {
  const row = await checklistDb(db)
    .selectFrom('checklist_item')
    .selectAll()
    .where('problem_id', '=', problemId)
    .where('id', '=', itemId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw checklistErrors.itemNotFound({ id: itemId });
  return row;
}

/** @param db where the actor's own change is not committed yet, that of its transaction */
export async function showChecklist(ctx: Context, problemId: string, db: AnyDb = ctx.db): Promise<Checklist> {
  const templateNumber = await findTemplateNumber(db, problemId);
  const { number: newestNumber } = await newestTemplate(db);
  const items = templateNumber === null ? [] : await listItems(db, problemId);
  const answering = await answeringOf(ctx, db, problemId);
  return {
    isBegun: templateNumber !== null,
    templateNumber,
    newestNumber,
    items: items.map((row) => shownItem(row, { locale: ctx.locale, answering })),
  };
}

/** One item as the actor sees it. Throws 404. */
export async function showItem(
  ctx: Context,
  { problemId, itemId }: { problemId: string; itemId: string },
): Promise<ChecklistItem> {
  const row = await getItem(ctx.db, { problemId, itemId });
  return shownItem(row, { locale: ctx.locale, answering: await answeringOf(ctx, ctx.db, problemId) });
}

function shownItem(row: StoredItem, { locale, answering }: { locale: Locale; answering: Answering }): ChecklistItem {
  return {
    id: row.id,
    role: row.role,
    gate: row.gate,
    title: row[`title_${locale}`],
    help: row[`help_${locale}`],
    source: row.source,
    isOwn: row.item_key === null,
    isRetired: row.is_retired === 1,
    rewordedIn: row.reworded_in,
    ownerId: row.owner_id,
    state: row.state,
    evidence: evidenceOf(row),
    reason: row.reason,
    dueDate: row.due_date,
    version: row.version,
    youMayAnswer: answering.mayAnswer({ role: row.role, ownerId: row.owner_id }),
  };
}

export function evidenceOf({ evidence }: Pick<StoredItem, 'evidence'>): ItemEvidence | null {
  return evidence === null ? null : fromJson<ItemEvidence>(evidence);
}

/** An item of one problem that waits. */
export interface WaitingItem {
  itemId: string;
  role: ChecklistRole;
  title: Record<Locale, string>;
  dueDate: string | null;
  ownerId: string | null;
}

/** What is open up to this gate, by role and place; null while the checklist has not begun. */
export async function listWaitingItems(
  db: AnyDb,
  problemId: string,
  gate: ChecklistGate,
): Promise<WaitingItem[] | null> {
  if ((await findTemplateNumber(db, problemId)) === null) return null;
  const rows = await listItems(db, problemId);
  return rows
    .filter((row) => row.is_retired === 0 && !isSettled(row.state) && isAskedAt(row.gate, gate))
    .map(({ id, role, title_en, title_nl, due_date, owner_id }) => ({
      itemId: id,
      role,
      title: { en: title_en, nl: title_nl },
      dueDate: due_date,
      ownerId: owner_id,
    }));
}
