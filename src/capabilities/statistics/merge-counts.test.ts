import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStatisticsFolder, type StatisticsFolder } from '../../../test/kit/statistics-folder.ts';
import { type ColumnCounts, type ColumnProfile, reasonTexts, type TableCounts } from './contract.ts';
import { reasons } from './figure.ts';
import { countWindows, mergeCounts, profileFirst, windowProfile } from './index.ts';

let folder: StatisticsFolder;
beforeAll(async () => {
  folder = await openStatisticsFolder();
});
afterAll(() => folder.close());

const flights = `select
  case when i % 97 = 0 then null else timestamp '1969-12-29 05:00:00' + to_hours(i::int) end as left_at,
  ((i * 7919) % 1000) / 8 - 20 as delay,
  case when i % 50 = 3 then 'nan'::double when i % 50 = 4 then 'inf'::double else sin(i) * 1e6 end as noisy,
  (i * 104729) % 13 as carrier_id,
  9007199254740993 + i as flight_id,
  (i / 3)::decimal(18, 4) as fare,
  case when i % 5 = 0 then '' when i % 7 = 0 then 'n/a' else 'gate ' || (i % 11) end as gate,
  i % 3 = 0 as late
from range(1000) t(i)`;

/** What is summed in floating point may differ in its last digits, by the order of summing. */
function roughly({ powers, ...counts }: ColumnCounts): unknown {
  return { ...counts, powers: powers?.map((power) => expect.closeTo(power, 6) as number) ?? null };
}

test('DS7 the counts of all windows together are the counts of the whole', async () => {
  const source = await folder.select(flights);
  const { frame, counts } = await profileFirst(source);
  for (const unit of ['hour', 'day', 'week', 'month'] as const) {
    const windows = await countWindows(source, { frame, column: 'left_at', unit });
    expect(windows.at(-1)?.from).toBeNull();
    const whole = mergeCounts(windows.map((window) => window.counts));
    expect(whole).toEqual({ rows: 1000, columns: counts.columns.map(roughly) });
  }
});

test('DS7 a window says where it begins, before 1970 too', async () => {
  const source = await folder.select(flights);
  const { frame } = await profileFirst(source);
  const days = await countWindows(source, { frame, column: 'left_at', unit: 'day' });
  expect(days.slice(0, 4).map(({ from, counts }) => [from, counts.rows])).toEqual([
    ['1969-12-29T00:00:00', 18],
    ['1969-12-30T00:00:00', 24],
    ['1969-12-31T00:00:00', 24],
    ['1970-01-01T00:00:00', 24],
  ]);
});

const status = (profiles: readonly ColumnProfile[], name: string) => profiles.find((each) => each.name === name);

test('DS7 a window is profiled from its counts alone', async () => {
  const source = await folder.select(flights);
  const { frame } = await profileFirst(source);
  const windows = await countWindows(source, { frame, column: 'left_at', unit: 'day' });
  const days = windows.slice(1, 3).map(({ counts }) => counts);
  const profiles = windowProfile(frame, mergeCounts(days));
  const [only] = await folder.query<{ mean: number; std: number; sum: string; empty: number }>(
    `select avg(noisy) filter (isfinite(noisy)) as mean, stddev_samp(noisy) filter (isfinite(noisy)) as std,
      sum(fare)::varchar as sum, count_if(gate = '') as empty from read_parquet($1)
      where left_at >= timestamp '1969-12-30' and left_at < timestamp '1970-01-01'`,
    [source.parquet],
    { files: source.parquet },
  );
  expect(status(profiles, 'noisy')?.moments).toMatchObject({
    mean: { status: 'exact', value: expect.closeTo(only!.mean, 4) },
    sampleStd: { status: 'exact', value: expect.closeTo(only!.std, 4) },
  });
  expect(status(profiles, 'fare')?.moments?.sum).toEqual({ status: 'exact', value: only!.sum });
  expect(status(profiles, 'gate')?.text).toMatchObject({ empty: only!.empty });
  expect(status(profiles, 'late')?.distinct).toEqual({ status: 'exact', value: 2 });
});

test('DS7 counts of different frames are not added up', async () => {
  const { counts: some } = await profileFirst(await folder.select('select i from range(100) t(i)'));
  const { counts: others } = await profileFirst(await folder.select('select 5 as i'));
  expect(() => mergeCounts([some, others])).toThrow('different frames');
  expect(mergeCounts([])).toEqual({ rows: 0, columns: [] } satisfies TableCounts);
});

test('DS7 every reason for having no figure has its sentence', () => {
  expect(Object.keys(reasonTexts.en).sort()).toEqual([...reasons].sort());
});
