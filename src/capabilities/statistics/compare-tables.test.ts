import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStatisticsFolder, type StatisticsFolder } from '../../../test/kit/statistics-folder.ts';
import { coarsen } from './coarsen.ts';
import { columnComparisonSchema, type ColumnComparison, type Figure } from './contract.ts';
import { compareTables, countInFrame, profileFirst } from './index.ts';

let folder: StatisticsFolder;
beforeAll(async () => {
  folder = await openStatisticsFolder();
});
afterAll(() => folder.close());

/** Normal numbers, texts and dates of rows from a number on; `shift`, `skew` and `gaps` change them. */
const rowsFrom = (first: number, { shift = 0, skew = 0, gaps = 0 }) => `select
  case when hash(i * 3) % 100 < ${gaps} then null
    else sqrt(-2 * ln((hash(i) % 1000003 + 1) / 1000004)) * cos(6.2831853 * (hash(i * 7 + 1) % 1000003) / 1000003) + ${shift} end as delay,
  'carrier ' || (case when hash(i * 5) % 100 < ${skew} then 0 else hash(i * 11) % 8 end) as carrier,
  timestamp '2024-01-01' + to_minutes((hash(i * 13) % 100000)::int) + to_days(${shift * 20}::int) as left_at,
  (hash(i * 17) % 6)::int as weekday,
  5 as always
  from range(${first}, ${first + 5000}) t(i)`;

async function compared(changes: {
  shift?: number;
  skew?: number;
  gaps?: number;
}): Promise<Map<string, ColumnComparison>> {
  const { frame, counts } = await profileFirst(await folder.select(rowsFrom(0, {})));
  const current = await countInFrame(await folder.select(rowsFrom(50_000, changes)), frame);
  const columns = compareTables(frame, counts, current);
  for (const column of columns)
    expect(columnComparisonSchema.parse(JSON.parse(JSON.stringify(column)))).toEqual(column);
  return new Map(columns.map((column) => [column.column, column]));
}

const value = (figure: Figure | null | undefined) =>
  figure && figure.status !== 'not_computable' ? figure.value : Number.NaN;

test('DS7 two tables of the same population lie no further apart than chance brings', async () => {
  const columns = await compared({});
  for (const column of columns.values()) {
    expect(value(column.adjustedChance), column.column).toBeGreaterThan(0.01);
    expect(value(column.stabilityIndex)).toBeLessThan(0.02);
  }
  expect(columns.get('delay')).toMatchObject({ reference: 5000, current: 5000 });
  expect([columns.get('delay')?.cells, columns.get('carrier')?.cells, columns.get('weekday')?.cells]).toEqual([
    10, 8, 6,
  ]);
});

test('DS7 a shift, a swap and a gap are each found where they are, by how much', async () => {
  const columns = await compared({ shift: 0.5, skew: 20, gaps: 8 });
  const [delay, carrier, weekday] = ['delay', 'carrier', 'weekday'].map((name) => columns.get(name));
  expect(value(delay?.shiftOfMean)).toBeCloseTo(0.5, 1);
  expect(value(delay?.wasserstein)).toBeCloseTo(0.5, 1);
  // Of two normals half a deviation apart: 2 F(1/4) - 1, and the index is the square of the distance.
  expect(value(delay?.kolmogorov)).toBeCloseTo(0.197, 1);
  expect(value(delay?.stabilityIndex)).toBeCloseTo(0.25, 1);
  expect(delay?.missing).toMatchObject({ reference: 0, current: expect.closeTo(0.08, 1) as number });
  expect(value(delay?.missing.chance)).toBeLessThan(1e-9);
  // A fifth of the cases goes to one of eight carriers, an eighth of which was there.
  expect(value(carrier?.totalVariation)).toBeCloseTo(0.175, 1);
  expect(carrier).toMatchObject({ kolmogorov: null, wasserstein: null, shiftOfMean: null });
  for (const changed of [delay, carrier]) expect(value(changed?.adjustedChance)).toBeLessThan(1e-6);
  expect(value(weekday?.adjustedChance)).toBeGreaterThan(0.01);
});

test('DS7 what never varies, and what is not there, is compared without a stumble', async () => {
  const { frame, counts } = await profileFirst(await folder.select(rowsFrom(0, {})));
  const empty = await countInFrame(await folder.select(`${rowsFrom(0, {})} where i < 0`), frame);
  for (const column of compareTables(frame, counts, empty)) {
    expect(column.stabilityIndex).toEqual({ status: 'not_computable', reason: 'one_side_empty' });
    expect(columnComparisonSchema.parse(column)).toEqual(column);
  }
  const [, , , , always] = compareTables(frame, counts, counts);
  expect(always).toMatchObject({
    stabilityIndex: { status: 'exact', value: 0 },
    chance: { status: 'exact', value: 1 },
    wasserstein: { status: 'exact', value: 0 },
  });
});

test('DS7 a table with other columns is not counted in the frame', async () => {
  const { frame } = await profileFirst(await folder.select('select 1 as a'));
  await expect(countInFrame(await folder.select('select 1 as b'), frame)).rejects.toThrow('not those of the frame');
  await expect(countInFrame(await folder.select(`select 'x' as a`), frame)).rejects.toThrow('not those of the frame');
});

test('DS7 joined cells lose nobody, and none but the last is smaller than its share', () => {
  const cells = fc.array(fc.tuple(fc.nat(50), fc.nat(50)), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(cells, fc.integer({ min: 1, max: 12 }), (both, most) => {
      const [a, b] = [both.map(([left]) => left), both.map(([, right]) => right)];
      const [left = [], right = []] = coarsen([a, b], most);
      const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
      expect([sum(left), sum(right), left.length]).toEqual([sum(a), sum(b), right.length]);
      left
        .slice(0, -1)
        .forEach((_, cell) =>
          expect(sum(left.slice(0, cell + 1))).toBeGreaterThanOrEqual(((cell + 1) * sum(a)) / most - 1e-6),
        );
    }),
    { seed: 7 },
  );
});
