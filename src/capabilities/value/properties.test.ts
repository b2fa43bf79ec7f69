import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adoptedValue, type BinaryFigures, decidedValue, nothingValue, perfectPerformance } from './binary-value.ts';
import { traceFrontier } from './frontier.ts';
import { findMinimumAuc } from './minimum-auc.ts';
import { compareMoney, scaleMoney, sumRealisedValue } from './index.ts';
import { confusionValue, constantValue, type MulticlassFigures, perfectValue } from './multiclass-value.ts';
import { fixedCost } from './project.ts';
import { findRequiredRecall } from './required-recall.ts';
import { findThreshold } from './threshold.ts';

const seeded = { seed: 11, numRuns: 400 };
const share = fc.integer({ min: 0, max: 1000 }).map((parts) => parts / 1000);
const amount = fc.integer({ min: -100_000, max: 100_000 }).map((cents) => cents / 100);
const performance = fc.record({ recall: share, falsePositiveRate: share });
const project = {
  volume: fc.integer({ min: 1, max: 1_000_000 }),
  adoption: share,
  runCost: fc.integer({ min: 0, max: 1_000_000 }),
  buildCost: fc.integer({ min: 0, max: 1_000_000 }),
  depreciationYears: fc.integer({ min: 1, max: 10 }),
};
const figures: fc.Arbitrary<BinaryFigures> = fc.record({
  ...project,
  baseRate: share,
  tp: amount,
  fn: amount,
  fp: amount,
  tn: amount,
});
/** Hits bring something and false alarms cost something. */
const ordinary = figures.map((at) => ({ ...at, tp: at.fn + 1 + Math.abs(at.tp), fp: at.tn - 1 - Math.abs(at.fp) }));

/** What a rounding error of a sum of yearly amounts may be. */
function slack(at: BinaryFigures): number {
  return (
    1e-9 * (1 + fixedCost(at) + at.volume * (Math.abs(at.tp) + Math.abs(at.fn) + Math.abs(at.fp) + Math.abs(at.tn)))
  );
}

describe('binary properties', () => {
  test('PF11 a year is the volume times a case, and scales with volume and amounts', () => {
    fc.assert(
      fc.property(figures, performance, (at, how) => {
        const year = decidedValue(at, how);
        expect(Math.abs(decidedValue({ ...at, volume: 1 }, how) * at.volume - year)).toBeLessThan(slack(at));
        const double = { ...at, tp: 2 * at.tp, fn: 2 * at.fn, fp: 2 * at.fp, tn: 2 * at.tn };
        expect(Math.abs(decidedValue(double, how) - 2 * year)).toBeLessThan(slack(double));
      }),
      seeded,
    );
  });

  test('PF11 adding an amount to every cell shifts each case by that amount, whatever the decisions', () => {
    fc.assert(
      fc.property(figures, performance, amount, (at, how, k) => {
        const more = { ...at, tp: at.tp + k, fn: at.fn + k, fp: at.fp + k, tn: at.tn + k };
        expect(Math.abs(adoptedValue(more, how) - adoptedValue(at, how) - k * at.volume)).toBeLessThan(2 * slack(more));
      }),
      seeded,
    );
  });

  test('PF11 no performance is worth more than perfect decisions', () => {
    fc.assert(
      fc.property(figures, performance, (at, how) => {
        const perfect = decidedValue(at, perfectPerformance(at));
        for (const other of [how, { recall: 0, falsePositiveRate: 0 }, { recall: 1, falsePositiveRate: 1 }]) {
          expect(perfect).toBeGreaterThanOrEqual(decidedValue(at, other) - slack(at));
        }
      }),
      seeded,
    );
  });

  test('PF11 exchanging the labels changes no value and turns the threshold round', () => {
    fc.assert(
      fc.property(figures, performance, (at, { recall, falsePositiveRate }) => {
        const turned = { ...at, baseRate: 1 - at.baseRate, tp: at.tn, tn: at.tp, fn: at.fp, fp: at.fn };
        const how = { recall: 1 - falsePositiveRate, falsePositiveRate: 1 - recall };
        expect(Math.abs(decidedValue(turned, how) - decidedValue(at, { recall, falsePositiveRate }))).toBeLessThan(
          slack(at),
        );
        const [one, other] = [findThreshold(at), findThreshold(turned)];
        if ('probability' in one && 'probability' in other)
          expect(one.probability + other.probability).toBeCloseTo(1, 12);
      }),
      seeded,
    );
  });

  test('PF11 on the frontier the net value is zero, and it rises with the false-positive rate', () => {
    fc.assert(
      fc.property(ordinary, performance, (at, how) => {
        const rival = decidedValue(at, how);
        let last = 0;
        for (const point of traceFrontier(at, rival)) {
          expect(point.recall ?? Infinity).toBeGreaterThanOrEqual(last);
          last = point.recall ?? last;
          if (point.outcome !== 'required' || point.recall === undefined) continue;
          const net =
            adoptedValue(at, { recall: point.recall, falsePositiveRate: point.falsePositiveRate }) -
            fixedCost(at) -
            rival;
          expect(Math.abs(net)).toBeLessThan(slack(at));
        }
      }),
      seeded,
    );
  });

  test('PF11 at the least AUC the net value is zero, and a dearer project needs more', () => {
    fc.assert(
      fc.property(ordinary, (at) => {
        const least = findMinimumAuc(at, nothingValue(at));
        if (least.kind !== 'required') return;
        expect(Math.abs(adoptedValue(at, least.at) - fixedCost(at) - nothingValue(at))).toBeLessThan(10 * slack(at));
        const dearer = findMinimumAuc({ ...at, runCost: at.runCost * 1.1 + 1 }, nothingValue(at));
        if (dearer.kind === 'required') expect(dearer.auc).toBeGreaterThanOrEqual(least.auc);
        else expect(dearer.kind).toBe('impossible');
      }),
      seeded,
    );
  });

  test('PF11 a recall that no model reaches is impossible exactly when perfect recall does not pay', () => {
    fc.assert(
      fc.property(ordinary, performance, (at, how) => {
        const rival = decidedValue(at, how);
        const best = adoptedValue(at, { recall: 1, falsePositiveRate: how.falsePositiveRate }) - fixedCost(at) - rival;
        const needed = findRequiredRecall(at, rival, how.falsePositiveRate);
        if (Math.abs(best) > slack(at)) expect(needed.kind === 'impossible').toBe(best < 0);
      }),
      seeded,
    );
  });
});

