import { type Rational, rootOf, toDouble } from './rational.ts';

/** Over one line for all, so that only whole numbers are left to add and compare. */
export function inUnits(values: readonly Rational[]): bigint[] {
  const under = values.reduce((most, value) => (value.under > most ? value.under : most), 1n);
  return values.map((value) => value.over * (under / value.under));
}

const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);

/** The correlation of Pearson by its definition, rounded once at the very end; null where one side does not vary. */
export function exactPearson(x: readonly bigint[], y: readonly bigint[]): number | null {
  const n = BigInt(x.length);
  const spread = (side: readonly bigint[]) => n * sum(side.map((value) => value * value)) - sum(side) ** 2n;
  const [ofX, ofY] = [spread(x), spread(y)];
  if (n < 2n || ofX === 0n || ofY === 0n) return null;
  const together = n * sum(x.map((value, at) => value * (y[at] ?? 0n))) - sum(x) * sum(y);
  const size = rootOf({ over: together * together, under: ofX * ofY });
  return together < 0n ? -size : size;
}

/** Twice the mean rank of each value among all. */
export function ranksOf(values: readonly bigint[]): bigint[] {
  const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const [first, last] = [new Map<bigint, number>(), new Map<bigint, number>()];
  sorted.forEach((value, at) => {
    if (!first.has(value)) first.set(value, at);
    last.set(value, at);
  });
  return values.map((value) => BigInt((first.get(value) ?? 0) + (last.get(value) ?? 0) + 2));
}

/** The root of the share of the variance that lies between groups; null where nothing varies. */
export function exactEta(groups: readonly (readonly bigint[])[]): number | null {
  const filled = groups.filter((group) => group.length > 0);
  const all = filled.flat();
  const n = BigInt(all.length);
  // Everything times n and the size of each group, so that nothing is divided.
  const sizes = filled.map((group) => BigInt(group.length));
  const product = sizes.reduce((total, size) => total * size, 1n);
  const between =
    sum(filled.map((group, at) => (sum(group) ** 2n * product * n) / (sizes[at] ?? 1n))) - sum(all) ** 2n * product;
  const total = (n * sum(all.map((value) => value * value)) - sum(all) ** 2n) * product;
  return n < 2n || total === 0n ? null : rootOf({ over: between, under: total });
}

/** How often one of the first lies above one of the second, equals by half; null where a side is empty. */
export function exactAuc(is: readonly bigint[], not: readonly bigint[]): number | null {
  if (is.length === 0 || not.length === 0) return null;
  let halves = 0n;
  for (const one of is) for (const other of not) halves += one > other ? 2n : one === other ? 1n : 0n;
  return toDouble({ over: halves, under: 2n * BigInt(is.length) * BigInt(not.length) });
}

/** Cramér's V with what chance adds taken off (Bergsma 2013), from pairs of values; null where a side does not vary. */
export function correctedCramer(pairs: readonly (readonly [string, string])[]): number | null {
  const [left, right] = [tally(pairs.map(([a]) => a)), tally(pairs.map(([, b]) => b))];
  const cells = tally(pairs.map(([a, b]) => JSON.stringify([a, b])));
  const n = pairs.length;
  const [r, k] = [left.size, right.size];
  if (n < 2 || r < 2 || k < 2) return null;
  // Chi-square over n is the sum of O^2 / (row x column), less one.
  let phi = -1;
  for (const [cell, count] of cells) {
    const [a, b] = JSON.parse(cell) as [string, string];
    phi += (count * count) / ((left.get(a) ?? 1) * (right.get(b) ?? 1));
  }
  const square = Math.max(0, phi - ((r - 1) * (k - 1)) / (n - 1));
  const least = Math.min(r - (r - 1) ** 2 / (n - 1), k - (k - 1) ** 2 / (n - 1)) - 1;
  return least > 0 ? Math.min(1, Math.sqrt(square / least)) : null;
}

export function tally(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Sum of (p - q) ln(p / q), half a case added to each cell. */
export function indexByDefinition(a: readonly number[], b: readonly number[]): number {
  const share = (cells: readonly number[], at: number) =>
    ((cells[at] ?? 0) + 0.5) / (cells.reduce((total, cell) => total + cell, 0) + 0.5 * cells.length);
  return a.reduce((total, _, at) => total + (share(a, at) - share(b, at)) * Math.log(share(a, at) / share(b, at)), 0);
}
