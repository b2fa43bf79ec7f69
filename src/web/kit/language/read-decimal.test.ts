import { expect, test } from 'vitest';
import { readDecimal } from './read-decimal.ts';

test.each([
  ['1.234,50', 'nl', '1234.50'],
  ['1,234.50', 'en', '1234.50'],
  ['1,234.50', 'nl', '1234.50'],
  ['1.234', 'nl', '1234'],
  ['1.234', 'en', '1.234'],
  ['1,234', 'en', '1234'],
  ['0,04', 'nl', '0.04'],
  ['0.04', 'nl', '0.04'],
  ['€ 900', 'nl', '900'],
  ['−330', 'en', '-330'],
  ['.5', 'en', '0.5'],
  ['007', 'en', '7'],
  ['4 %', 'en', '4'],
  ['12 000', 'nl', '12000'],
] as const)('house %s in %s is read as %s', (typed, locale, expected) => {
  expect(readDecimal(typed, locale)).toBe(expected);
});

test.each(['', 'many', '1,2,3.4.5', '-', '1e5', '--4'])('house "%s" is not a number', (typed) => {
  expect(readDecimal(typed, 'en')).toBeNull();
});
