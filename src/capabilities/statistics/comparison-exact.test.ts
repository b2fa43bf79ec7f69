import { afterAll, beforeAll, expect, test } from 'vitest';
import { indexByDefinition, inUnits } from '../../../test/kit/exact-relations.ts';
import { expectTrue } from '../../../test/kit/expect-true.ts';
import { positionIn } from '../../../test/kit/finite-values.ts';
import type { ParquetColumn } from '../../../test/kit/parquet-table.ts';
import { numericColumns, textColumns, timeColumns } from '../../../test/kit/random-columns.ts';
import { exactMoments, type Rational, toDouble } from '../../../test/kit/rational.ts';
import { openStatisticsFolder, type StatisticsFolder } from '../../../test/kit/statistics-folder.ts';
import { type ColumnComparison, columnComparisonSchema } from './contract.ts';
import { chanceOfKolmogorov, compareShares, compareTables, countInFrame, profileFirst } from './index.ts';

const measured = [...numericColumns, ...timeColumns];
const columns = [...measured, ...textColumns];

/** The rows in two: of every third column the larger values come later, of the others it is left to chance. */
function halves(column: ParquetColumn, index: number): [ParquetColumn, ParquetColumn] {
  const values = index % 3 === 0 ? column.values.toSorted((a, b) => Number(a) - Number(b)) : column.values;
  const isFirst = (at: number) => (index % 3 === 0 ? at < values.length * 0.6 : at % 2 === 0);
  const side = (wanted: boolean) => ({ ...column, values: values.filter((_, at) => isFirst(at) === wanted) });
  return [side(true), side(false)];
}
const both = columns.map(halves);

let folder: StatisticsFolder;
let found: ColumnComparison[];
let rows: [number, number];
beforeAll(async () => {
  folder = await openStatisticsFolder();
  const reference = await folder.table(both.map(([first]) => first));
  const { frame, counts } = await profileFirst(reference);
  const current = await countInFrame(await folder.table(both.map(([, second]) => second)), frame);
  rows = [counts.rows, current.rows];
  found = compareTables(frame, counts, current);
});
afterAll(() => folder.close());

const finite = (column: ParquetColumn): Rational[] =>
  column.values.map((value) => positionIn(column, value)).filter((value) => value !== null);

const cases = () =>
  measured.map((_, at) => {
    const [a, b] = both[at]!.map(finite) as [Rational[], Rational[]];
    return { comparison: found[at]!, a, b };
  });

test('DS7 a comparison of 240 columns has the shape of the contract, and both sides are counted', () => {
  expect(found.length).toBe(columns.length);
  for (const [at, comparison] of found.entries()) {
    expect(columnComparisonSchema.parse(JSON.parse(JSON.stringify(comparison)))).toEqual(comparison);
    const counted = both[at]!.map((column) =>
      column.type === 'VARCHAR' ? column.values.filter((value) => value !== null).length : finite(column).length,
    );
    expect([comparison.reference, comparison.current]).toEqual(counted);
    const [left, right] = counted.map((count, side) => ({ count: rows[side]! - count, total: rows[side]! }));
    expect(comparison.missing.chance).toEqual(compareShares(left!, right!).chance);
    expect(comparison.missing.reference).toBe(left!.count / left!.total);
  }
});

/** At each value, how many of either side are not above it. */
function steps(a: readonly number[], b: readonly number[]) {
  const at = [...new Set([...a, ...b])].sort((x, y) => x - y);
  const [left, right] = [a.toSorted((x, y) => x - y), b.toSorted((x, y) => x - y)];
  let [i, j] = [0, 0];
  return at.map((value) => {
    while (i < left.length && left[i]! <= value) i += 1;
    while (j < right.length && right[j]! <= value) j += 1;
    return { value, apart: Math.abs(i / left.length - j / right.length) };
  });
}

test('DS7 the distance of Kolmogorov and Smirnov, and its chance, hold what the values themselves say', () => {
  for (const { comparison, a, b } of cases()) {
    const { column, kolmogorov } = comparison;
    if (a.length === 0 || b.length === 0) {
      expect(kolmogorov).toEqual({ status: 'not_computable', reason: 'one_side_empty' });
      continue;
    }
    const truth = Math.max(...steps(a.map(toDouble), b.map(toDouble)).map(({ apart }) => apart));
    expectTrue(kolmogorov, truth, `distance of ${column}`);
    const ofValues = chanceOfKolmogorov(truth, { a: [a.length], b: [b.length] });
    expect(ofValues.status, column).toBe('exact');
    if (ofValues.status === 'exact') expectTrue(comparison.chanceOfKolmogorov, ofValues.value, `chance of ${column}`);
  }
});

test('DS7 how far values move, in deviations of the first, holds what the values themselves say', () => {
  for (const { comparison, a, b } of cases()) {
    if (a.length === 0 || b.length === 0) continue;
    const truth = steps(a.map(toDouble), b.map(toDouble)).reduce(
      ({ sum, last }, step) => ({ sum: last ? sum + last.apart * (step.value - last.value) : 0, last: step }),
      { sum: 0, last: undefined as { value: number; apart: number } | undefined },
    ).sum;
    const unit = unitOf(a);
    const { wasserstein, column } = comparison;
    if (wasserstein?.status === 'not_computable') {
      expect(unit === 0 || !Number.isFinite(truth), column).toBe(true);
      continue;
    }
    // The truth itself is added up in doubles.
    const slack = 1e-9 * Math.max(1, Math.abs(truth / unit));
    const [low, high] =
      wasserstein?.status === 'approximate'
        ? [wasserstein.low, wasserstein.high]
        : [wasserstein!.value, wasserstein!.value];
    expect(low, column).toBeLessThanOrEqual(truth / unit + slack);
    expect(high, column).toBeGreaterThanOrEqual(truth / unit - slack);
  }
});

/** The deviation of the population, or a thousandth of the mean where it hardly has one. */
function unitOf(values: readonly Rational[]): number {
  const { mean, sampleStd } = exactMoments(values);
  const n = values.length;
  return Math.max((sampleStd ?? 0) * Math.sqrt((n - 1) / n), Math.abs(mean) / 1000);
}

test('DS7 the shift of the mean is that of exact fractions, also far from zero', () => {
  let known = 0;
  for (const { comparison, a, b } of cases()) {
    if (a.length === 0 || b.length === 0) continue;
    const units = inUnits([...a, ...b]);
    const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n);
    const [n, m] = [BigInt(a.length), BigInt(b.length)];
    const over = sum(units.slice(a.length)) * n - sum(units.slice(0, a.length)) * m;
    const under = [...a, ...b].reduce((most, value) => (value.under > most ? value.under : most), 1n);
    const shift = toDouble({ over, under: under * n * m });
    const unit = unitOf(a);
    if (comparison.shiftOfMean?.status === 'not_computable') continue;
    known += 1;
    expectTrue(comparison.shiftOfMean, shift / unit, `shift of ${comparison.column}`);
  }
  expect(known).toBeGreaterThan(200);
});

test('DS7 the index of texts is its definition over the values that are told apart', () => {
  for (const [at, column] of textColumns.entries()) {
    const [a, b] = both[measured.length + at]!.map(({ values }) => values.filter((value) => value !== null));
    const different = [...new Set([...a!, ...b!])];
    if (different.length > 45) continue;
    const count = (side: readonly string[]) => different.map((value) => side.filter((each) => each === value).length);
    const isNew = different.some((value) => !a!.includes(value));
    if (!isNew)
      expectTrue(found[measured.length + at]!.stabilityIndex, indexByDefinition(count(a!), count(b!)), column.name);
  }
});
