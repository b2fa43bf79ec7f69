import { slice } from '../../platform/db/database.ts';
import type { ItemState } from './checklist-contract.ts';
import type { ChecklistGate, ChecklistRole } from './template-contract.ts';

interface Required {
  role: ChecklistRole;
  gate: ChecklistGate;
  title_en: string;
  title_nl: string;
  help_en: string;
  help_nl: string;
  source: string;
  is_retired: number;
  position: number;
  version: number;
}

export interface ChecklistTables {
  /** published versions: frozen by triggers */
  checklist_template: {
    number: number;
    note: string;
    /** JSON: TemplateItem[] */
    items: string;
    published_by: string;
    published_at: number;
  };
  /** one row, `draft`: its version counts the changes of the draft, and it is the lock of the template */
  checklist_draft: { id: string; version: number };
  checklist_draft_item: Required & { item_key: string };
  checklist: { problem_id: string; template_number: number; begun_at: number };
  checklist_item: Required & {
    id: string;
    problem_id: string;
    /** null: an own item */
    item_key: string | null;
    reworded_in: number | null;
    owner_id: string | null;
    state: ItemState;
    /** JSON: ItemEvidence */
    evidence: string | null;
    reason: string;
    /** year-month-day */
    due_date: string | null;
    removed_at: number | null;
  };
}

export const checklistDb = slice<ChecklistTables>();
