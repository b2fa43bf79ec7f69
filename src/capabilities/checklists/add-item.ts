import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import { unanswered } from './begin-checklist.ts';
import type { ChecklistItem } from './checklist-contract.ts';
import { listItems, showItem } from './checklist-queries.ts';
import { checklistErrors } from './errors.ts';
import { lockChecklist } from './lock-checklist.ts';
import { checklistDb } from './tables.ts';
import type { ChecklistGate, ChecklistRole } from './template-contract.ts';

const most = 500;
/** After what the template asks of the same role at the same gate. */
const afterTemplate = 10_000;

interface Given {
  problemId: string;
  role: ChecklistRole;
  gate: ChecklistGate;
  title: string;
  help: string;
}

/** An item of the team's own: one text, as they wrote it, for readers of either language. */
export async function addItem(ctx: Context, { problemId, role, gate, title, help }: Given): Promise<ChecklistItem> {
  const itemId = await change(ctx, async (tx) => {
    await lockChecklist(tx, problemId);
    const present = await listItems(tx.db, problemId);
    if (present.length >= most) throw checklistErrors.tooMany({ limit: most });
    const id = newId(tx.now);
    await checklistDb(tx.db)
      .insertInto('checklist_item')
      .values({
        id,
        problem_id: problemId,
        item_key: null,
        role,
        gate,
        ...ownWords(title, help),
        source: '',
        ...unanswered,
        position: afterTemplate + present.length,
      })
      .execute();
    tx.record({ type: 'checklist.item_added', subject: { kind: 'checklist_item', id }, problemId, data: { role } });
    return id;
  });
  return showItem(ctx, { problemId, itemId });
}

export function ownWords(title: string, help: string) {
  return { title_en: title, title_nl: title, help_en: help, help_nl: help };
}
