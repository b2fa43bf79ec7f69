import { expect, test } from 'vitest';
import { formatsFor } from './formats.ts';

const plain = (text: string) => text.replaceAll(/\s/g, ' ');

test('house euros are written as each language writes them, without cents where they say nothing', () => {
  expect(plain(formatsFor('en').money('1234567.89', 'EUR'))).toBe('€1,234,568');
  expect(plain(formatsFor('nl').money('1234567.89', 'EUR'))).toBe('€ 1.234.568');
  expect(plain(formatsFor('en').money('12.5', 'EUR'))).toBe('€12.50');
  expect(plain(formatsFor('nl').moneyShort(909_000, 'EUR'))).toBe('€ 909K');
  expect(plain(formatsFor('nl').moneyShort(-600_000, 'EUR'))).toBe('€ -600K');
  expect(plain(formatsFor('nl').money(-470_413, 'EUR'))).toBe('€ -470.413');
  expect(plain(formatsFor('en').moneyShort(-600_000, 'EUR'))).toBe('-€600k');
  expect(plain(formatsFor('en').money(-0, 'EUR'))).toBe('€0');
});

test('house a decimal as text keeps its digits beyond what a float holds', () => {
  expect(formatsFor('en').number('9007199254740993.25')).toBe('9,007,199,254,740,993.25');
});

test('house an age is told by the largest unit that fits', () => {
  const now = Date.UTC(2026, 0, 10);
  expect(formatsFor('en').ago(now - 3 * 86_400_000, now)).toBe('3 days ago');
  expect(formatsFor('nl').ago(now - 2 * 3_600_000, now)).toBe('2 uur geleden');
  expect(formatsFor('en').ago(now, now)).toBe('this minute');
});

test('PF11 a chance is never rounded to certainty', () => {
  expect([0, 0.0001, 0.5, 0.9997, 1].map((share) => formatsFor('en').chance(share))).toEqual([
    '0%',
    '< 0.1%',
    '50%',
    '> 99.9%',
    '100%',
  ]);
});
