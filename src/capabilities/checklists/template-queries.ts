import type { Selectable } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson } from '../../platform/json.ts';
import { checklistErrors } from './errors.ts';
import { byPlace, differingFields } from './rules.ts';
import { checklistDb, type ChecklistTables } from './tables.ts';
import type { Draft, DraftItem, Published, TemplateItem } from './template-contract.ts';

export type PublishedTemplate = Published & { items: TemplateItem[] };
type StoredDraftItem = Selectable<ChecklistTables['checklist_draft_item']>;

export async function listTemplates(db: AnyDb): Promise<PublishedTemplate[]> {
  const rows = await checklistDb(db).selectFrom('checklist_template').selectAll().orderBy('number', 'desc').execute();
  return rows.map(templateFrom);
}

export async function newestTemplate(db: AnyDb): Promise<PublishedTemplate> {
  const row = await checklistDb(db)
    .selectFrom('checklist_template')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return templateFrom(row);
}

/** Throws 404. */
export async function getTemplate(db: AnyDb, number: number): Promise<PublishedTemplate> {
  const row = await checklistDb(db)
    .selectFrom('checklist_template')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst();
  if (!row) throw checklistErrors.versionNotFound({ number, newest: (await newestTemplate(db)).number });
  return templateFrom(row);
}

function templateFrom(row: Selectable<ChecklistTables['checklist_template']>): PublishedTemplate {
  const items = fromJson<TemplateItem[]>(row.items);
  return {
    number: row.number,
    note: row.note,
    publishedBy: row.published_by,
    publishedAt: row.published_at,
    itemCount: items.filter(({ isRetired }) => !isRetired).length,
    items,
  };
}

export async function readDraft(db: AnyDb): Promise<Draft> {
  const { version } = await checklistDb(db).selectFrom('checklist_draft').select('version').executeTakeFirstOrThrow();
  const rows = await checklistDb(db).selectFrom('checklist_draft_item').selectAll().execute();
  const { number, items: published } = await newestTemplate(db);
  const items = rows.sort(byPlace).map((row) => ({
    ...draftItemFrom(row),
    change: changeOf(draftItemFrom(row), published),
    version: row.version,
  }));
  return { version, basedOn: number, changes: items.filter(({ change }) => change !== 'none').length, items };
}

function changeOf(item: TemplateItem, published: readonly TemplateItem[]): DraftItem['change'] {
  const before = published.find(({ key }) => key === item.key);
  if (!before) return item.isRetired ? 'none' : 'added';
  if (item.isRetired !== before.isRetired) return item.isRetired ? 'retired' : 'brought_back';
  return !item.isRetired && differingFields(before, item).length > 0 ? 'changed' : 'none';
}

function draftItemFrom(row: StoredDraftItem): TemplateItem {
  return {
    key: row.item_key,
    role: row.role,
    gate: row.gate,
    title: { en: row.title_en, nl: row.title_nl },
    help: { en: row.help_en, nl: row.help_nl },
    source: row.source,
    isRetired: row.is_retired === 1,
  };
}

/** The draft as a document: what was never published and is retired again is left out. */
export async function draftAsTemplate(db: AnyDb): Promise<TemplateItem[]> {
  const rows = await checklistDb(db).selectFrom('checklist_draft_item').selectAll().execute();
  const published = new Set((await newestTemplate(db)).items.map(({ key }) => key));
  return rows
    .sort(byPlace)
    .map(draftItemFrom)
    .filter((item) => !item.isRetired || published.has(item.key));
}
