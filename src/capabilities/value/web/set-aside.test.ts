import { expect, test } from 'vitest';
import { asideOf } from './set-aside.ts';

const draft = { classes: [{ name: 'bill' }, { name: 'order' }], decisions: ['pay', 'send'] };
const rates = { kind: 'confusion', rates: [[1, 0]] };

test('PF11 what was written for a kind comes back when that kind is chosen again', () => {
  const { kept, parts } = asideOf({}, draft, { from: 'confusion', to: 'none', now: rates });
  expect(parts).toBeUndefined();
  const back = asideOf(kept, draft, { from: 'none', to: 'confusion', now: undefined });
  expect(back.parts).toBe(rates);
  expect(asideOf(back.kept, draft, { from: 'confusion', to: 'none', now: rates }).parts).toBeUndefined();
});

test('PF11 figures of a table that has changed since do not come back under other names', () => {
  const { kept } = asideOf({}, draft, { from: 'confusion', to: 'none', now: rates });
  const changed = { ...draft, decisions: ['send'] };
  expect(asideOf(kept, changed, { from: 'none', to: 'confusion', now: undefined }).parts).toBeUndefined();
});
