import type { AnyDb } from '../../platform/db/database.ts';
import { defineTexts } from '../../platform/text/define-texts.ts';
import type { Locale } from '../../platform/text/locale.ts';
import { evidenceOf, findTemplateNumber, listItems, type StoredItem } from './checklist-queries.ts';
import { isAskedAt, isSettled } from './rules.ts';
import type { ChecklistGate } from './template-contract.ts';

/** What a gate asks of the checklist: that it has begun, and each item of that gate; the texts are `checklistGateTexts`. */
export interface ChecklistEvidence {
  /** `checklist.begun`, or `checklist.` and the id of the item, so that a waiver names one item */
  id: string;
  /** the key of its text */
  text: keyof (typeof checklistGateTexts)['en'];
  station: 'requirements';
  /** id of the item */
  field: string | null;
  isDone: boolean;
  params: { title: Record<Locale, string> };
}

/** Items of this gate, done and open, and those of an earlier gate that are still open. Retired ones are not asked. */
export async function listChecklistEvidence(
  db: AnyDb,
  problemId: string,
  { gate = 'g1' }: { gate?: ChecklistGate } = {},
): Promise<ChecklistEvidence[]> {
  const isBegun = (await findTemplateNumber(db, problemId)) !== null;
  const begun = { id: 'checklist.begun', text: 'checklist.begun', field: null, isDone: isBegun } as const;
  const items = (await listItems(db, problemId))
    .filter((row) => row.is_retired === 0 && isAskedAt(row.gate, gate))
    .filter((row) => row.gate === gate || !isSettled(row.state));
  return [
    { ...begun, station: 'requirements', params: { title: { en: '', nl: '' } } },
    ...items.map((row): ChecklistEvidence => ({
      id: `checklist.${row.id}`,
      text: 'checklist.item',
      station: 'requirements',
      field: row.id,
      isDone: isSettled(row.state),
      params: { title: { en: row.title_en, nl: row.title_nl } },
    })),
  ];
}

export const checklistGateTexts = defineTexts(
  {
    'checklist.begun': () => 'Begin the checklist.',
    'checklist.item': (p: ChecklistEvidence['params']) => `Answer on the checklist: ${p.title.en}.`,
  },
  {
    'checklist.begun': () => 'Begin aan de checklist.',
    'checklist.item': (p) => `Beantwoord op de checklist: ${p.title.nl}.`,
  },
);

/** The checklist as it is signed: what was asked, in both languages, and what was answered. Due dates are planning. */
export async function snapshotOfChecklist(db: AnyDb, problemId: string) {
  const templateNumber = await findTemplateNumber(db, problemId);
  const rows = await listItems(db, problemId);
  return {
    templateNumber,
    items: rows.map((row) => ({
      id: row.id,
      key: row.item_key,
      ...askedOf(row),
      ownerId: row.owner_id,
      state: row.state,
      evidence: evidenceOf(row),
      reason: row.reason,
    })),
  };
}

function askedOf(row: StoredItem) {
  const { role, gate, title_en, title_nl, is_retired } = row;
  return { role, gate, title: { en: title_en, nl: title_nl }, isRetired: is_retired === 1 };
}
