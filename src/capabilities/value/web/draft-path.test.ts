import { expect, test } from 'vitest';
import { valueAt, withValueAt } from './draft-path.ts';

test('PF11 a part of a draft is read and written by its path', () => {
  const draft = withValueAt({ task: 'binary' }, 'values.tp.value', { likely: '-330' });
  expect(valueAt(draft, 'values.tp.value.likely')).toBe('-330');
  expect(valueAt(draft, 'values.fn.value.likely')).toBeUndefined();
  expect(withValueAt(draft, 'values.tp.value', undefined)).toEqual({ task: 'binary' });
});

test('PF11 lists keep their places', () => {
  const draft = withValueAt({}, 'values.1.0', { kind: 'constant' });
  expect(JSON.stringify(draft)).toBe('{"values":[null,[{"kind":"constant"}]]}');
  expect(valueAt(draft, 'values.1.0.kind')).toBe('constant');
});

test('PF11 writing does not touch the draft it began from', () => {
  const before = { values: { tp: { kind: 'constant' } } };
  withValueAt(before, 'values.tp.kind', 'per-row');
  expect(before.values.tp.kind).toBe('constant');
});
