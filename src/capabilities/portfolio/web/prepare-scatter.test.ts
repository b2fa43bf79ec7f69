import { expect, test } from 'vitest';
import type { PortfolioEntry } from '../contract.ts';
import { countForHalf, prepareScatter } from './prepare-scatter.ts';

const day_ms = 86_400_000;

const entry = (title: string, amount: string | null, currency = 'EUR'): PortfolioEntry => ({
  problemId: title,
  title,
  stage: 'weighing',
  atStake: amount === null ? null : { amount, currency, basis: 'ceiling' },
  createdAt: 0,
  reviewDate: null,
  blocker: null,
  people: [],
  lastDecision: null,
});

test.each([
  [[], 0],
  [[5], 1],
  [[1, 1, 1, 1], 2],
  [[1, 10, 2], 1],
  [[3, 3, 3], 2],
])('LC1 of %j the largest that hold half are %i', (amounts, count) => {
  expect(countForHalf(amounts)).toBe(count);
});

test('LC1 the picture states its finding, in the currency of most, and its table has every mark', () => {
  const entries = [entry('a', '900'), entry('b', '100'), entry('c', '70', 'USD'), entry('d', null), entry('e', '0')];
  const picture = prepareScatter({ entries, now: 3 * day_ms }, 'en');
  expect(picture?.title).toBe('Half of the €1k a year at stake is in one problem of 2.');
  expect(picture?.table.rows).toEqual([
    ['a', 'Translation and value', '€900', '3'],
    ['b', 'Translation and value', '€100', '3'],
  ]);
  expect(prepareScatter({ entries: entries.slice(1), now: 0 }, 'nl')).toBeNull();
});
