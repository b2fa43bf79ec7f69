import { expect, test } from 'vitest';
import { differingFigures } from './differing-figures.ts';

test('PF11 two value models are compared by the figures in which they differ', () => {
  const mine = { task: 'binary', volumePerYear: { likely: 50_000 }, values: { tp: { value: { likely: '-330' } } } };
  const theirs = { task: 'binary', volumePerYear: { likely: 48_000 }, values: { tp: { value: { likely: '-330' } } } };
  expect(differingFigures({ mine, theirs }, 'en')).toEqual([
    { name: 'Cases a year, likely', mine: '50,000', theirs: '48,000' },
  ]);
});
