import { describe, expect, test } from 'vitest';
import { createSampler } from './draw-input.ts';
import { evaluateValueModel, evaluateValueModelInSteps } from './index.ts';
import { between, churnModel, constant, delayModel, triageModel } from './model-fixtures.ts';
import { drawNets } from './monte-carlo.ts';
import { readQuantile, tabulateBeta } from './quantile-table.ts';
import { createRandom } from './random.ts';
import { selectQuantile } from './select-quantile.ts';

/** Net is linear in each of these, so its mean is the net at their means. */
const uncertain = {
  runCostPerYear: { low: '60000', likely: '90000', high: '200000' },
  values: {
    tp: constant('-330', '-500', '-300'),
    fn: constant('-900', '-1300', '-700'),
    fp: constant('-60', '-90', '-50'),
    tn: constant('0'),
  },
  expected: { recall: between(0.3, 0.5, 0.6), falsePositiveRate: { likely: 0.03 } },
};

describe('random numbers', () => {
  // The published algorithm, written again in Python with whole numbers.
  test.each([
    [1, [2442144158, 3238099751, 3819917871, 2104621829]],
    [4_000_000_000, [3221102225, 3656768598, 1416284228, 1155154645]],
  ])('PF11 seed %d gives the numbers of the published generator', (seed, words) => {
    const random = createRandom(seed);
    expect(words.map(() => random() * 2 ** 32 - 0.5)).toEqual(words);
  });

  // scipy.stats.beta.ppf at .05, .5, .95.
  test.each([
    [1, 5, [0.010206218313011496, 0.12944943670387585, 0.450719728346941]],
    [3, 3, [0.1892553774377708, 0.5, 0.8107446225622291]],
    [4.2, 1.8, [0.3787232759838096, 0.7233277406074812, 0.9410226123881827]],
  ])('PF11 the tabulated quantiles of Beta(%d, %d) are right', (alpha, beta, quantiles) => {
    const table = tabulateBeta(alpha, beta);
    for (const [index, probability] of [0.05, 0.5, 0.95].entries()) {
      expect(Math.abs(readQuantile(table, probability) - (quantiles[index] ?? 0))).toBeLessThan(2e-5);
    }
  });

  test('PF11 draws stay between low and high and keep the mean of their shape', () => {
    for (const [likely, pert, triangular] of [
      [0, 10 / 6, 10 / 3],
      [2, 3, 4],
      [10, 50 / 6, 20 / 3],
    ] as const) {
      const input = { path: 'x', low: 0, likely, high: 10 };
      for (const [shape, mean] of [
        ['pert', pert],
        ['triangular', triangular],
      ] as const) {
        const sample = createSampler(input, shape);
        const steps = Array.from({ length: 20_000 }, (_, step) => sample((step + 0.5) / 20_000));
        expect(Math.min(...steps)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...steps)).toBeLessThanOrEqual(10);
        expect(Math.abs(steps.reduce((sum, next) => sum + next, 0) / 20_000 - mean)).toBeLessThan(1.5e-3);
      }
    }
  });

  test('PF11 selected quantiles are those of a full sort', () => {
    const random = createRandom(5);
    const values = Float64Array.from({ length: 997 }, () => Math.floor(random() * 50));
    const sorted = [...values].sort((a, b) => a - b);
    for (const probability of [0, 0.05, 0.333, 0.5, 0.95, 1]) {
      const place = probability * 996;
      const [from, to] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
      expect(selectQuantile(values, probability)).toBeCloseTo(from + (to - from) * (place % 1), 12);
    }
  });
});

