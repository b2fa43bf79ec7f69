import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Direction, minMax } from './min-max.ts';
import { matrixOf, mostInconsistent, pairwiseWeights } from './pairwise-weights.ts';
import { rankScores } from './rank-scores.ts';
import { topsis } from './topsis.ts';
import { directionOf, valueAt } from './value-at.ts';
import { weightInterval } from './weight-interval.ts';
import { weightedSum } from './weighted-sum.ts';

const round = (digits: number) => (value: number) => Number(value.toFixed(digits));
const seeded = { seed: 9, numRuns: 300 };

describe('weights by comparing two by two', () => {
  test('PF9 the worked matrix gives its weights, its eigenvalue and its consistency', () => {
    const matrix = matrixOf(3, [
      { row: 0, column: 1, ratio: 3 },
      { row: 0, column: 2, ratio: 5 },
      { row: 1, column: 2, ratio: 2 },
    ]);
    const { weights, lambda, consistencyRatio } = pairwiseWeights(matrix ?? []);
    expect(weights.map(round(4))).toEqual([0.6483, 0.2297, 0.122]);
    expect(round(4)(lambda)).toBe(3.0037);
    expect(round(4)(consistencyRatio)).toBe(0.0032);
  });

  test('PF9 a pair that nobody compared gives no weights, and contradictions are seen', () => {
    expect(matrixOf(3, [{ row: 0, column: 1, ratio: 3 }])).toBeNull();
    const contradictory = matrixOf(3, [
      { row: 0, column: 1, ratio: 9 },
      { row: 1, column: 2, ratio: 9 },
      { row: 2, column: 0, ratio: 9 },
    ]);
    expect(pairwiseWeights(contradictory ?? []).consistencyRatio).toBeGreaterThan(mostInconsistent);
    expect(pairwiseWeights([[1]])).toMatchObject({ weights: [1], lambda: 1, consistencyRatio: 0 });
  });

  test('PF9 judgments that follow from weights give those weights back, without contradiction', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 10 }), (points) => {
        const total = points.reduce((sum, each) => sum + each, 0);
        const { weights, consistencyRatio } = pairwiseWeights(points.map((row) => points.map((each) => row / each)));
        for (const [index, each] of points.entries()) expect(weights[index]).toBeCloseTo(each / total, 9);
        expect(consistencyRatio).toBeLessThan(1e-9);
      }),
      seeded,
    );
  });
});

/** The worked options of the method: latency, offline, privacy, cost, skills. */
const options = [
  [18, 5, 5, 2, 4],
  [16, 5, 5, 3, 3],
  [12, 5, 5, 2, 2],
  [220, 1, 2, 8, 5],
];
const weights = [0.3, 0.25, 0.2, 0.15, 0.1];
const directions: Direction[] = ['less', 'more', 'more', 'less', 'more'];

function minMaxScores(rows: readonly (readonly number[])[]): number[] {
  const columns = weights.map((_, at) =>
    minMax(
      rows.map((row) => row[at] ?? 0),
      directions[at] ?? 'more',
    ),
  );
  return rows.map((_, row) => {
    const values = columns.map((column) => (column[row] ?? 0) * 100);
    return (weightedSum(weights, values).score ?? 0) / 100;
  });
}

