import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStatisticsFolder, type StatisticsFolder } from '../../../test/kit/statistics-folder.ts';
import { type Chart, chartRequestSchema, chartSchema, type TableProfile } from './contract.ts';
import { drawChart, profileFirst } from './index.ts';
import type { TableSource } from './table-source.ts';

let folder: StatisticsFolder;
let flights: TableSource;
let profile: TableProfile;
beforeAll(async () => {
  folder = await openStatisticsFolder();
  flights = await folder.select(`select
    case when i % 50 = 0 then null else timestamp '1968-11-30 22:00:00' + to_minutes((i * 7919 % 1500000)::int) end as left_at,
    date '2024-01-01' + (i % 60)::int as day,
    case when i % 41 = 0 then null when i % 43 = 0 then 'inf'::double else (i * 7919 % 10007) / 10 end as delay,
    i % 7 as weekday,
    time '00:00:00' + to_minutes((i * 13 % 1440)::int) as departs,
    'it''s gate ' || (hash(i) % 300) as gate,
    ['EV', 'WN', 'B6', null][1 + (hash(i * 5) % 4)::int] as carrier,
    case when i % 97 = 0 then null else hash(i * 7) % 10 < 3 + (hash(i * 5) % 4) end as late,
    (i % 1000)::decimal(18, 2) / 4 as fare,
    [i, i + 1] as legs,
    null::int as nothing
    from range(30000) t(i)`);
  profile = await profileFirst(flights);
});
afterAll(() => folder.close());

type Drawn = Extract<Chart, { status: 'drawn' }>;
async function draw(request: unknown): Promise<Drawn> {
  const chart = await drawChart(flights, profile, chartRequestSchema.parse(request));
  if (chart.status !== 'drawn') throw new Error(JSON.stringify(chart));
  expect(chartSchema.parse(JSON.parse(JSON.stringify(chart)))).toEqual(chart);
  expect(chart.cells.reduce((sum, { rows }) => sum + rows, 0)).toBe(chart.rows);
  return chart;
}
const ask = (sql: string) =>
  folder.query<Record<string, number>>(`select ${sql}`, [flights.parquet], { files: flights.parquet });

test('PF7 a number is drawn in round ranges, right-closed, with what is missing apart', async () => {
  const chart = await draw({ x: 'delay' });
  expect(chart.x.cells.length).toBeLessThanOrEqual(60);
  expect(chart.x.cells.at(-1)).toEqual({ cell: 'missing' });
  for (const { x, rows } of chart.cells) {
    const cell = chart.x.cells[x]!;
    const within =
      cell.cell === 'range'
        ? `delay > ${cell.above ?? -1e9} and delay <= ${cell.upTo ?? 1e9}`
        : `delay is null or not isfinite(delay)`;
    expect(await ask(`count(*) as rows from read_parquet($1) where ${within}`)).toEqual([{ rows }]);
  }
});

test('PF7 a text is drawn by its most frequent values, the others together', async () => {
  const chart = await draw({ x: 'gate' });
  expect(chart.x.cells.length).toBe(21);
  expect(chart.x.cells.at(-1)).toEqual({ cell: 'other' });
  const [first] = chart.x.cells;
  const value = first?.cell === 'value' ? first.value : '';
  expect(value).toContain("it's gate");
  const rows = chart.cells.find(({ x }) => x === 0)?.rows;
  expect(await ask(`count(*) as rows from read_parquet($1) where gate = '${value.replaceAll("'", "''")}'`)).toEqual([
    { rows },
  ]);
});

test('PF7 few numbers, truths and hours have a cell each', async () => {
  const values = (chart: Drawn) => chart.x.cells.map((cell) => (cell.cell === 'value' ? cell.value : cell.cell));
  expect(values(await draw({ x: 'weekday' }))).toEqual(['0', '1', '2', '3', '4', '5', '6']);
  expect(values(await draw({ x: 'late' })).sort()).toEqual(['false', 'missing', 'true']);
  const hours = await draw({ x: 'departs' });
  expect([hours.x.cells.length, values(hours)[13]]).toEqual([24, '13:00']);
  const [truth] = await ask(`count(*) as rows from read_parquet($1) where hour(departs) = 13`);
  expect(hours.cells.find(({ x }) => x === 13)?.rows).toBe(truth!['rows']);
});

test('PF7 the target rate of a value or range has its interval', async () => {
  const chart = await draw({ x: 'carrier', target: { column: 'late' } });
  for (const { x, outcome } of chart.cells) {
    const cell = chart.x.cells[x]!;
    const where = cell.cell === 'value' ? `carrier = '${cell.value}'` : 'carrier is null';
    const [truth] = await ask(
      `count(late) as known, count_if(late) as positives, avg(late::int) as value from read_parquet($1) where ${where}`,
    );
    expect(outcome).toMatchObject({ measure: 'share', ...truth });
    if (outcome?.measure === 'share') expect(outcome.low < outcome.value && outcome.value < outcome.high).toBe(true);
  }
  const [all] = await ask('count(late) as known, count_if(late) as positives from read_parquet($1)');
  expect(chart.overall).toMatchObject(all!);
});

