import { chiSquareTail } from './distributions.ts';
import { exact, type Figure, notComputable } from './figure.ts';

/** How many of a population fall in each cell; both sides are counted in the same cells. */
export type Cells = readonly number[];

const total = (cells: Cells): number => cells.reduce((sum, cell) => sum + cell, 0);

/** Both sides as shares, or why there is nothing to compare. */
function shares(
  a: Cells,
  b: Cells,
  smoothing: 'jeffreys' | 'none',
): { p: number[]; q: number[] } | ReturnType<typeof notComputable> {
  if (a.length !== b.length) return notComputable('not_same_cells');
  const [n, m] = [total(a), total(b)];
  if (n === 0 || m === 0) return notComputable('one_side_empty');
  const half = smoothing === 'jeffreys' ? 0.5 : 0;
  const share = (cells: Cells, of: number) => cells.map((cell) => (cell + half) / (of + half * cells.length));
  return { p: share(a, n), q: share(b, m) };
}

function compare(
  { a, b, smoothing }: { a: Cells; b: Cells; smoothing: 'jeffreys' | 'none' },
  measure: (p: number, q: number) => number,
  finish: (sum: number) => number = (sum) => sum,
): Figure {
  const both = shares(a, b, smoothing);
  if ('status' in both) return both;
  return exact(finish(both.p.reduce((sum, p, cell) => sum + measure(p, both.q[cell] ?? 0), 0)));
}

/** p ln(p / q), by Gibbs 0 where p is 0. */
const information = (p: number, q: number): number => (p === 0 ? 0 : p * Math.log(p / q));

/** Population stability index, sum of (p - q) ln(p / q). Half a case is added to each cell (Jeffreys): none is empty. */
export const stabilityIndex = (a: Cells, b: Cells): Figure =>
  compare({ a, b, smoothing: 'jeffreys' }, (p, q) => (p - q) * Math.log(p / q));

/** Kullback-Leibler divergence of b from a, in nats: what is lost when b is taken for a. Smoothed as the index. */
export const divergence = (a: Cells, b: Cells): Figure =>
  compare({ a, b, smoothing: 'jeffreys' }, information, clipped);

/** Rounding may leave a little less than nothing. */
const clipped = (sum: number): number => Math.max(0, sum);

/** Jensen-Shannon distance: the root of the divergence, in base 2, from 0 to 1. */
export const jensenShannonDistance = (a: Cells, b: Cells): Figure =>
  compare({ a, b, smoothing: 'none' }, jensenShannon, (sum) => Math.sqrt(clipped(sum) / Math.LN2));

function jensenShannon(p: number, q: number): number {
  const middle = (p + q) / 2;
  return (information(p, middle) + information(q, middle)) / 2;
}

/** Hellinger distance, from 0 to 1. */
export const hellingerDistance = (a: Cells, b: Cells): Figure =>
  compare(
    { a, b, smoothing: 'none' },
    (p, q) => (Math.sqrt(p) - Math.sqrt(q)) ** 2,
    (sum) => Math.sqrt(sum / 2),
  );

/** Total variation: the largest share of cases that would have to move. */
export const totalVariation = (a: Cells, b: Cells): Figure =>
  compare({ a, b, smoothing: 'none' }, (p, q) => Math.abs(p - q) / 2);

export type CalibratedMeasure = 'stability_index' | 'divergence' | 'jensen_shannon' | 'hellinger';

/**
 * How likely so large a distance is when nothing has changed, from the numbers alone: with c = 1/n + 1/m and B cells the
 * index is about c times chi-square with B - 1 degrees of freedom, the divergence half of that, the squared
 * Jensen-Shannon (in nats) and Hellinger distances an eighth. Source: second-order expansion of each around p = q.
 */
export function chanceOfDistance(
  measure: CalibratedMeasure,
  distance: number,
  { a, b }: { a: Cells; b: Cells },
): Figure {
  const [n, m] = [total(a), total(b)];
  if (a.length !== b.length) return notComputable('not_same_cells');
  if (n === 0 || m === 0) return notComputable('one_side_empty');
  if (a.length < 2) return exact(1);
  const c = 1 / n + 1 / m;
  return exact(chiSquareTail(asChiSquare(measure, distance) / c, a.length - 1));
}

function asChiSquare(measure: CalibratedMeasure, distance: number): number {
  switch (measure) {
    case 'stability_index':
      return distance;
    case 'divergence':
      return 2 * distance;
    case 'jensen_shannon':
      return 8 * Math.LN2 * distance * distance;
    case 'hellinger':
      return 8 * distance * distance;
  }
}

/**
 * Adjusted p-values of several comparisons: those at most `alpha` are discoveries of which at most `alpha` are false.
 * Source: Benjamini and Hochberg (1995).
 */
export function falseDiscoveryRates(chances: readonly number[]): number[] {
  const order = chances.map((_, index) => index).sort((i, j) => (chances[j] ?? 0) - (chances[i] ?? 0));
  const adjusted = chances.map(() => 1);
  let least = 1;
  order.forEach((index, step) => {
    least = Math.min(least, ((chances[index] ?? 1) * chances.length) / (chances.length - step));
    adjusted[index] = least;
  });
  return adjusted;
}
