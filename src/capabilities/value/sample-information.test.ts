import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateValueModel } from './index.ts';
import { between, churnModel, delayModel, triageModel } from './model-fixtures.ts';
import { normalQuantile } from './normal.ts';
import { findSampleInformation } from './sample-information.ts';
import { summarizeDraws } from './summarize-draws.ts';

function finish<T>(work: Generator<unknown, T>): T {
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}

/** Even steps of probability of a normal distribution: draws without chance. */
const normals = (mean: number, deviation: number, count = 20_000) =>
  Float64Array.from({ length: count }, (_, index) => mean + deviation * normalQuantile((index + 0.5) / count));

describe('what is worth knowing', () => {
  // σ·φ(μ/σ) − |μ|·Φ(−|μ|/σ), computed in Python with math.erfc.
  test.each([
    [1e5, 2e5, 39_559.31148026122],
    [-5e4, 1e5, 19_779.65574013061],
    [0, 1, 0.3989422804014327],
  ])('PF11 EVPI of a normal net value of mean %d and deviation %d is the closed form', (mean, deviation, evpi) => {
    const { valueOfPerfectInformation } = finish(summarizeDraws(normals(mean, deviation), 10));
    expect(Math.abs(valueOfPerfectInformation / evpi - 1)).toBeLessThan(1e-3);
  });

  test('PF11 EVSI of a normal mean seen with normal noise is the closed form of the narrower spread', () => {
    const [mean, deviation, noise] = [1e5, 2e5, 1e6];
    const column = normals(mean, deviation);
    const answers = finish(
      findSampleInformation({
        columns: [column],
        nets: column,
        net: (draw) => draw[0] ?? 0,
        informed: [{ index: 0, noise: () => noise ** 2, seenIn: 1 }],
        cases: [0, 10, 25, 100],
      }),
    );
    // s = σ·√(σ²/(σ² + e²/n)) in the closed form of EVPI; with cases without end it is EVPI itself.
    expect(answers[0]).toBe(0);
    expect(Math.abs((answers[4] ?? 0) / 39_559.31148026122 - 1)).toBeLessThan(1e-3);
    const phi = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
    // Φ by its own integral, so that the product's is not tested with itself.
    const tail = (x: number) => {
      let sum = 0;
      for (let at = x; at < x + 12; at += 1e-4) sum += phi(at + 5e-5) * 1e-4;
      return sum;
    };
    for (const [index, n] of [10, 25, 100].entries()) {
      const spread = deviation * Math.sqrt(deviation ** 2 / (deviation ** 2 + noise ** 2 / n));
      const evsi = spread * phi(mean / spread) - mean * tail(mean / spread);
      expect(Math.abs((answers[index + 1] ?? 0) / evsi - 1)).toBeLessThan(3e-3);
    }
  });

  // Python: the prior of the recall, a PERT, on a grid of 4,000 steps, updated by every possible number of hits among
  // the positives of the pilot; exact but for the grid. The Gaussian approximation is within a twentieth of EVPI.
  test('PF11 EVSI of an uncertain recall agrees with an exact Bayesian pilot, and EVPI with its integral', () => {
    const model = churnModel({
      runCostPerYear: { likely: '120000' },
      buildCost: { likely: '0' },
      expected: { recall: between(0.2, 0.36, 0.6), falsePositiveRate: { likely: 0.02 } },
    });
    const exact = { 250: 7755.26, 500: 12_561.35, 1000: 16_997.39, 2500: 21_967.95, 10000: 25_631.27 };
    for (const [cases, value] of Object.entries(exact)) {
      const { pilot } = evaluateValueModel({ ...model, pilot: { cases: Number(cases) } });
      expect(Math.abs(Number(pilot?.valueOfPerfectInformation) / 27_120.91 - 1)).toBeLessThan(0.03);
      expect(Math.abs(Number(pilot?.valueOfSampleInformation) - value)).toBeLessThan(27_120.91 / 20);
      expect(pilot?.valueOfKnowingRates).toBe(pilot?.valueOfPerfectInformation);
    }
  });

  test('PF11 EVSI is nothing without cases, never falls with more, and tends to EVPI where only rates are uncertain', () => {
    const share = fc.double({ min: 0.02, max: 0.3, noNaN: true });
    const figures = fc.record({
      recall: share,
      alarms: share,
      base: share,
      cost: fc.integer({ min: 0, max: 400_000 }),
    });
    fc.assert(
      fc.property(figures, ({ recall, alarms, base, cost }) => {
        const model = churnModel({
          baseRate: between(base / 2, base, base * 2),
          runCostPerYear: { likely: String(cost) },
          expected: {
            recall: between(recall, recall + 0.2, recall + 0.6),
            falsePositiveRate: between(alarms / 3, alarms / 2, alarms),
          },
          today: { kind: 'yearly-cost', costPerYear: { likely: '1500000' } },
          pilot: { cases: 100_000_00 },
        });
        const { pilot, interval } = evaluateValueModel(model, { draws: 1000 });
        const values = pilot?.curve.map(({ value }) => Number(value)) ?? [];
        expect(values[0]).toBe(0);
        expect(values).toEqual([...values].sort((a, b) => a - b));
        expect(pilot?.valueOfPerfectInformation).toBe(interval.valueOfPerfectInformation);
        const most = Number(pilot?.valueOfPerfectInformation);
        expect(Math.abs(Number(pilot?.valueOfSampleInformation) - most)).toBeLessThanOrEqual(0.01 * most + 50);
      }),
      { numRuns: 40, seed: 11 },
    );
  });

  test('PF11 a pilot shows rates and no prices, in every task', () => {
    const prices = churnModel({
      runCostPerYear: { low: '0', likely: '800000', high: '1700000' },
      pilot: { cases: 5000 },
    });
    const { pilot } = evaluateValueModel(prices, { draws: 2000 });
    expect(Number(pilot?.valueOfPerfectInformation)).toBeGreaterThan(1000);
    expect([pilot?.valueOfSampleInformation, pilot?.valueOfKnowingRates]).toEqual(['0.00', '0.00']);
    const several = triageModel({
      expected: { kind: 'accuracy', accuracy: between(0.3, 0.62, 0.9) },
      pilot: { cases: 500 },
    });
    const amount = delayModel({ expected: { sigma: between(5, 8.1, 12) }, pilot: { cases: 500 } });
    for (const model of [several, amount]) {
      const answer = evaluateValueModel(model, { draws: 2000 }).pilot;
      expect(Number(answer?.valueOfSampleInformation)).toBeGreaterThan(0);
      expect(Number(answer?.valueOfSampleInformation)).toBeLessThanOrEqual(Number(answer?.valueOfPerfectInformation));
    }
  });
});
