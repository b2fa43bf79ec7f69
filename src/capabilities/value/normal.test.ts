import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalCdf, normalQuantile } from './normal.ts';

function relativeError(value: number, truth: number): number {
  return Math.abs(value - truth) / Math.abs(truth);
}

// Digits computed with 30-digit arithmetic (mpmath: ncdf, and its root on a log scale).
const cdf: [number, number][] = [
  [0.5, 0.6914624612740131],
  [1, 0.8413447460685429],
  [1.96, 0.9750021048517795],
  [2.9, 0.998134186699616],
  [3.1, 0.9990323967867817],
  [-1, 0.15865525393145705],
  [-3.1, 0.0009676032132183566],
  [-5, 2.866515718791939e-7],
  [-8, 6.220960574271784e-16],
  [-20, 2.7536241186062337e-89],
];
const quantiles: [number, number][] = [
  [0.001, -3.0902323061678136],
  [0.025, -1.9599639845400543],
  [0.1, -1.2815515655446004],
  [0.3, -0.5244005127080408],
  [0.9, 1.2815515655446006],
  [1e-10, -6.361340902404057],
  [1e-100, -21.273453560965326],
];

describe('normal distribution', () => {
  test.each(cdf)('PF11 the probability below %d has twelve right digits', (x, truth) => {
    expect(relativeError(normalCdf(x), truth)).toBeLessThan(1e-12);
  });

  test.each(quantiles)('PF11 the quantile at %d has twelve right digits', (p, truth) => {
    expect(relativeError(normalQuantile(p), truth)).toBeLessThan(1e-12);
  });

  test('PF11 the ends of the distribution are numbers or infinities, never NaN', () => {
    expect([-Infinity, 0, Infinity].map(normalCdf)).toEqual([0, 0.5, 1]);
    expect([0, 0.5, 1].map(normalQuantile)).toEqual([-Infinity, 0, Infinity]);
    expect(normalQuantile(1e-320)).toBeLessThan(-37);
    expect(() => normalQuantile(1.1)).toThrow('A probability runs from 0 to 1; given is 1.1.');
  });

  test('PF11 quantile and probability undo each other', () => {
    fc.assert(
      fc.property(fc.double({ min: -7, max: 7, noNaN: true }), (x) => {
        const p = normalCdf(-Math.abs(x));
        expect(normalQuantile(p)).toBeCloseTo(-Math.abs(x), 11);
        expect(normalCdf(x) + normalCdf(-x)).toBeCloseTo(1, 14);
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});
