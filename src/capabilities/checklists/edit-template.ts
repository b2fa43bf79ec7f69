import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import { checklistErrors } from './errors.ts';
import { refuseStale } from '../../platform/errors/refuse-stale.ts';
import { requiredColumns } from './required-columns.ts';
import { checklistDb } from './tables.ts';
import type { DraftItem, TemplateItem } from './template-contract.ts';
import { readDraft } from './template-queries.ts';

const most = 300;
const subject = (id: string) => ({ kind: 'checklist_template_item', id });

type NewItem = Omit<TemplateItem, 'key' | 'isRetired'>;

export async function addTemplateItem(ctx: Context, given: NewItem): Promise<DraftItem> {
  const itemKey = await change(ctx, async (tx) => {
    await lockDraft(tx);
    const { items } = await readDraft(tx.db);
    if (items.length >= most) throw checklistErrors.tooMany({ limit: most });
    const key = newId(tx.now);
    await checklistDb(tx.db)
      .insertInto('checklist_draft_item')
      .values({ item_key: key, ...requiredColumns(given), is_retired: 0, position: items.length, version: 1 })
      .execute();
    tx.record({ type: 'checklist_template.item_added', subject: subject(key), problemId: null });
    return key;
  });
  return getDraftItem(ctx.db, itemKey);
}

interface Edit {
  itemKey: string;
  version: number;
  fields: Partial<Pick<TemplateItem, 'role' | 'gate' | 'source' | 'isRetired'>> & {
    title?: { en?: string; nl?: string };
    help?: { en?: string; nl?: string };
  };
}

export async function editTemplateItem(ctx: Context, { itemKey, version, fields }: Edit): Promise<DraftItem> {
  await change(ctx, async (tx) => {
    await lockDraft(tx);
    const current = await getDraftItem(tx.db, itemKey);
    const { role, gate, source, isRetired, title, help } = current;
    const theirs = { role, gate, source, isRetired, title, help };
    refuseStale({ given: version, current: current.version }, { yours: fields, theirs });
    const edited = { ...theirs, ...fields, title: { ...title, ...fields.title }, help: { ...help, ...fields.help } };
    await checklistDb(tx.db)
      .updateTable('checklist_draft_item')
      .set({ ...requiredColumns(edited), is_retired: edited.isRetired ? 1 : 0, version: version + 1 })
      .where('item_key', '=', itemKey)
      .execute();
    const data = { fields: Object.keys(fields), version: version + 1 };
    tx.record({ type: typeOf(current, edited), subject: subject(itemKey), problemId: null, data });
  });
  return getDraftItem(ctx.db, itemKey);
}

function typeOf(before: { isRetired: boolean }, after: { isRetired: boolean }): string {
  if (before.isRetired === after.isRetired) return 'checklist_template.item_edited';
  return after.isRetired ? 'checklist_template.item_retired' : 'checklist_template.item_brought_back';
}

/** Throws 404. */
async function getDraftItem(db: Tx['db'], itemKey: string): Promise<DraftItem> {
  const found = (await readDraft(db)).items.find(({ key }) => key === itemKey);
  if (!found) throw checklistErrors.itemNotFound({ id: itemKey });
  return found;
}

/** Counts a change of the draft, and holds it until the end of this one. */
export async function lockDraft(tx: Tx): Promise<number> {
  const { version } = await checklistDb(tx.db)
    .updateTable('checklist_draft')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .returning('version')
    .executeTakeFirstOrThrow();
  return version - 1;
}
