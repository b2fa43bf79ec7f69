import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ParquetColumn } from '../../../test/kit/parquet-table.ts';
import { exactMoments, fromDecimal, fromDouble, toDouble } from '../../../test/kit/rational.ts';
import { openStatisticsFolder, type StatisticsFolder } from '../../../test/kit/statistics-folder.ts';
import type { ColumnProfile, ScalarFigure, TableProfile } from './contract.ts';
import { tableProfileSchema } from './contract.ts';
import { profileFirst } from './index.ts';

/** A seeded stream of numbers between 0 and 1 (mulberry32), so that every run sees the same columns. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = seeded(20_261_129);
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('');

const doubles: (() => number)[] = [
  normal,
  () => 1e9 + normal(),
  () => 1e15 + Math.round(normal() * 8) / 8,
  () => Math.exp(2 * normal()),
  () => Math.exp(2 * normal()) * (random() < 0.5 ? -1 : 1),
  () => normal() * 1e300,
  () => normal() * 1e-310,
  () => Math.round(normal() * 3),
  () => normal() ** 7,
  () => (random() < 0.9 ? 0 : random() * 1e6),
  () => random() * 2 ** Math.floor(random() * 40 - 20),
];
const unusual = ['NaN', 'Infinity', '-Infinity', null];

function doubleColumn(index: number): ParquetColumn {
  const draw = doubles[index % doubles.length] ?? normal;
  const [rows, share] = [1 + Math.floor(random() * 400), random() < 0.5 ? 0 : random() * 0.3];
  const value = () => (random() < share ? unusual[Math.floor(random() * 4)]! : String(draw()));
  return { name: `double ${index}`, type: 'DOUBLE', values: Array.from({ length: rows }, value) };
}

function wholeColumn(index: number): ParquetColumn {
  const [far, digitsOf] = [index % 3 === 0, 1 + Math.floor(random() * 17)];
  const value = () => (far ? `92233720368547${digits(4)}` : `${random() < 0.4 ? '-' : ''}${digits(digitsOf)}`);
  const rows = 1 + Math.floor(random() * 400);
  return { name: `whole ${index}`, type: 'BIGINT', values: Array.from({ length: rows }, value) };
}

function decimalColumn(index: number): ParquetColumn {
  const type = ['DECIMAL(9,2)', 'DECIMAL(18,4)', 'DECIMAL(27,9)', 'DECIMAL(36,6)'][index % 4]!;
  const [, width, scale] = /(\d+),(\d+)/.exec(type)!.map(Number) as [number, number, number];
  const lead = index % 2 ? digits(width - scale - 2) : '';
  const value = () => `${lead}${digits(2)}.${digits(scale)}`;
  const rows = 2 + Math.floor(random() * 300);
  return { name: `decimal ${index}`, type, values: Array.from({ length: rows }, value) };
}

const columns: ParquetColumn[] = [
  ...Array.from({ length: 120 }, (_, index) => doubleColumn(index)),
  ...Array.from({ length: 40 }, (_, index) => wholeColumn(index)),
  ...Array.from({ length: 40 }, (_, index) => decimalColumn(index)),
];
const rows = Math.max(...columns.map(({ values }) => values.length));

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

/** The figure says what is true: to 1e-9 where it says exact, within its bounds where it does not. */
function expectTrue(figure: ScalarFigure | undefined, truth: number, of: string): void {
  if (figure?.status === 'exact') {
    const error = Math.abs(Number(figure.value) - truth);
    expect(error, `${of}: ${figure.value} for ${truth}`).toBeLessThanOrEqual(1e-9 * Math.abs(truth));
    return;
  }
  expect(figure?.status, of).toBe('approximate');
  if (figure?.status !== 'approximate') return;
  expect(Number(figure.low), of).toBeLessThanOrEqual(truth);
  expect(Number(figure.high), of).toBeGreaterThanOrEqual(truth);
}

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
