import { expect, test } from 'vitest';
import type { ChecklistItem } from '../contract.ts';
import { draftOfItem, readItem } from './item-draft.ts';

const item = { state: 'open', evidence: null, reason: '', ownerId: null, dueDate: null } as unknown as ChecklistItem;
const draft = draftOfItem(item);

test('PF3 what was not touched is sent as it was', () => {
  expect(readItem(draft, true)).toEqual({
    body: { state: 'open', evidence: null, reason: '', ownerId: null, dueDate: null },
    lack: null,
  });
  const place = draftOfItem({ ...item, state: 'done', evidence: { kind: 'place', place: 'value' } });
  expect(readItem(place, true).body.evidence).toEqual({ kind: 'place', place: 'value' });
});

test.each([
  [{ state: 'done' as const }, 'evidence'],
  [{ state: 'done' as const, kind: 'text' as const, text: '  ' }, 'text'],
  [{ state: 'done' as const, kind: 'link' as const }, 'link'],
  [{ kind: 'link' as const, url: 'the report' }, 'link'],
  [{ state: 'not_applicable' as const, reason: ' ' }, 'reason'],
  [{ state: 'done' as const, kind: 'text' as const, text: 'Seen' }, null],
])('PF3 %j lacks %s', (part, lack) => {
  expect(readItem({ ...draft, ...part }, true).lack).toBe(lack);
});

test('RM1 who may not answer sends owner and date only', () => {
  expect(readItem({ ...draft, state: 'done', ownerId: 'eva', dueDate: '2026-02-01' }, false)).toEqual({
    body: { ownerId: 'eva', dueDate: '2026-02-01' },
    lack: null,
  });
});