describe('the interval', () => {
  test('PF11 the same seed gives the same interval, another seed another', () => {
    const model = churnModel(uncertain);
    const [first, again, other] = [7, 7, 8].map((seed) => evaluateValueModel(model, { seed }).interval);
    expect(again).toEqual(first);
    expect(other?.mean).not.toBe(first?.mean);
  });

  test('PF11 in steps it gives the same result to the cent, with progress to the end', async () => {
    const model = churnModel(uncertain);
    const steps = evaluateValueModelInSteps(model, { draws: 20_000 });
    const progress: number[] = [];
    let step = await steps.next();
    for (; !step.done; step = await steps.next()) progress.push(step.value.done);
    expect(step.value).toEqual(evaluateValueModel(model, { draws: 20_000 }));
    expect(progress.length).toBeGreaterThan(10);
    expect(progress.at(-1)).toBe(20_000);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
  });

  test.each(['pert', 'triangular'] as const)('PF11 the mean of %s draws agrees with the expectation', (shape) => {
    const mean = (low: number, likely: number, high: number) =>
      shape === 'pert' ? (low + 4 * likely + high) / 6 : (low + likely + high) / 3;
    const [tp, fn, fp] = [mean(-500, -330, -300), mean(-1300, -900, -700), mean(-90, -60, -50)];
    const recall = mean(0.3, 0.5, 0.6);
    const worth = (r: number, f: number) => 50_000 * (0.04 * (r * tp + (1 - r) * fn) + 0.96 * f * fp);
    const expected = worth(recall, 0.03) - mean(60_000, 90_000, 200_000) - 30_000 - worth(0.35, 0.35 / 6);
    const { interval } = evaluateValueModel(churnModel(uncertain), { draws: 100_000, shape });
    expect(Math.abs(Number(interval.mean) - expected)).toBeLessThan(3 * Number(interval.standardError));
    expect(Number(interval.standardError)).toBeLessThan(1000);
  });

  test('PF11 certain figures give an interval without width', () => {
    const { interval, netPerYear, tornado } = evaluateValueModel(churnModel());
    expect(netPerYear).toBe('789000.00');
    expect([interval.mean, interval.p05, interval.p50, interval.p95]).toEqual(Array(4).fill('789000.00'));
    expect(interval).toMatchObject({ standardError: '0.00', chancePositive: 1, valueOfPerfectInformation: '0.00' });
    expect(interval.histogram).toEqual([{ from: '789000.00', to: '789000.00', count: 10_000 }]);
    expect(tornado).toEqual([]);
    const equal = churnModel({ baseRate: between(0.04, 0.04, 0.04) });
    expect(evaluateValueModel(equal).interval).toEqual(interval);
  });

  test('PF11 it says whether it is of the expected or of a perfect model', () => {
    const { expected: _expected, ...unknown } = uncertain;
    const [told, perfect] = [churnModel(uncertain), churnModel(unknown)].map(
      (model) => evaluateValueModel(model).interval,
    );
    expect([told?.performance, perfect?.performance]).toEqual(['expected', 'perfect']);
    expect(Number(perfect?.mean)).toBeGreaterThan(Number(told?.mean));
  });

  test('PF11 the histogram holds every draw, and the quantiles and chance agree with it', () => {
    const { interval } = evaluateValueModel(churnModel(uncertain), { draws: 20_000, bins: 25 });
    expect(interval.histogram).toHaveLength(25);
    expect(interval.histogram.reduce((sum, { count }) => sum + count, 0)).toBe(20_000);
    const [p05, p50, p95] = [interval.p05, interval.p50, interval.p95].map(Number);
    expect(p05).toBeLessThan(p50 ?? 0);
    expect(p50).toBeLessThan(p95 ?? 0);
    const below = interval.histogram.filter(({ to }) => Number(to) <= 0).reduce((sum, { count }) => sum + count, 0);
    expect(1 - interval.chancePositive).toBeGreaterThanOrEqual(below / 20_000);
  });

  test('PF11 knowing the outcome first is worth E[max(0, net)] − max(0, E[net])', () => {
    const plan = {
      inputs: [{ path: 'x', low: -1, likely: 0, high: 1 }],
      net: (draw: ArrayLike<number>) => 300 * (draw[0] ?? 0),
      shape: 'triangular' as const,
      seed: 1,
      draws: 50_000,
    };
    const steps = drawNets(plan);
    let step = steps.next();
    while (!step.done) step = steps.next();
    const gain = step.value.reduce((sum, net) => sum + Math.max(0, net), 0) / 50_000;
    // E[max(0, x)] of a triangle from −1 over 0 to 1 is 1/6.
    expect(Math.abs(gain - 50)).toBeLessThan(1);
  });

  test('PF11 amounts on one column of the same cases move together', () => {
    const perRow = (rate: string) => ({
      kind: 'per-row' as const,
      column: 'contract',
      rate,
      plus: '0',
      mean: between(500, 900, 1500),
    });
    const { tornado } = evaluateValueModel(
      churnModel({ values: { tp: perRow('-0.4'), fn: perRow('-1'), fp: constant('-60'), tn: constant('0') } }),
    );
    expect(tornado.map(({ path }) => path)).toEqual(['values.tp.mean']);
  });
});

describe('the tornado', () => {
  test('PF11 each uncertain figure has a bar, the widest first, with net at both ends', () => {
    const { tornado, netPerYear } = evaluateValueModel(churnModel(uncertain));
    const swings = tornado.map(({ swing }) => Number(swing));
    expect(swings).toEqual([...swings].sort((a, b) => b - a));
    expect(tornado.map(({ path }) => path).sort()).toEqual([
      'expected.recall',
      'runCostPerYear',
      'values.fn.value',
      'values.fp.value',
      'values.tp.value',
    ]);
    const run = tornado.find(({ path }) => path === 'runCostPerYear');
    expect([run?.netAtLow, run?.netAtHigh, run?.swing].map(Number)).toEqual([
      Number(netPerYear) + 30_000,
      Number(netPerYear) - 110_000,
      140_000,
    ]);
  });

  test('PF11 multi-class and regression figures are swept and drawn too', () => {
    const triage = triageModel({
      volumePerYear: between(8000, 10_000, 15_000),
      expected: { kind: 'accuracy', accuracy: between(0.6, 0.8, 0.9) },
    });
    const delay = delayModel({ expected: { sigma: between(4, 5, 7) }, overCostPerUnit: constant('2', '1', '3') });
    for (const [model, paths] of [
      [triage, ['expected.accuracy', 'volumePerYear']],
      [delay, ['expected.sigma', 'overCostPerUnit.value']],
    ] as const) {
      const result = evaluateValueModel(model);
      expect(result.tornado.map(({ path }) => path).sort()).toEqual(paths);
      expect(Number(result.interval.p05)).toBeLessThan(Number(result.netPerYear));
      expect(Number(result.interval.p95)).toBeGreaterThan(Number(result.netPerYear));
    }
  });
});
