import type { AnyDb } from '../../platform/db/database.ts';
import type { Locale } from '../../platform/text/locale.ts';
import { checklistDb } from './tables.ts';

/** What items are called, removed and retired ones too. */
export function listItemTitles(
  db: AnyDb,
  { ids, locale }: { ids: readonly string[]; locale: Locale },
): Promise<{ problemId: string; id: string; name: string }[]> {
  return checklistDb(db)
    .selectFrom('checklist_item')
    .select(['id', 'problem_id as problemId'])
    .select((eb) => eb.ref(`title_${locale}`).as('name'))
    .where('id', 'in', ids)
    .execute();
}
