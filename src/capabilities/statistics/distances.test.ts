import { expect, test } from 'vitest';
import golden from '../../../test/fixtures/statistics/golden.json' with { type: 'json' };
import type { Figure } from './contract.ts';
import { betaCdf, chiSquareTail, kolmogorovTail, normalTails, studentTails } from './distributions.ts';
import {
  chanceOfDistance,
  chanceOfKolmogorov,
  compareShares,
  contingencyOf,
  divergence,
  falseDiscoveryRates,
  hellingerDistance,
  homogeneity,
  jensenShannonDistance,
  kolmogorovDistance,
  stabilityIndex,
  totalVariation,
  type TwoHistograms,
  wassersteinDistance,
  wilsonInterval,
} from './index.ts';

/** To a relative 1e-9, or to the rounding of numbers about one where the truth is nothing. */
function expectClose(value: number, truth: number, of = ''): void {
  expect(Math.abs(value - truth), `${of}: ${value} for ${truth}`).toBeLessThanOrEqual(1e-9 * Math.abs(truth) + 1e-14);
}

function expectExact(figure: Figure, truth: number, of = ''): void {
  expect(figure.status, of).toBe('exact');
  if (figure.status === 'exact') expectClose(figure.value, truth, of);
}

const rows = (name: 'chiSquare' | 'normal' | 'student' | 'beta' | 'kolmogorov' | 'shares' | 'wilson') =>
  golden[name] as unknown as readonly (readonly [number, number, number, number, number, number])[];

test('DS7 tails of distributions agree with scipy, far out too', () => {
  const close = (value: number, truth: number, of: string) => {
    expect(Math.abs(value - truth), `${of}: ${value} for ${truth}`).toBeLessThanOrEqual(1e-9 * truth);
  };
  for (const [x, degrees, truth] of rows('chiSquare')) close(chiSquareTail(x, degrees), truth, `chi-square ${x}`);
  for (const [z, truth] of rows('normal')) close(normalTails(z), truth, `normal ${z}`);
  for (const [t, degrees, truth] of rows('student')) close(studentTails(t, degrees), truth, `student ${t}`);
  for (const [x, a, b, truth] of rows('beta')) close(betaCdf(x, { a, b }), truth, `beta ${x}`);
});

test('DS7 the chance of a distance of Kolmogorov and Smirnov is within 2 % of scipy', () => {
  for (const [distance, effective, truth] of rows('kolmogorov')) {
    expect(Math.abs(kolmogorovTail(distance, effective) - truth) / truth).toBeLessThan(0.02);
  }
  expect(kolmogorovTail(0, 100)).toBe(1);
  expect(kolmogorovTail(1, 1e6)).toBe(0);
});

test('DS7 the chance of the distance of two samples is that of counting all orders, as by scipy', () => {
  for (const [n, m, distance, truth] of golden.kolmogorovCounted as [number, number, number, number][])
    expectExact(chanceOfKolmogorov(distance, { a: [n], b: [m] }), truth, `${n} and ${m} at ${distance}`);
  let known = 0;
  for (const [n, m, distance, truth] of golden.kolmogorovLarge as [number, number, number, number][]) {
    const chance = chanceOfKolmogorov(distance, { a: [n], b: [m] });
    if (chance.status !== 'approximate') continue;
    known += 1;
    expect(chance.low, `${n} and ${m} at ${distance}`).toBeLessThanOrEqual(truth);
    expect(chance.high, `${n} and ${m} at ${distance}`).toBeGreaterThanOrEqual(truth);
  }
  expect(known).toBe(golden.kolmogorovLarge.length);
  // Three against a million: no formula is near, and counting is too much.
  expect(chanceOfKolmogorov(0.5, { a: [3], b: [1_000_000] })).toMatchObject({ reason: 'too_few_values' });
});

test('DS7 distances between counts agree with scipy and numpy', () => {
  for (const { a, b, ...truth } of golden.cells) {
    expectExact(stabilityIndex(a, b), truth.stability, 'stability');
    expectExact(divergence(a, b), truth.divergence, 'divergence');
    expectExact(jensenShannonDistance(a, b), truth.jensenShannon, 'Jensen-Shannon');
    expectExact(hellingerDistance(a, b), truth.hellinger, 'Hellinger');
    expectExact(totalVariation(a, b), truth.totalVariation, 'total variation');
  }
});

test('DS7 tables of counts agree with scipy: chi-square, G, Cramer, with and without what chance adds', () => {
  for (const { table, ...truth } of golden.tables) {
    const found = contingencyOf(table);
    expect(found.degrees).toBe(truth.degrees);
    for (const name of ['chiSquare', 'chance', 'g', 'chanceOfG', 'v', 'correctedV'] as const)
      expectExact(found[name], truth[name], name);
    // A row and a column in which nobody is change nothing.
    const padded = [...table.map((row) => [0, ...row]), Array.from({ length: (table[0]?.length ?? 0) + 1 }, () => 0)];
    expect(contingencyOf(padded)).toEqual(found);
  }
});

test('DS7 two shares are compared as chi-square would, with a sign', () => {
  for (const [x, n, y, m, z, chance] of rows('shares')) {
    const found = compareShares({ count: x, total: n }, { count: y, total: m });
    expectExact(found.z, z);
    expectExact(found.chance, chance);
  }
});

test('DS7 an interval of a share agrees with scipy', () => {
  for (const [count, total, low, high] of rows('wilson')) {
    const found = wilsonInterval(count, total)!;
    expectClose(found.low, low);
    expectClose(found.high, high);
  }
  expect(wilsonInterval(0, 0)).toBeNull();
});

