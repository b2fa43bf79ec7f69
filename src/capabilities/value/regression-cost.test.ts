import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorCost, evaluateValueModel } from './index.ts';
import { findMaximumSigma } from './maximum-sigma.ts';
import { constant, delayModel } from './model-fixtures.ts';
import {
  bestQuantile,
  type ErrorCosts,
  expectedErrorCost,
  quantileShift,
  symmetricBreakEvenSigma,
} from './regression-cost.ts';
import { readRegressionScenario } from './regression-scenario.ts';

const fine: ErrorCosts = { over: 2, under: 5, tolerance: 1, steps: [{ side: 'under', beyond: 6, cost: 40 }] };
const both: ErrorCosts = { over: 2, under: 5, tolerance: 0.5, steps: [{ side: 'both', beyond: 4, cost: 10 }] };
const plain: ErrorCosts = { over: 2, under: 5, tolerance: 0, steps: [] };

describe('cost of errors', () => {
  test('PF11 one error costs what its side costs beyond the tolerance, and the step it passes', () => {
    expect([-8, -6, -3, -1, 0, 1, 3].map((error) => errorCost(fine, error))).toEqual([75, 25, 10, 0, 0, 0, 4]);
  });

  // scipy.integrate.quad over the Gaussian density, split at every kink; absolute error 1e-13.
  test.each([
    { title: 'unbiased, a step on one side', costs: fine, sigma: 4, bias: 0, cost: 10.689939601014567 },
    { title: 'biased, a step on both sides', costs: both, sigma: 3, bias: 1.5, cost: 8.149260278645087 },
    { title: 'symmetric', costs: { ...plain, over: 3, under: 3 }, sigma: 4, bias: 0, cost: 9.574614729634382 },
    { title: 'at the best quantile', costs: plain, sigma: 4, bias: 4 * 0.5659488219328631, cost: 9.517354699077636 },
  ])('PF11 the expected cost in closed form is that of an integral: $title', ({ costs, sigma, bias, cost }) => {
    expect(expectedErrorCost(costs, { sigma, bias })).toBeCloseTo(cost, 11);
  });

  test('PF11 the best quantile is c_under/(c_under + c_over), and no other bias is cheaper', () => {
    expect(bestQuantile(plain)).toBeCloseTo(5 / 7, 15);
    expect(quantileShift(plain)).toBeCloseTo(0.5659488219328631, 12);
    const best = expectedErrorCost(plain, { sigma: 4, bias: 4 * quantileShift(plain) });
    fc.assert(
      fc.property(fc.double({ min: -20, max: 20, noNaN: true }), (bias) => {
        expect(expectedErrorCost(plain, { sigma: 4, bias })).toBeGreaterThanOrEqual(best - 1e-12);
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  test('PF11 errors that cost nothing on one side, or on both, give numbers', () => {
    expect(bestQuantile({ over: 0, under: 0 })).toBe(0.5);
    expect(quantileShift({ over: 0, under: 1 })).toBe(8);
    expect(expectedErrorCost({ ...plain, over: 0 }, { sigma: 4, bias: 32 })).toBeCloseTo(0, 12);
  });
});

describe('how large errors may be', () => {
  const model = delayModel();
  const scenario = readRegressionScenario(model);
  const figures = scenario.figures([]);
  const today = -1_184_998.1279900153;

  // scipy quad for the baselines; 140 000 = 120 000 + 60 000 / 3.
  test('PF11 one prediction for every case and today’s practice are priced', () => {
    const { baselines, fixedCostPerYear } = evaluateValueModel(model);
    expect(baselines.map(({ kind, valuePerYear }) => [kind, valuePerYear])).toEqual([
      ['constant', '-1359045.93'],
      ['today', '-1184998.13'],
      ['perfect', '0.00'],
    ]);
    expect(fixedCostPerYear).toBe('140000.00');
  });

  // scipy brentq over the integral, xtol 1e-12.
  test.each([
    { title: 'at the best quantile', adoption: 1, shift: 0.5659488219328631, sigma: 9.648023662351903 },
    { title: 'unbiased', adoption: 1, shift: 0, sigma: 8.19517909688745 },
    { title: 'at 80 % adoption', adoption: 0.8, shift: 0.5659488219328631, sigma: 9.382148530140064 },
  ])(
    'PF11 the largest standard deviation that pays is that of an independent search: $title',
    ({ adoption, shift, sigma }) => {
      const limit = findMaximumSigma({ ...figures, adoption }, { insteadValue: today, rivalValue: today, shift });
      expect(limit.kind === 'required' ? limit.value : undefined).toBeCloseTo(sigma, 9);
    },
  );

  test('PF11 symmetric costs break even at budget/(c·√(2/π))', () => {
    const costs = { over: 3, under: 3, tolerance: 0, steps: [], volume: 1, runCost: 0, buildCost: 0 };
    const limit = findMaximumSigma({ ...figures, ...costs }, { insteadValue: 0, rivalValue: -12, shift: 0 });
    expect(limit.kind === 'required' ? limit.value : undefined).toBeCloseTo(symmetricBreakEvenSigma(12, 3), 12);
  });

  test('PF11 free errors always pay, a budget below zero never does', () => {
    const free = { ...figures, over: 0, under: 0, steps: [] };
    const at = { insteadValue: today, rivalValue: today, shift: 0 };
    expect(findMaximumSigma(free, at)).toEqual({ kind: 'any' });
    expect(findMaximumSigma({ ...figures, runCost: 2e6 }, at)).toEqual({
      kind: 'impossible',
      reason: 'perfect-is-not-enough',
    });
    expect(findMaximumSigma({ ...figures, volume: 0 }, { ...at, rivalValue: 0 })).toEqual({
      kind: 'impossible',
      reason: 'no-cases',
    });
  });

  test('PF11 without a spread of the target today’s practice alone is the rival', () => {
    const { targetSigma: _dropped, ...rest } = delayModel({
      today: { kind: 'yearly-cost', costPerYear: { likely: '900000' }, runCostPerYear: { likely: '1' } },
      overCostPerUnit: constant('3'),
    });
    const { baselines, best } = evaluateValueModel(rest);
    expect(baselines.map(({ kind }) => kind)).toEqual(['today', 'perfect']);
    expect([best, baselines[0]?.costPerYear]).toEqual(['today', '900001.00']);
  });
});
