import { expect, test } from 'vitest';
import { type ChecklistItem, checklistRoles } from '../contract.ts';
import { groupItems, progressOf } from './group-items.ts';

const item = (given: Partial<ChecklistItem>) =>
  ({ role: 'sme', gate: 'g1', state: 'open', isRetired: false, ownerId: null, ...given }) as ChecklistItem;

const items = [
  item({ id: 'a' }),
  item({ id: 'b', state: 'done', ownerId: 'eva' }),
  item({ id: 'c', role: 'sponsor', ownerId: 'eva' }),
  item({ id: 'd', role: 'risk_manager', gate: 'g4' }),
  item({ id: 'e', isRetired: true }),
];
const reader = { roles: ['sponsor'], userId: 'eva' };
const shown = (filter: 'all' | 'open' | 'mine', withLater = false) =>
  groupItems(items, reader, { filter, withLater }).map(({ role, items: own }) => [role, own.map(({ id }) => id)]);

test('PF3 items stand by role, the own roles first; later gates when they are asked for', () => {
  expect(shown('all')).toEqual([
    ['sponsor', ['c']],
    ['sme', ['a', 'b', 'e']],
  ]);
  expect(shown('all', true).at(-1)).toEqual(['risk_manager', ['d']]);
  expect(shown('open')).toEqual([
    ['sponsor', ['c']],
    ['sme', ['a']],
  ]);
  expect(shown('mine')).toEqual([
    ['sponsor', ['c']],
    ['sme', ['b']],
  ]);
});

test('PF3 who holds every role is not told which are theirs', () => {
  const all = groupItems(items, { roles: [...checklistRoles], userId: 'eva' }, { filter: 'all', withLater: false });
  expect(all.map(({ role, isMine }) => [role, isMine])).toEqual([
    ['sme', false],
    ['sponsor', false],
  ]);
});

test('PF3 progress counts what is asked before the go, and nothing that is retired', () => {
  expect(progressOf(items)).toEqual({ settled: 1, of: 3 });
  expect(groupItems(items, reader, { filter: 'open', withLater: false })[1]).toMatchObject({ settled: 1, of: 2 });
});