describe('scores', () => {
  test('PF9 the worked options give the weighted sum and the distances that were computed by hand', () => {
    expect(minMaxScores(options).map(round(4))).toEqual([0.958, 0.9026, 0.9, 0.1]);
    expect(topsis({ measured: options, weights, directions }).map(round(4))).toEqual([0.953, 0.9076, 0.889, 0.111]);
  });

  test('PF9 measuring in other units changes neither score, and the order of the options changes nothing', () => {
    const row = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 5, maxLength: 5 });
    const rows = fc.array(row, { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 0, max: 4 }), (measured, factor, at) => {
        const scaled = measured.map((each) => each.map((value, column) => (column === at ? value * factor : value)));
        const near = (a: readonly number[], b: readonly number[]) =>
          a.forEach((each, index) => expect(each).toBeCloseTo(b[index] ?? Number.NaN, 9));
        near(topsis({ measured: scaled, weights, directions }), topsis({ measured, weights, directions }));
        near(minMaxScores(scaled), minMaxScores(measured));
        const turned = measured.toReversed();
        near(topsis({ measured: turned, weights, directions }), topsis({ measured, weights, directions }).reverse());
        near(minMaxScores(turned), minMaxScores(measured).reverse());
      }),
      seeded,
    );
  });

  test('PF9 an option that is equal in everything, or that is alone, is the best there is', () => {
    expect(topsis({ measured: [[1], [1]], weights: [1], directions: ['more'] })).toEqual([1, 1]);
    expect(topsis({ measured: [[0]], weights: [1], directions: ['less'] })).toEqual([1]);
    expect(minMax([3, 3], 'less')).toEqual([1, 1]);
  });

  test('PF9 what is unknown is never a 0: the score is of what is known, with what it could become', () => {
    expect(weightedSum([0.5, 0.3, 0.2], [80, null, 40])).toEqual({
      score: (0.5 * 80 + 0.2 * 40) / 0.7,
      low: 48,
      high: 78,
      known: 0.7,
    });
    expect(weightedSum([1], [null])).toEqual({ score: null, low: 0, high: 100, known: 0 });
    const values = fc.array(fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(values, fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 }), (seen, later) => {
        const at = [0.5, 0.3, 0.2];
        const { low, high, score } = weightedSum(at, seen);
        const found = weightedSum(
          at,
          seen.map((value, index) => value ?? later[index] ?? 0),
        );
        expect(found.score).toBeGreaterThanOrEqual(low - 1e-9);
        expect(found.score).toBeLessThanOrEqual(high + 1e-9);
        if (score !== null) expect(score >= low - 1e-9 && score <= high + 1e-9).toBe(true);
      }),
      seeded,
    );
  });

  test('PF9 a fixed scale is straight between its anchors and ends at the outer ones', () => {
    const faster = [
      { at: 10, value: 100 },
      { at: 50, value: 80 },
      { at: 250, value: 0 },
    ];
    expect([0, 10, 30, 50, 150, 250, 900].map((ms) => valueAt(faster, ms))).toEqual([100, 100, 90, 80, 40, 0, 0]);
    expect(valueAt([{ at: 5, value: 40 }], 7)).toBe(40);
    expect(directionOf(faster)).toBe('less');
    expect(directionOf([...faster, { at: 300, value: 50 }])).toBeNull();
  });

  test('PF9 equal scores share a place, and what has no score has none', () => {
    expect(rankScores([50, 70, 70 + 1e-12, null, 10])).toEqual([3, 1, 1, null, 4]);
  });
});

describe('how far a weight may move', () => {
  test('PF9 the winner stays first up to the weight at which another one equals it', () => {
    // First: 80 and 20; second: 50 and 60. They are equal where 80w + 20(1-w) = 50w + 60(1-w), at w = 4/7.
    const values = [
      [80, 20],
      [50, 60],
    ];
    const interval = weightInterval({ weights: [0.7, 0.3], values, winner: 0, criterion: 0 });
    expect(interval?.from).toBeCloseTo(4 / 7, 12);
    expect(interval?.to).toBe(1);
    expect(weightInterval({ weights: [1, 0], values, winner: 0, criterion: 0 })).toBeNull();
    const alone = weightInterval({ weights: [0.5, 0.5], values: [[10, null]], winner: 0, criterion: 0 });
    expect(alone).toEqual({ from: 0, to: 1 });
  });

  test('PF9 inside the interval the winner is first, just outside it is not, also with unknown values', () => {
    const value = fc.option(fc.integer({ min: 0, max: 100 }), { nil: null, freq: 5 });
    const row = fc.tuple(fc.integer({ min: 0, max: 100 }), value, fc.integer({ min: 0, max: 100 }), value);
    const points = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 5 }), points, (values, given) => {
        const total = given.reduce((sum, each) => sum + each, 0);
        const at = given.map((each) => each / total);
        const scoresAt = (criterion: number, weight: number) => {
          const rest = 1 - (at[criterion] ?? 0);
          const moved = at.map((each, index) => (index === criterion ? weight : (each * (1 - weight)) / rest));
          return values.map((each) => weightedSum(moved, each).score ?? -1);
        };
        const scores = scoresAt(0, at[0] ?? 0);
        const winner = scores.indexOf(Math.max(...scores));
        const margin = Math.max(...scores) - Math.max(...scores.filter((_, index) => index !== winner));
        fc.pre(margin > 0.01);
        for (const criterion of [0, 1, 2, 3]) {
          const interval = weightInterval({ weights: at, values, winner, criterion });
          const { from, to } = interval ?? { from: 1, to: 0 };
          expect(from).toBeLessThanOrEqual(at[criterion] ?? 0);
          expect(to).toBeGreaterThanOrEqual(at[criterion] ?? 0);
          for (const share of [0.001, 0.25, 0.5, 0.75, 0.999]) {
            const inside = scoresAt(criterion, from + share * (to - from));
            expect(inside[winner]).toBeGreaterThanOrEqual(Math.max(...inside) - 1e-6);
          }
          for (const outside of [from - 1e-4, to + 1e-4]) {
            if (outside < 0 || outside > 1) continue;
            const there = scoresAt(criterion, outside);
            const others = there.filter((_, index) => index !== winner);
            expect(Math.max(...others)).toBeGreaterThan(there[winner] ?? Number.NaN);
          }
        }
      }),
      seeded,
    );
  });
});
