import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gaugeScale, roundStep, standingOf } from './gauge-scale.ts';

test.each([
  [{ value: 5, level: 3 }, 'above'],
  [{ value: 1, level: 3 }, 'below'],
  [{ value: 3, level: 3 }, 'on'],
  [{ value: 5, level: 3, low: 2, high: 8 }, 'unsure-above'],
  [{ value: 2, level: 3, low: 1, high: 4 }, 'unsure-below'],
  [{ value: 5, level: 3, low: 3, high: 8 }, 'above'],
] as const)('PF11 a gauge of %j stands %s', (reading, expected) => {
  expect(standingOf(reading)).toBe(expected);
});

test('PF11 a gauge holds all it shows, in order, with round ticks', () => {
  const amount = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(amount, amount, fc.double({ min: 0.01, max: 1e8, noNaN: true }), (value, level, half) => {
      const scale = gaugeScale({ value, level, low: value - half, high: value + half });
      expect(scale.min).toBeLessThanOrEqual(Math.min(value - half, level));
      expect(scale.max).toBeGreaterThanOrEqual(Math.max(value + half, level));
      expect(scale.at(value - half)).toBeLessThanOrEqual(scale.at(value + half));
      expect(scale.ticks.length).toBeLessThan(14);
    }),
    { seed: 7, numRuns: 300 },
  );
});

test('PF11 steps are those people count in', () => {
  expect([0.7, 1.2, 3, 7, 480].map(roundStep)).toEqual([1, 2, 5, 10, 500]);
});
