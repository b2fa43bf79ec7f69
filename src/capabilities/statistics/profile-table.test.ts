import { afterAll, beforeAll, expect, test } from 'vitest';
import golden from '../../../test/fixtures/statistics/golden.json' with { type: 'json' };
import { openStatisticsFolder, type StatisticsFolder } from '../../../test/kit/statistics-folder.ts';
import { type Figure, type TableProfile, tableProfileSchema } from './contract.ts';
import { mergeCounts, profileTable, windowProfile } from './index.ts';
import type { ProfileStep } from './profile-table.ts';
import type { TableSource } from './table-source.ts';

let folder: StatisticsFolder;
let flights: TableSource;
let known: TableSource;
beforeAll(async () => {
  folder = await openStatisticsFolder();
  flights = await folder.select(`select
    timestamp '1969-06-01' + to_minutes((i * 7919 % 500000)::int) as left_at,
    case when i % 41 = 0 then null when i % 43 = 0 then 'nan'::double else exp(sin(i) * 4) end as delay,
    (i * 7907 % 30011)::int as distance,
    hash(i) as flight_id,
    round(sin(i * i), 1) as wind,
    'gate ' || (hash(i * 3) % 3000) as gate,
    ['EV', 'WN', 'B6', null][1 + (hash(i * 5) % 4)::int] as carrier,
    hash(i * 7) % 10 < 3 + (hash(i * 5) % 4) as late
    from range(60000) t(i)`);
  const { columns, late, carrier } = golden;
  const numbers = Object.entries(columns).map(([name, values]) => ({
    name,
    type: 'DOUBLE',
    values: values.map(String),
  }));
  known = await folder.table([
    ...numbers,
    { name: 'late', type: 'INTEGER', values: late.map(String) },
    { name: 'carrier', type: 'VARCHAR', values: carrier },
  ]);
});
afterAll(() => folder.close());

async function stepsOf(steps: AsyncGenerator<ProfileStep>): Promise<ProfileStep[]> {
  const all: ProfileStep[] = [];
  for await (const step of steps) all.push(step);
  return all;
}
const by = (column: string) => ({ name: column, rule: { column } });
const columnOf = (profile: TableProfile, name: string) => profile.columns.find((column) => column.name === name)!;

test('DS7 a profile comes in parts, each whole in itself, and counts its steps', async () => {
  const steps = await stepsOf(profileTable(flights, { target: { column: 'late' }, segments: [by('carrier')] }));
  expect(steps.map(({ part, done, of }) => [part, done, of])).toEqual([
    ['first', 1, 5],
    ['columns', 2, 5],
    ['pairs', 3, 5],
    ['target', 4, 5],
    ['segment', 5, 5],
  ]);
  expect(steps.map(({ profile }) => profile.pass)).toEqual(['first', 'first', 'first', 'first', 'complete']);
  for (const { profile } of steps)
    expect(tableProfileSchema.parse(JSON.parse(JSON.stringify(profile)))).toEqual(profile);
});

test('DS7 the second pass is exact where the first had bounds, and lies within them', async () => {
  const [first, second] = await stepsOf(profileTable(flights));
  const finite: Record<string, string> = { delay: 'case when isfinite(delay) then delay end' };
  for (const { name, quantiles, distinct } of second!.profile.columns) {
    const value = finite[name] ?? name;
    const shares = (quantiles ?? []).map(({ share }) => `quantile_disc(${value}, ${share})`);
    const [truth] = await folder.query(
      `select count(distinct ${value}) as different, [${shares.join(', ')}] as quantiles from read_parquet($1)`,
      [flights.parquet],
      { files: flights.parquet },
    );
    expect(distinct, name).toEqual({ status: 'exact', value: truth!['different'] });
    const exact = (truth!['quantiles'] as unknown[]).map((value) => ({ status: 'exact', value }));
    expect(quantiles?.map((quantile) => quantile.value) ?? [], name).toEqual(exact);
    const before = columnOf(first!.profile, name).distinct;
    if (before.status !== 'approximate') continue;
    expect(before.low).toBeLessThanOrEqual(truth!['different'] as number);
    expect(before.high).toBeGreaterThanOrEqual(truth!['different'] as number);
  }
});

test('DS7 the most frequent values are exact after the second pass', async () => {
  const [first, second] = await stepsOf(profileTable(flights));
  expect(columnOf(first!.profile, 'gate').top?.status).toBe('approximate');
  const rows = await folder.query(
    'select gate as value, count(*) as count from read_parquet($1) group by 1 order by 2 desc, 1 desc limit 20',
    [flights.parquet],
    { files: flights.parquet },
  );
  const top = columnOf(second!.profile, 'gate').top!;
  expect(top.status).toBe('exact');
  expect(top.values).toEqual(rows);
  expect(top.other).toBe(60_000 - rows.reduce((sum, row) => sum + (row['count'] as number), 0));
  expect(columnOf(second!.profile, 'flight_id').top?.values).toEqual([]);
});

function expectTrue(figure: Figure | null | undefined, truth: number, of: string): void {
  if (figure?.status === 'exact')
    expect(Math.abs(figure.value - truth), of).toBeLessThanOrEqual(1e-9 * Math.abs(truth));
  else if (figure?.status === 'approximate') {
    expect(figure.low, of).toBeLessThanOrEqual(truth);
    expect(figure.high, of).toBeGreaterThanOrEqual(truth);
  } else throw new Error(`${of}: ${JSON.stringify(figure)}`);
}

