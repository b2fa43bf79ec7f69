import { type ChecklistItem, type ChecklistRole, checklistGates, checklistRoles } from '../contract.ts';

export const itemFilters = ['all', 'open', 'mine'] as const;
export type ItemFilter = (typeof itemFilters)[number];

export interface RoleGroup {
  role: ChecklistRole;
  isMine: boolean;
  /** what is shown */
  items: ChecklistItem[];
  /** of all that this role is asked before the go, whatever is shown */
  settled: number;
  of: number;
}

/** The last gate of formulation; what comes after it is shown when it is asked for. */
const goAt = checklistGates.indexOf('g1');
export const isLater = ({ gate }: Pick<ChecklistItem, 'gate'>): boolean => checklistGates.indexOf(gate) > goAt;
export const isOpen = ({ state, isRetired }: Pick<ChecklistItem, 'state' | 'isRetired'>): boolean =>
  !isRetired && (state === 'open' || state === 'in_progress');

interface Reader {
  /** roles that the reader has in this problem */
  roles: readonly string[];
  userId: string | null;
}

interface Shown {
  filter: ItemFilter;
  withLater: boolean;
}

/** By role, the reader's own roles first; a role of which nothing is shown is left out. */
export function groupItems(items: readonly ChecklistItem[], reader: Reader, { filter, withLater }: Shown): RoleGroup[] {
  const isShown = (item: ChecklistItem) =>
    (withLater || !isLater(item)) &&
    (filter === 'all' || (filter === 'open' ? isOpen(item) : item.ownerId !== null && item.ownerId === reader.userId));
  // Who holds every role, as the owner of a personal installation does, need not be told which are theirs.
  const mine = checklistRoles.every((role) => reader.roles.includes(role)) ? [] : reader.roles;
  const groups = checklistRoles.map((role) => {
    const ofRole = items.filter((item) => item.role === role);
    return {
      role,
      isMine: mine.includes(role),
      items: ofRole.filter(isShown),
      ...progressOf(ofRole),
    };
  });
  const shown = groups.filter(({ items: own }) => own.length > 0);
  return [...shown.filter(({ isMine }) => isMine), ...shown.filter(({ isMine }) => !isMine)];
}

/** How much is answered of what is asked before the go. */
export function progressOf(items: readonly ChecklistItem[]): { settled: number; of: number } {
  const asked = items.filter((item) => !item.isRetired && !isLater(item));
  return { settled: asked.filter((item) => !isOpen(item)).length, of: asked.length };
}
