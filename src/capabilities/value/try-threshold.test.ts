import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valueModelSchema } from './contract.ts';
import { describeValueModel } from './describe-value-model.ts';
import { churnModel } from './model-fixtures.ts';
import {
  aucThrough,
  performanceAtThreshold,
  thresholdThatFillsRoom,
  thresholdThrough,
  tryThreshold,
} from './try-threshold.ts';

const known = [
  [0.04, 0.85, 2 / 21, 0.540060282419, 0.086102551894, 0.207195788],
  [0.04, 0.85, 0.5, 0.075592488687, 0.00185929604, 0.628807681],
  [0.3, 0.7, 0.3, 0.644609415447, 0.355390584553, 0.437363108],
  [0.5, 0.95, 0.2, 0.960714794549, 0.285312075605, 0.771022534],
  [0.001, 0.99, 0.01, 0.826991127231, 0.009447119865, 0.080566801],
] as const;

/** Computed by another program, with the normal distribution of Python's statistics. */
test.each(known)('PF11 base rate %d, AUC %d, from a chance of %d', (...row) => {
  const [baseRate, auc, threshold, recall, falsePositiveRate, precision] = row;
  const found = performanceAtThreshold({ baseRate, auc }, threshold);
  expect(found.recall).toBeCloseTo(recall, 10);
  expect(found.falsePositiveRate).toBeCloseTo(falsePositiveRate, 10);
  const hits = baseRate * found.recall;
  expect(hits / (hits + (1 - baseRate) * found.falsePositiveRate)).toBeCloseTo(precision, 8);
});

test.each([
  [2 / 21, 16_693.37],
  [0.05, -69_850.89],
  [0.2, -67_854.91],
  [0.5, -270_179.34],
])('PF11 the worked example with an AUC of .85, used from %d, brings %d a year over today', (threshold, net) => {
  const { netPerYear } = tryThreshold(churnModel(), { baseRate: 0.04, auc: 0.85, threshold });
  expect(Number(netPerYear)).toBeCloseTo(net, 1);
});

const ranking = fc.record({
  baseRate: fc.double({ min: 0.001, max: 0.9, noNaN: true }),
  auc: fc.double({ min: 0.52, max: 0.995, noNaN: true }),
});
const chance = fc.double({ min: 0.002, max: 0.998, noNaN: true });
const stakes = fc.record({ best: chance, benefit: fc.double({ min: 1, max: 1e4, noNaN: true }), other: chance });

test('PF11 property: no threshold brings more than t*, where the last case acted on just pays', () => {
  fc.assert(
    fc.property(ranking, stakes, (given, { best, benefit, other }) => {
      // t* = H/(H+B), so H = B·t*/(1−t*).
      const harm = (benefit * best) / (1 - best);
      const worth = (threshold: number) => {
        const { recall, falsePositiveRate } = performanceAtThreshold(given, threshold);
        return given.baseRate * recall * benefit - (1 - given.baseRate) * falsePositiveRate * harm;
      };
      expect(worth(other)).toBeLessThanOrEqual(worth(best) + 1e-9 * (benefit + harm));
    }),
  );
});

test('PF11 property: a stricter threshold catches less and alarms less; both ways of reading the curve agree', () => {
  fc.assert(
    fc.property(ranking, chance, chance, (given, one, other) => {
      const [lower, higher] = [Math.min(one, other), Math.max(one, other)];
      const [wide, strict] = [performanceAtThreshold(given, lower), performanceAtThreshold(given, higher)];
      // Two thresholds a rounding apart are the same one.
      expect(strict.recall).toBeLessThanOrEqual(wide.recall + 1e-12);
      expect(strict.falsePositiveRate).toBeLessThanOrEqual(wide.falsePositiveRate + 1e-12);
      const isInside = [wide.recall, wide.falsePositiveRate].every((share) => share > 1e-6 && share < 1 - 1e-6);
      if (!isInside) return;
      expect(aucThrough(wide)).toBeCloseTo(given.auc, 6);
      expect(thresholdThrough(given.baseRate, wide)).toBeCloseTo(lower, 6);
    }),
  );
});

test('PF11 at the ends everybody or nobody is acted on, and a ranking that knows nothing chooses between them', () => {
  const all = { recall: 1, falsePositiveRate: 1 };
  const none = { recall: 0, falsePositiveRate: 0 };
  expect(performanceAtThreshold({ baseRate: 0.1, auc: 0.8 }, 0)).toEqual(all);
  expect(performanceAtThreshold({ baseRate: 0.1, auc: 0.8 }, 1)).toEqual(none);
  expect(performanceAtThreshold({ baseRate: 0.1, auc: 0.5 }, 0.1)).toEqual(all);
  expect(performanceAtThreshold({ baseRate: 0.1, auc: 0.5 }, 0.11)).toEqual(none);
  expect(performanceAtThreshold({ baseRate: 0, auc: 0.8 }, 0.5)).toEqual(none);
  expect(performanceAtThreshold({ baseRate: 1, auc: 0.8 }, 0.5)).toEqual(all);
  expect(aucThrough({ recall: 0.2, falsePositiveRate: 0.3 })).toBeUndefined();
  expect(aucThrough({ recall: 1, falsePositiveRate: 0 })).toBeUndefined();
  expect(thresholdThrough(0.1, { recall: 1, falsePositiveRate: 0.2 })).toBeUndefined();
});

test('PF11 where there is not room for all, the threshold that fills the room acts on just so many', () => {
  const given = { baseRate: 0.04, auc: 0.85 };
  const threshold = thresholdThatFillsRoom(given, 0.03);
  const { recall, falsePositiveRate } = performanceAtThreshold(given, threshold);
  expect(0.04 * recall + 0.96 * falsePositiveRate).toBeCloseTo(0.03, 10);
  expect(threshold).toBeGreaterThan(2 / 21);
  expect(thresholdThatFillsRoom(given, 1)).toBe(0);
});

test('PF11 what is tried is what the model says with that performance expected of it', () => {
  const model = churnModel();
  const tried = tryThreshold(model, { baseRate: 0.04, auc: 0.9, threshold: 0.15 });
  const expected = { recall: { likely: tried.recall }, falsePositiveRate: { likely: tried.falsePositiveRate } };
  const whole = valueModelSchema.parse({ ...model, expected });
  expect(tried).toMatchObject({ netPerYear: describeValueModel(whole).netPerYear });
  expect(tried.actedOn).toBeCloseTo(0.04 * tried.recall + 0.96 * tried.falsePositiveRate, 12);
});
