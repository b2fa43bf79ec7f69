import { expect, test } from 'vitest';
import type { Risk } from '../contract.ts';
import { axisBounds, prepareRisks } from './prepare-risks.ts';

function risk(what: string, figures: Partial<Risk>): Risk {
  return {
    id: what,
    what,
    position: 0,
    cause: '',
    affected: '',
    likelihood: { kind: 'per_year', likely: '4' },
    impact: { likely: '20000' },
    control: '',
    residualLikelihood: null,
    residualImpact: null,
    decision: null,
    acceptedBy: '',
    decisionReason: '',
    owner: '',
    missing: [],
    before: { likely: '80000.00', low: '0', high: '0' },
    after: { likely: '80000.00', low: '0', high: '0' },
    version: 1,
    ...figures,
  };
}

test('RM1 the picture says which risk makes up most of what remains, and its table has the figures', () => {
  const risks = [
    risk('A fine', { after: { likely: '500.00', low: '0', high: '0' }, residualImpact: { likely: '125' } }),
    risk('A strike', {
      likelihood: { kind: 'chance', horizonYears: 5, likely: '0.05' },
      before: { likely: '200.00', low: '0', high: '0' },
      after: { likely: '1500.00', low: '0', high: '0' },
    }),
    risk('Unpriced', { impact: null, before: null, after: null }),
  ];
  const picture = prepareRisks({ risks, currency: 'EUR' }, 'en');
  expect(picture?.title).toBe('Most of what remains is “A strike”: €1,500 of €2,000 a year');
  expect(picture?.table.rows).toEqual([
    ['1. A fine', '4', '€20,000', '€80,000', '4', '€125', '€500'],
    ['2. A strike', '0.01', '€20,000', '€200', '0.01', '€20,000', '€1,500'],
  ]);
  expect(prepareRisks({ risks: [risk('x', { likelihood: null })], currency: 'EUR' }, 'nl')).toBeNull();
});

test('RM1 the axes go by tens around everything, and zero stands at their edge', () => {
  expect(axisBounds([4, 0.2])).toEqual({ min: 0.1, max: 10 });
  expect(axisBounds([20_000, 5])).toEqual({ min: 1, max: 100_000 });
  expect(axisBounds([10, 10])).toEqual({ min: 1, max: 100 });
  expect(axisBounds([0, 4])).toEqual({ min: 0.1, max: 10 });
  expect(axisBounds([0, 0])).toEqual({ min: 0.1, max: 1 });
});
