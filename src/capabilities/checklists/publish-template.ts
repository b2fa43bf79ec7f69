import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { toJson } from '../../platform/json.ts';
import { lockDraft } from './edit-template.ts';
import { checklistErrors } from './errors.ts';
import { refuseStale } from '../../platform/errors/refuse-stale.ts';
import { compareTemplates } from './rules.ts';
import { checklistDb } from './tables.ts';
import type { Published, TemplateItem } from './template-contract.ts';
import { draftAsTemplate, newestTemplate } from './template-queries.ts';

/** Makes the draft, as the caller saw it, the next version; from then on nothing changes it. */
export async function publishTemplate(
  ctx: Context,
  { note, version }: { note: string; version: number },
): Promise<Published> {
  return change(ctx, async (tx) => {
    const current = await lockDraft(tx);
    const newest = await newestTemplate(tx.db);
    refuseStale({ given: version, current }, { yours: { note }, theirs: { number: newest.number, note: newest.note } });
    const items = await draftAsTemplate(tx.db);
    const { added, changed, retired } = compareTemplates(newest.items, items);
    const changes = { added: added.length, changed: changed.length, retired: retired.length };
    if (added.length + changed.length + retired.length === 0) {
      throw checklistErrors.nothingToPublish({ number: newest.number });
    }
    refuseOneLanguage(items);
    const number = newest.number + 1;
    const published_at = tx.now;
    const published_by = ctx.actor.userId;
    await checklistDb(tx.db)
      .insertInto('checklist_template')
      .values({ number, note, items: toJson(items), published_by, published_at })
      .execute();
    const subject = { kind: 'checklist_template', id: String(number) };
    tx.record({ type: 'checklist_template.published', subject, problemId: null, data: { number, ...changes } });
    const itemCount = items.filter(({ isRetired }) => !isRetired).length;
    return { number, note, publishedBy: published_by, publishedAt: published_at, itemCount };
  });
}

function refuseOneLanguage(items: readonly TemplateItem[]): void {
  const isBlank = (text: string) => text.trim() === '';
  const lacking = items.filter(
    ({ isRetired, title, help }) => !isRetired && [title.en, title.nl, help.en, help.nl].some(isBlank),
  );
  if (lacking.length === 0) return;
  throw checklistErrors.languageMissing({ titles: lacking.map(({ title }) => title.en || title.nl || '(…)') });
}
