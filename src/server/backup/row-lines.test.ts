import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineOf, rowsOf } from './row-lines.ts';
import type { StoredColumn } from './stored-table.ts';

const columns: readonly StoredColumn[] = [
  { name: 'id', type: 'text' },
  { name: 'at', type: 'integer' },
  { name: 'share', type: 'real' },
];
const row = fc.tuple(
  fc.option(fc.string({ unit: 'binary' })),
  fc.option(fc.maxSafeInteger()),
  // JSON knows no negative zero, and neither do those who compare.
  fc.option(fc.double().map((value) => value + 0)),
);

test('house what is read from lines is what was written to them', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
      expect(rowsOf(rows.map((each) => lineOf(each)).join(''), columns)).toEqual(rows);
    }),
    { seed: 7 },
  );
});

test.each([
  ['no end of line', '["a",1,1]'],
  ['no JSON', '["a",1,1\n'],
  ['no row', '{"id":"a"}\n'],
  ['too short', '["a",1]\n'],
  ['too long', '["a",1,1,1]\n'],
  ['a number for a text', '[1,1,1]\n'],
  ['a text for a number', '["a","1",1]\n'],
  ['a fraction for a whole number', '["a",1.5,1]\n'],
  ['more than a number can hold', '["a",9007199254740993,1]\n'],
  ['truth for a number', '["a",1,true]\n'],
  ['a text that is no number', '["a",1,"one"]\n'],
  ['an empty line', '["a",1,1]\n\n'],
])('house a part of a table with %s is refused', (_what, text) => {
  expect(rowsOf(text, columns)).toBeNull();
});
