import { expect, test } from 'vitest';
import golden from '../../../test/fixtures/statistics/golden.json' with { type: 'json' };
import {
  agreementOf,
  casesForShare,
  chanceByShuffling,
  expectedError,
  fitLearningCurve,
  rowsForError,
  sampleSizeFor,
  sampleSizeOfNumber,
  wilsonInterval,
} from './index.ts';

test('PF7 the published example needs 662 cases, by three criteria', () => {
  expect(sampleSizeFor({ parameters: 24, r2CoxSnell: 0.288, prevalence: 0.174 })).toEqual({
    shrinkage: { status: 'exact', value: 623 },
    optimism: { status: 'exact', value: 662 },
    prevalence: { status: 'exact', value: 221 },
    needed: { status: 'exact', value: 662 },
  });
});

test('PF7 for a number the published example needs 918 cases, by three criteria', () => {
  // Riley et al. (2019), as in the worked example of pmsampsize: 25 parameters, adjusted R2 .2.
  expect(sampleSizeOfNumber({ parameters: 25, r2Adjusted: 0.2 })).toEqual({
    shrinkage: { status: 'exact', value: 918 },
    optimism: { status: 'exact', value: 401 },
    residual: { status: 'exact', value: 259 },
    needed: { status: 'exact', value: 918 },
  });
  expect(sampleSizeOfNumber({ parameters: 1, r2Adjusted: 0.9 }).needed).toEqual({ status: 'exact', value: 235 });
  for (const r2Adjusted of [0, 1, NaN])
    expect(sampleSizeOfNumber({ parameters: 5, r2Adjusted }).needed).toMatchObject({ status: 'not_computable' });
});

test('PF7 a model that cannot be planned says so', () => {
  for (const planned of [
    { parameters: 0, r2CoxSnell: 0.2, prevalence: 0.5 },
    { parameters: 5, r2CoxSnell: 0.9, prevalence: 0.5 },
    { parameters: 5, r2CoxSnell: 0.2, prevalence: 0 },
    { parameters: 5, r2CoxSnell: -1, prevalence: 0.5 },
    { parameters: NaN, r2CoxSnell: 0.1, prevalence: 0.5 },
  ])
    expect(sampleSizeFor(planned).needed).toEqual({ status: 'not_computable', reason: 'out_of_range' });
});

test('PF7 so many cases tell a share to within so much, and one fewer does not', () => {
  for (const [share, within] of [
    [0.5, 0.05],
    [0.1, 0.02],
    [0, 0.1],
    [0.99, 0.001],
  ] as const) {
    const needed = casesForShare({ share, within })!;
    const reach = (total: number) => {
      const { low, high } = wilsonInterval(share * total, total)!;
      return (high - low) / 2;
    };
    expect(reach(needed)).toBeLessThanOrEqual(within);
    expect(reach(needed - 1)).toBeGreaterThan(within);
  }
  expect(casesForShare({ share: 0.5, within: 1e-9 })).toBeNull();
  expect(casesForShare({ share: 2, within: 0.1 })).toBeNull();
});

test('PF7 a learning curve is fitted as scipy fits it, with its interval', () => {
  for (const { rows, errors, weights, ...truth } of golden.curves) {
    const curve = fitLearningCurve(
      rows.map((n, index) => ({ rows: n, error: errors[index]!, weight: weights[index]! })),
    );
    if (curve.status !== 'fitted') throw new Error('a curve was expected');
    expect(curve.floor).toBeCloseTo(truth.floor, 5);
    expect(curve.power).toBeCloseTo(truth.power, 4);
    expect(curve.scale / truth.scale).toBeCloseTo(1, 4);
    const expected = expectedError(curve, truth.at);
    expect(expected.error / truth.error).toBeCloseTo(1, 6);
    expect((expected.high - expected.error) / truth.reach).toBeCloseTo(1, 2);
    expect(expected.isFar).toBe(false);
    expect(expectedError(curve, 30_000).isFar).toBe(true);
  }
});

test('PF7 how many rows it takes: enough, reachable, far or never', () => {
  const rows = [100, 200, 400, 800, 1600];
  const curve = fitLearningCurve(rows.map((n) => ({ rows: n, error: 0.1 + 2 * n ** -0.5 })));
  if (curve.status !== 'fitted') throw new Error('a curve was expected');
  expect(rowsForError(curve, 0.2)).toMatchObject({ status: 'enough', rows: 400 });
  expect(rowsForError(curve, 0.14)).toMatchObject({ status: 'reachable', rows: 2500 });
  expect(rowsForError(curve, 0.11)).toMatchObject({ status: 'far', rows: 40_000 });
  expect(rowsForError(curve, 0.09)).toEqual({ status: 'never', floor: expect.closeTo(0.1, 6) as number });
});

test('PF7 a curve of two sizes, or one that does not fall, is not made up', () => {
  const flat = (n: number) => ({ rows: n, error: 0.3 });
  expect(fitLearningCurve([flat(10), flat(20), flat(20)])).toEqual({
    status: 'not_computable',
    reason: 'too_few_values',
  });
  expect(fitLearningCurve([])).toMatchObject({ status: 'not_computable' });
  const curve = fitLearningCurve([10, 20, 40, 80].map(flat));
  if (curve.status !== 'fitted') throw new Error('a curve was expected');
  expect(expectedError(curve, 1000).error).toBeCloseTo(0.3, 12);
  expect(rowsForError(curve, 0.29)).toMatchObject({ status: 'never' });
});

test('PF7 two who label agree beyond chance, and shuffling never gives certainty', () => {
  expect(
    agreementOf([
      [20, 5],
      [10, 15],
    ]),
  ).toEqual({ status: 'exact', value: expect.closeTo(0.4, 12) as number });
  expect(
    agreementOf([
      [4, 0],
      [0, 4],
    ]),
  ).toEqual({ status: 'exact', value: 1 });
  expect(
    agreementOf([
      [4, 0],
      [0, 0],
    ]),
  ).toEqual({ status: 'not_computable', reason: 'one_value_only' });
  expect(agreementOf([[0]])).toEqual({ status: 'not_computable', reason: 'no_values' });
  expect(agreementOf([[1, 2]])).toEqual({ status: 'not_computable', reason: 'not_same_cells' });
  expect(chanceByShuffling(0.9, [0.5, 0.95, 0.6])).toBe(0.5);
  expect(
    chanceByShuffling(
      1,
      Array.from({ length: 99 }, () => 0.5),
    ),
  ).toBe(0.01);
});
