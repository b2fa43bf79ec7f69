import { expect, test } from 'vitest';
import { runTexts } from './run-texts.ts';
import { sayDuration, sayMetric, sayNumber } from './say-value.ts';

test('DS1 a measurement of any size is said in digits that count', () => {
  expect([0, 12, 1_234_567, 0.91, 0.123456789, 1e-7, 2.5e12].map((value) => sayNumber(value, 'en'))).toEqual([
    '0',
    '12',
    '1,234,567',
    '0.91',
    '0.12346',
    '1E-7',
    '2.5E12',
  ]);
  expect(sayNumber(1234.5, 'nl')).toBe('1.234,5');
  expect(sayMetric({ value: null, word: '-Infinity' }, 'en')).toBe('−∞');
  expect(sayMetric({ value: null, word: 'NaN' }, 'nl')).toBe('NaN');
});

test('DS1 how long a run took is said by units that fit', () => {
  const { durations: en } = runTexts.en;
  expect([400, 1_000, 119_000, 600_000, 7_260_000, 180_000_000].map((took) => sayDuration(took, en))).toEqual([
    '0 seconds',
    '1 second',
    '119 seconds',
    '10 minutes',
    '2 hours and 1 min',
    '2 days and 2 h',
  ]);
  expect(sayDuration(60_000 * 60 * 50, runTexts.nl.durations)).toBe('2 dagen en 2 uur');
});