test('DS7 correlations of values and of ranks agree with scipy', async () => {
  const { pairs } = (await stepsOf(profileTable(known))).at(-1)!.profile;
  for (const [a, b, pearson, spearman] of golden.pairs as [string, string, number, number][]) {
    const pair = pairs!.find((each) => each.a === a && each.b === b);
    expect([pair?.pearson.status, pair?.spearman.status, pair?.rows]).toEqual(['exact', 'exact', 400]);
    expectTrue(pair?.pearson, pearson, `${a} and ${b}`);
    expectTrue(pair?.spearman, spearman, `ranks of ${a} and ${b}`);
  }
});

test('DS7 more than 50,000 rows are ranked by a sample, within its bounds; gaps leave a row out', async () => {
  const { pairs } = (await stepsOf(profileTable(flights))).at(-1)!.profile;
  const [truth] = await folder.query<{ r: number; rows: number; ranks: number }>(
    `select corr(delay, distance) as r, count(*) as rows, corr(k, d) as ranks from (
      select delay, distance, rank() over (order by delay) as k, rank() over (order by distance) as d
      from read_parquet($1) where isfinite(delay))`,
    [flights.parquet],
    { files: flights.parquet },
  );
  const pair = pairs!.find(({ a, b }) => a === 'delay' && b === 'distance')!;
  expect(pair.rows).toBe(truth!.rows);
  expectTrue(pair.pearson, truth!.r, 'correlation');
  expect(pair.spearman.status).toBe('approximate');
  expectTrue(pair.spearman, truth!.ranks, 'ranks');
});

test('DS7 what a column has to do with a target of two values agrees with scipy', async () => {
  const { target } = (await stepsOf(profileTable(known, { target: { column: 'late' } }))).at(-1)!.profile;
  expect([target?.kind, target?.positive]).toEqual(['classes', '1']);
  for (const { column, auc, pointBiserial } of golden.target) {
    const found = target!.columns.find((each) => each.column === column)!;
    expectTrue(found.auc, auc, `AUC of ${column}`);
    expectTrue(found.pointBiserial, pointBiserial, column);
    expectTrue(found.strength, Math.abs(pointBiserial), column);
  }
  const carrier = target!.columns.find(({ column }) => column === 'carrier')!;
  expect(carrier).toMatchObject({ measure: 'cramers_v', auc: null, pointBiserial: null });
  expectTrue(carrier.strength, golden.carrierV, 'carrier');
  // Few values are counted one by one, so equal ones are known to be equal.
  expect(target!.columns.find(({ column }) => column === 'ties')?.auc?.status).toBe('exact');
});

test('DS7 a target of classes, or a number, is related to columns of every kind', async () => {
  const classes = (await stepsOf(profileTable(known, { target: { column: 'carrier' } }))).at(-1)!.profile.target!;
  expect([classes.kind, classes.positive, classes.classes.length]).toEqual(['classes', null, 4]);
  for (const { column, eta } of golden.target)
    expectTrue(classes.columns.find((each) => each.column === column)?.strength, eta, column);
  const number = (await stepsOf(profileTable(known, { target: { column: 'linear' } }))).at(-1)!.profile.target!;
  expect([number.kind, number.classes]).toEqual(['number', []]);
  const strength = (name: string) => number.columns.find(({ column }) => column === name)?.strength;
  const [, , pearson] = golden.pairs.find(([a, b]) => a === 'x' && b === 'linear') as [string, string, number];
  expectTrue(strength('x'), Math.abs(pearson), 'x');
  expectTrue(strength('carrier'), golden.target.find(({ column }) => column === 'linear')!.eta, 'carrier');
});

test('DS7 the positive value may be told', async () => {
  const target = { column: 'late', positive: '0' };
  const told = (await stepsOf(profileTable(known, { target }))).at(-1)!.profile.target!;
  expect(told.positive).toBe('0');
  const auc = golden.target.find(({ column }) => column === 'skewed')!.auc;
  expectTrue(told.columns.find(({ column }) => column === 'skewed')?.auc, 1 - auc, 'AUC');
});

test('DS7 segments together are the whole, the rest apart', async () => {
  const { profile } = (await stepsOf(profileTable(flights, { segments: [by('carrier'), by('gate')] }))).at(-1)!;
  const [carrier, gate] = profile.segments;
  expect(carrier?.values.map(({ value }) => value).sort()).toEqual(['B6', 'EV', 'WN', null]);
  expect(gate?.values.length).toBe(13);
  for (const segment of profile.segments) {
    const whole = mergeCounts(segment.values.map(({ counts }) => counts));
    const distances = windowProfile(profile.frame, whole).map(({ name, finite, histogram }) => ({
      name,
      finite,
      histogram,
    }));
    expect(distances).toEqual(profile.columns.map(({ name, finite, histogram }) => ({ name, finite, histogram })));
  }
});

test('DS7 a target or segment that the table does not have is left out', async () => {
  const options = { target: { column: 'nowhere' }, segments: [by('nowhere')] };
  const { profile } = (await stepsOf(profileTable(known, options))).at(-1)!;
  expect([profile.target, profile.segments]).toEqual([null, []]);
});

test('DS7 of more than 50 numeric columns the target is among those that are set against each other', async () => {
  const columns = Array.from({ length: 55 }, (_, index) => `(hash(i * ${index + 1}) % 1000)::int as v${index}`);
  const wide = await folder.select(`select ${columns.join(', ')}, sin(i) as late from range(200) t(i)`);
  const { profile } = (await stepsOf(profileTable(wide, { target: { column: 'late' } }))).at(-1)!;
  expect(profile.pairs?.length).toBe((50 * 49) / 2);
  const statuses = profile.target?.columns.map(({ strength }) => strength.status) ?? [];
  expect(statuses.filter((status) => status === 'not_computable').length).toBe(6);
});
