import type { ItemEvidence, ItemState } from './checklist-contract.ts';
import {
  type ChecklistGate,
  checklistGates,
  type ChecklistRole,
  checklistRoles,
  type TemplateChanges,
  type TemplateItem,
} from './template-contract.ts';

type Answered = { state: ItemState; evidence: ItemEvidence | null; reason: string };

/** What an item still lacks in the state that is asked for; null where nothing does. */
export function lackOf({ state, evidence, reason }: Answered): 'evidence' | 'reason' | null {
  if (state === 'done' && evidence === null) return 'evidence';
  if (state === 'not_applicable' && reason.trim() === '') return 'reason';
  return null;
}

export function isSettled(state: ItemState): boolean {
  return state === 'done' || state === 'not_applicable';
}

/** An item is asked at its own gate and, while it is open, at every later one. */
export function isAskedAt(item: ChecklistGate, gate: ChecklistGate): boolean {
  return checklistGates.indexOf(item) <= checklistGates.indexOf(gate);
}

interface Placed {
  role: ChecklistRole;
  gate: ChecklistGate;
  position: number;
}

/** By role, then by gate, then as they were added. */
export function byPlace(a: Placed, b: Placed): number {
  const ranks = ({ role, gate, position }: Placed) => [
    checklistRoles.indexOf(role),
    checklistGates.indexOf(gate),
    position,
  ];
  const [left, right] = [ranks(a), ranks(b)];
  const at = left.findIndex((rank, index) => rank !== right[index]);
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}

type Field = TemplateChanges['changed'][number]['fields'][number];
const compared: readonly Field[] = ['role', 'gate', 'title', 'help', 'source'];

/** Fields in which two texts of one item differ. */
export function differingFields(before: TemplateItem, after: TemplateItem): Field[] {
  return compared.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}

/** What changed from one list of items to another; a retired item that is not asked in either is no change. */
export function compareTemplates(
  before: readonly TemplateItem[],
  after: readonly TemplateItem[],
): Pick<TemplateChanges, 'added' | 'changed' | 'retired'> {
  const was = askedByKey(before);
  const is = askedByKey(after);
  return {
    added: [...is.values()].filter(({ key }) => !was.has(key)),
    retired: [...was.values()].filter(({ key }) => !is.has(key)),
    changed: [...is.values()].flatMap((item) => {
      const old = was.get(item.key);
      const fields = old ? differingFields(old, item) : [];
      return old && fields.length > 0 ? [{ before: old, after: item, fields }] : [];
    }),
  };
}

function askedByKey(items: readonly TemplateItem[]): Map<string, TemplateItem> {
  return new Map(items.filter(({ isRetired }) => !isRetired).map((item) => [item.key, item]));
}