test('PF7 the value whose share is drawn may be told, of any kind', async () => {
  const chart = await draw({ x: 'late', target: { column: 'weekday', positive: '3' } });
  const [truth] = await ask('count_if(weekday = 3) as positives, count(*) as known from read_parquet($1)');
  expect(chart.overall).toMatchObject(truth!);
  const carrier = await draw({ x: 'late', target: { column: 'carrier', positive: 'EV' } });
  const [share] = await ask(`count_if(carrier = 'EV') as positives, count(carrier) as known from read_parquet($1)`);
  expect(carrier.overall).toMatchObject(share!);
});

test('PF7 a target that is a number is averaged, with its interval', async () => {
  const chart = await draw({ x: 'weekday', target: { column: 'fare' } });
  for (const { x, outcome } of chart.cells) {
    const [truth] = await ask(
      `avg(fare::double) as value, 1.96 * stddev_samp(fare::double) / sqrt(count(*)) as reach from read_parquet($1) where weekday = ${x}`,
    );
    expect(outcome?.value).toBeCloseTo(truth!['value']!, 9);
    expect((outcome?.high ?? 0) - (outcome?.value ?? 0)).toBeCloseTo(truth!['reach']!, 9);
  }
});

test('PF7 over time by the unit that is asked for, or a coarser one where there would be too many', async () => {
  const days = await draw({ x: 'day' });
  expect([days.x.unit, days.x.cells.length, days.x.cells[0]]).toEqual([
    'day',
    60,
    { cell: 'time', from: '2024-01-01T00:00:00' },
  ]);
  const hours = await draw({ x: 'left_at', unit: 'hour', target: { column: 'late' } });
  expect(hours.x.unit).toBe('week');
  expect(hours.x.cells[0]).toEqual({ cell: 'time', from: '1968-11-25T00:00:00' });
  expect(hours.x.cells.at(-1)).toEqual({ cell: 'missing' });
  const months = await draw({ x: 'left_at', unit: 'month' });
  const [truth] = await ask(`count(distinct date_trunc('month', left_at)) as n from read_parquet($1)`);
  expect(months.x.cells.length).toBe(truth!['n']! + 1);
});

test('PF7 two columns make a map of 40 by 40 at most', async () => {
  const chart = await draw({ x: 'delay', y: 'left_at', target: { column: 'late' } });
  expect(chart.x.cells.length).toBeLessThanOrEqual(40);
  expect(chart.y!.cells.length).toBeLessThanOrEqual(40);
  const segments = await draw({ x: 'weekday', y: 'carrier', target: { column: 'late' } });
  expect(segments.cells.length).toBe(28);
  for (const { x, y, rows, outcome } of segments.cells) {
    const carrier = segments.y!.cells[y!]!;
    const where = carrier.cell === 'value' ? `carrier = '${carrier.value}'` : 'carrier is null';
    const [truth] = await ask(
      `count(*) as rows, count_if(late) as positives from read_parquet($1) where weekday = ${x} and ${where}`,
    );
    expect({ rows, positives: outcome?.measure === 'share' && outcome.positives }).toEqual(truth);
  }
});

test('PF7 only the rows of a segment, given as the profile writes it', async () => {
  const only = async (where: { column: string; value: string | null }[]) => (await draw({ x: 'weekday', where })).rows;
  const [truth] = await ask(`count_if(carrier = 'EV') as ev, count_if(carrier is null) as none,
    count_if(carrier = 'EV' and late) as late, count_if(day = '2024-01-05') as day from read_parquet($1)`);
  expect(await only([{ column: 'carrier', value: 'EV' }])).toBe(truth!['ev']);
  expect(await only([{ column: 'carrier', value: null }])).toBe(truth!['none']);
  expect(
    await only([
      { column: 'carrier', value: 'EV' },
      { column: 'late', value: 'true' },
    ]),
  ).toBe(truth!['late']);
  expect(await only([{ column: 'day', value: '2024-01-05' }])).toBe(truth!['day']);
  expect(await only([{ column: 'day', value: 'no such day' }])).toBe(0);
  expect(await only([{ column: 'carrier', value: "'; drop table flights; --" }])).toBe(0);
});

test('PF7 what cannot be drawn says which column and why', async () => {
  const none = (column: string) => ({ status: 'not_computable', column, reason: 'not_for_this_kind' });
  expect(await drawChart(flights, profile, { x: 'legs' })).toEqual(none('legs'));
  expect(await drawChart(flights, profile, { x: 'nowhere' })).toEqual(none('nowhere'));
  expect(await drawChart(flights, profile, { x: 'late', y: 'legs' })).toEqual(none('legs'));
  expect(await drawChart(flights, profile, { x: 'late', target: { column: 'gate' } })).toEqual(none('gate'));
  expect(await drawChart(flights, profile, { x: 'late', where: [{ column: 'x', value: '1' }] })).toEqual(none('x'));
  expect((await draw({ x: 'nothing' })).x.cells).toEqual([{ cell: 'missing' }]);
});
