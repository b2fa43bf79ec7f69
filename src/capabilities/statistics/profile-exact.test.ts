import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectTrue } from '../../../test/kit/expect-true.ts';
import { numericColumns as columns, rowsOf } from '../../../test/kit/random-columns.ts';
import { exactMoments, fromDecimal, fromDouble, toDouble } from '../../../test/kit/rational.ts';
import { openStatisticsFolder, type StatisticsFolder } from '../../../test/kit/statistics-folder.ts';
import type { ColumnProfile, TableProfile } from './contract.ts';
import { tableProfileSchema } from './contract.ts';
import { profileFirst } from './index.ts';

const rows = rowsOf(columns);

let folder: StatisticsFolder;
let profile: TableProfile;
beforeAll(async () => {
  folder = await openStatisticsFolder();
  profile = await profileFirst(await folder.table(columns));
});
afterAll(() => folder.close());

const given = columns.map((column, place) => {
  const present = column.values.filter((value) => value !== null);
  const finite = present.filter((value) => !['NaN', 'Infinity', '-Infinity'].includes(value));
  const exactly = finite.map((value) => (column.type === 'DOUBLE' ? fromDouble(Number(value)) : fromDecimal(value)));
  return { place, column, present, finite, exactly };
});

const own = (place: number): ColumnProfile => profile.columns[place]!;

test('DS7 a profile has the shape of the contract, and survives JSON', () => {
  expect(tableProfileSchema.parse(JSON.parse(JSON.stringify(profile)))).toEqual(profile);
  expect(profile.columns.map(({ name }) => name)).toEqual(columns.map(({ name }) => name));
});

test('DS7 nulls, NaN and infinities of 200 random columns are counted apart', () => {
  for (const { place, present } of given) {
    const times = (what: string) => present.filter((value) => value === what).length;
    expect(own(place)).toMatchObject({
      rows,
      nulls: rows - present.length,
      nan: times('NaN'),
      plusInfinity: times('Infinity'),
      minusInfinity: times('-Infinity'),
    });
  }
});

test('DS7 moments of 200 random columns are those of exact fractions', () => {
  let exact = 0;
  for (const { place, column, exactly } of given) {
    const moments = own(place).moments!;
    if (exactly.length === 0) {
      expect(moments.mean).toEqual({ status: 'not_computable', reason: 'no_values' });
      continue;
    }
    const truth = exactMoments(exactly);
    const figures = Object.entries(truth).filter(([, value]) => value !== null);
    for (const [name, value] of figures) {
      const figure = moments[name as keyof typeof moments];
      // Beyond the largest double there is nothing to say.
      if (!Number.isFinite(value)) expect(figure).toEqual({ status: 'not_computable', reason: 'too_large' });
      else expectTrue(figure, value as number, `${name} of ${column.name}`);
      if (figure.status === 'exact') exact += 1;
    }
  }
  expect(exact).toBeGreaterThan(900);
});

test('DS7 whole numbers and decimals keep their last digit', () => {
  for (const { place, column, finite } of given.filter(({ column }) => column.type !== 'DOUBLE')) {
    const units = finite.map((value) => BigInt(value.replace('.', ''))).sort((a, b) => (a < b ? -1 : 1));
    const least = own(place).min;
    expect(least.status).toBe('exact');
    if (least.status === 'exact') expect(BigInt(String(least.value).replace('.', ''))).toBe(units[0]);
    if (column.type === 'DECIMAL(36,6)') continue;
    const { sum } = own(place).moments!;
    expect(sum.status, column.name).toBe('exact');
    if (sum.status === 'exact')
      expect(BigInt(String(sum.value).replace('.', ''))).toBe(units.reduce((a, b) => a + b, 0n));
  }
});

test('DS7 cells of 200 random columns hold the values up to their edge', () => {
  for (const { place, exactly } of given) {
    const { edges, counts } = own(place).histogram!;
    const values = exactly.map(toDouble);
    const truth = [...edges, Infinity].map(
      (edge, cell) => values.filter((value) => value <= edge && value > (edges[cell - 1] ?? -Infinity)).length,
    );
    expect(counts, own(place).name).toEqual(truth);
  }
});

test('DS7 approximate quantiles and numbers of different values keep within their bounds', () => {
  for (const { place, exactly, finite, column } of given) {
    const values = exactly.map(toDouble).sort((a, b) => a - b);
    if (values.length === 0) continue;
    for (const { share, value } of own(place).quantiles!) {
      const rank = Math.max(1, Math.ceil(Number((share * values.length).toPrecision(12))));
      expectTrue(value, values[rank - 1]!, `quantile ${share} of ${column.name}`);
    }
    const written = (value: string) => (column.type === 'DOUBLE' ? Number(value) + 0 : BigInt(value.replace('.', '')));
    expectTrue(own(place).distinct, new Set(finite.map(written)).size, `distinct of ${column.name}`);
  }
});
