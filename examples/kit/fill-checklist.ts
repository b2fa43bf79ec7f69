import * as checklists from '../../src/capabilities/checklists/contract.ts';
import { getMe } from '../../src/capabilities/identity/contract.ts';
import type { Filling } from './filling.ts';

/** What each role requires, with what answers it; the person of this Peil owns the items, and the words name who answered. */
export async function fillChecklist({ ask, params, written }: Filling): Promise<void> {
  const { items, templateNumber } = await ask(checklists.beginChecklist, { params });
  const { id: ownerId } = await ask(getMe);
  const number = templateNumber ?? 1;
  const template = await ask(checklists.readChecklistVersion, { params: { number } });
  for (const { key, title } of template.items) {
    const answered = written.checklist[key.slice(key.indexOf('.') + 1)];
    const item = items.find((each) => [title.en, title.nl].includes(each.title));
    if (!answered || item?.state !== 'open') continue;
    const { id: itemId, version } = item;
    const body = { ownerId, ...answered };
    await ask(checklists.editChecklistItem, { params: { ...params, itemId }, body, version });
  }
}