describe('table properties', () => {
  const size = { minLength: 3, maxLength: 3 };
  const counts = fc.array(fc.array(fc.integer({ min: 0, max: 10_000 }), size), size);
  const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });
  const table = fc.array(fc.array(cents, size), size);
  const toText = (value: number) => (value / 100).toFixed(2);

  test('PF11 realised value is exact: adding an amount to every cell shifts it by that amount a prediction', () => {
    fc.assert(
      fc.property(counts, table, cents, (n, values, k) => {
        const before = sumRealisedValue(
          n,
          values.map((row) => row.map(toText)),
          'EUR',
        );
        const after = sumRealisedValue(
          n,
          values.map((row) => row.map((value) => toText(value + k))),
          'EUR',
        );
        const shift = scaleMoney({ amount: toText(k), currency: 'EUR' }, before.predictions);
        const back = sumRealisedValue(
          n,
          values.map((row) => row.map((value) => toText(value + k - k))),
          'EUR',
        );
        expect(compareMoney(back.total, before.total)).toBe(0);
        expect(BigInt(after.total.amount.replace('.', '')) - BigInt(before.total.amount.replace('.', ''))).toBe(
          BigInt(shift.amount.replace('.', '')),
        );
        if (before.perPrediction !== undefined) {
          expect(before.perPrediction).toBe(Number(before.total.amount) / before.predictions);
        }
      }),
      seeded,
    );
  });

  test('PF11 multi-class: perfect decisions beat every table of rates and every constant decision', () => {
    const at: fc.Arbitrary<MulticlassFigures> = fc.record({
      ...project,
      shares: fc.constant([0.5, 0.3, 0.2]),
      values: table,
    });
    fc.assert(
      fc.property(at, counts, (figures, rates) => {
        const perfect = perfectValue(figures) + 1e-9 * figures.volume * 1e6;
        expect(perfect).toBeGreaterThanOrEqual(
          confusionValue(
            figures,
            rates.map((row) => row.map((rate) => rate + 1)),
          ),
        );
        for (const decision of [0, 1, 2]) expect(perfect).toBeGreaterThanOrEqual(constantValue(figures, decision));
      }),
      seeded,
    );
  });
});
