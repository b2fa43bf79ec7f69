import { quietly } from '../../platform/context/change.ts';
import type { Services } from '../../platform/context/context.ts';
import { toJson } from '../../platform/json.ts';
import { requiredColumns } from './required-columns.ts';
import { shippedTemplate } from './shipped-template.ts';
import { checklistDb } from './tables.ts';

/** Lays the checklist that comes with Peil down as version 1, once for every installation; nobody did that, so no event. */
export async function shipTemplate(services: Pick<Services, 'database' | 'clock'>): Promise<void> {
  const { reader } = services.database;
  if (await checklistDb(reader).selectFrom('checklist_draft').select('id').executeTakeFirst()) return;
  await quietly(services, async (db) => {
    // Of two processes at the same instant the second waits here, and finds it there.
    const { numInsertedOrUpdatedRows } = await checklistDb(db)
      .insertInto('checklist_draft')
      .values({ id: 'draft', version: 1 })
      .onConflict((on) => on.column('id').doNothing())
      .executeTakeFirstOrThrow();
    if (!numInsertedOrUpdatedRows) return;
    const items = toJson(shippedTemplate);
    const published_at = services.clock.now();
    await checklistDb(db)
      .insertInto('checklist_template')
      .values({ number: 1, note: '', items, published_by: 'system', published_at })
      .execute();
    await checklistDb(db)
      .insertInto('checklist_draft_item')
      .values(
        shippedTemplate.map((item, position) => ({
          item_key: item.key,
          ...requiredColumns(item),
          is_retired: 0,
          position,
          version: 1,
        })),
      )
      .execute();
  });
}