test('DS7 discoveries among many comparisons are adjusted as by scipy', () => {
  const adjusted = falseDiscoveryRates(golden.discoveries.chances);
  adjusted.forEach((value, index) => expectClose(value, golden.discoveries.adjusted[index]!));
  expect(falseDiscoveryRates([])).toEqual([]);
});

function counted({ a, b }: { a: number[]; b: number[] }, edges: readonly number[]): TwoHistograms {
  const cells = (values: number[]) =>
    [...edges, Infinity].map(
      (edge, cell) => values.filter((x) => x <= edge && x > (edges[cell - 1] ?? -Infinity)).length,
    );
  const all = [...a, ...b];
  return { edges, a: cells(a), b: cells(b), low: Math.min(...all), high: Math.max(...all) };
}

test('DS7 distances from cells hold the true ones between their bounds', () => {
  for (const sample of golden.samples) {
    const sorted = sample.a.toSorted((x, y) => x - y);
    const edges = [...new Set([10, 25, 50, 75, 90].map((share) => sorted[Math.floor((share * sorted.length) / 100)]!))];
    for (const [figure, truth] of [
      [kolmogorovDistance(counted(sample, edges)), sample.d],
      [wassersteinDistance(counted(sample, edges)), sample.wasserstein],
    ] as const) {
      expect(figure.status).toBe('approximate');
      if (figure.status !== 'approximate') continue;
      expect(figure.low).toBeLessThanOrEqual(truth + 1e-12);
      expect(figure.high).toBeGreaterThanOrEqual(truth - 1e-12);
    }
  }
});

test('DS7 with a cell for each value the largest difference is exact', () => {
  for (const sample of golden.samples) {
    const each = [...new Set([...sample.a, ...sample.b])].sort((x, y) => x - y);
    const found = kolmogorovDistance(counted(sample, each));
    expectClose(found.status === 'not_computable' ? NaN : found.value, sample.d);
  }
});

test('DS7 chances of distances hold what they promise when nothing changes', () => {
  // Drawn by a fixed stream of numbers: 2,000 comparisons of the same population.
  let state = 7;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const draw = (size: number) => {
    const cells = Array.from({ length: 10 }, () => 0);
    for (let index = 0; index < size; index += 1) cells[Math.min(9, Math.floor(random() * 10))]! += 1;
    return cells;
  };
  const alarms = { stability_index: 0, divergence: 0, jensen_shannon: 0, hellinger: 0 };
  const distances = {
    stability_index: stabilityIndex,
    divergence,
    jensen_shannon: jensenShannonDistance,
    hellinger: hellingerDistance,
  };
  const rounds = 2000;
  for (let round = 0; round < rounds; round += 1) {
    const [a, b] = [draw(1000), draw(400)];
    for (const measure of ['stability_index', 'divergence', 'jensen_shannon', 'hellinger'] as const) {
      const distance = distances[measure](a, b);
      const chance = chanceOfDistance(measure, distance.status === 'exact' ? distance.value : 0, { a, b });
      if (chance.status === 'exact' && chance.value < 0.05) alarms[measure] += 1;
    }
  }
  for (const count of Object.values(alarms)) {
    expect(count / rounds).toBeGreaterThan(0.035);
    expect(count / rounds).toBeLessThan(0.065);
  }
});

test('DS7 nothing to compare has a reason, and the same on both sides is no distance', () => {
  const none = { status: 'not_computable', reason: 'one_side_empty' };
  const apart = { status: 'not_computable', reason: 'not_same_cells' };
  for (const distance of [stabilityIndex, divergence, jensenShannonDistance, hellingerDistance, totalVariation]) {
    expect(distance([0, 0], [1, 2])).toEqual(none);
    expect(distance([1, 2], [1, 2, 3])).toEqual(apart);
    expect(distance([5], [9])).toEqual({ status: 'exact', value: 0 });
  }
  expect(homogeneity([5], [9])).toMatchObject({ chance: { status: 'exact', value: 1 }, v: { value: 0 } });
  expect(homogeneity([0], [9]).chance).toEqual(none);
  expect(homogeneity([1], [9, 2]).chance).toEqual(apart);
  expect(contingencyOf([[0, 0]]).v).toEqual({ status: 'not_computable', reason: 'no_values' });
  expect(compareShares({ count: 0, total: 0 }, { count: 1, total: 2 }).z).toEqual(none);
  expect(compareShares({ count: 3, total: 3 }, { count: 2, total: 2 }).chance).toEqual({ status: 'exact', value: 1 });
  expect(chanceOfDistance('hellinger', 0, { a: [3], b: [4] })).toEqual({ status: 'exact', value: 1 });
  expect(chanceOfDistance('divergence', 1, { a: [0, 0], b: [4, 1] })).toEqual(none);
  expect(chanceOfKolmogorov(0.5, { a: [], b: [1] })).toEqual(none);
  const empty = { edges: [1], a: [0, 0], b: [1, 1], low: 0, high: 2 };
  expect([kolmogorovDistance(empty), wassersteinDistance(empty)]).toEqual([none, none]);
  expect(wassersteinDistance({ ...empty, a: [1] })).toEqual(apart);
  expect(wassersteinDistance({ edges: [5], a: [3, 0], b: [9, 0], low: 5, high: 5 })).toEqual({
    status: 'exact',
    value: 0,
  });
});

test('DS7 rare cells are counted together before two populations are compared', () => {
  const a = [500, 300, 2, 1, 0];
  const b = [480, 310, 0, 2, 3];
  expect(homogeneity(a, b)).toEqual(
    contingencyOf([
      [500, 300, 3],
      [480, 310, 5],
    ]),
  );
});
