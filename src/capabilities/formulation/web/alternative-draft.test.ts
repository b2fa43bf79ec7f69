import { expect, test } from 'vitest';
import { draftOfFigures, readFigures } from './alternative-draft.ts';

const likely = (value: string | number) => ({ likely: value });

test('PF5 figures go into the form and come back as they were', () => {
  for (const figures of [
    {},
    { buildCost: { likely: '0' } },
    {
      buildCost: { low: '1', likely: '2', high: '3' },
      runCostPerYear: { likely: '5' },
      brings: { kind: 'recall-and-precision' as const, recall: { likely: 0.4 }, precision: { likely: 0.2 } },
    },
    { brings: { kind: 'yearly-saving' as const, savingPerYear: { likely: '10' } } },
  ])
    expect(readFigures(draftOfFigures(figures))).toEqual({ figures, problem: null });
});

test('PF5 what is half a figure is told; what is not known yet is left out', () => {
  expect(readFigures({ kind: 'unknown', recall: likely(0.5) })).toEqual({ figures: {}, problem: null });
  expect(readFigures({ kind: 'yearly-saving' })).toEqual({ figures: {}, problem: null });
  expect(readFigures({ kind: 'recall-and-precision', recall: likely(0.5) }).problem).toBe('both');
  expect(readFigures({ kind: 'unknown', buildCost: { low: '1' } }).problem).toBe('notWhole');
  expect(readFigures({ kind: 'recall-and-precision', recall: likely(40), precision: likely(0.5) }).problem).toBe(
    'notWhole',
  );
});
