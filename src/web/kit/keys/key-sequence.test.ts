import { expect, test } from 'vitest';
import { matchKeys } from './key-sequence.ts';

test('house a sequence of keys is known, begun, or nothing', () => {
  const known = ['?', 'g p', 'g a'];
  expect(matchKeys('?', known)).toEqual({ kind: 'done', keys: '?' });
  expect(matchKeys('g', known)).toEqual({ kind: 'waiting' });
  expect(matchKeys('g p', known)).toEqual({ kind: 'done', keys: 'g p' });
  expect(matchKeys('x', known)).toEqual({ kind: 'none' });
});
