import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStatisticsFolder, type StatisticsFolder } from '../../../test/kit/statistics-folder.ts';
import { segmentSummarySchema, type TableProfile, tableProfileSchema } from './contract.ts';
import { profileTable, relateTable, summariseSegments, wilsonInterval } from './index.ts';
import { partsFor } from './parts-for.ts';
import type { ProfileStep } from './profile-table.ts';
import type { TableSource } from './table-source.ts';

let folder: StatisticsFolder;
let flights: TableSource;
let known: TableProfile;
beforeAll(async () => {
  folder = await openStatisticsFolder();
  flights = await folder.select(`select
    date '1969-12-25' + (i % 20)::int as day,
    case when i % 41 = 0 then null when i % 43 = 0 then 'nan'::double else exp(sin(i)) end as delay,
    (hash(i) % 900)::int as distance,
    ['EV', 'WN', 'it''s; --', null][1 + (hash(i * 5) % 4)::int] as carrier,
    case when i % 50 = 0 then null else hash(i * 7) % 10 < 3 + (hash(i * 5) % 4) end as late
    from range(5000) t(i)`);
  known = last(await stepsOf(profileTable(flights)));
});
afterAll(() => folder.close());

async function stepsOf(steps: AsyncGenerator<ProfileStep>): Promise<ProfileStep[]> {
  const all: ProfileStep[] = [];
  for await (const step of steps) all.push(step);
  return all;
}
const last = (steps: readonly ProfileStep[]): TableProfile => steps.at(-1)!.profile;
const count = async (where: string) =>
  (
    await folder.query<Record<string, number>>(
      `select count(*) as rows, count(late) as known, count_if(late) as positives, avg(delay) filter (isfinite(delay)) as mean,
      count(*) filter (delay is null or not isfinite(delay)) / count(*) as missing from read_parquet($1) where ${where}`,
      [flights.parquet],
      { files: flights.parquet },
    )
  )[0]!;

/** What is summed in floating point may differ in its last digits, by the order of summing. */
const without = ({ pairs, ...profile }: TableProfile) => ({ ...profile, pairs: pairs?.length });

const target = { column: 'late' };
const segments = [
  { name: 'Carriers', rule: { column: 'carrier' } },
  {
    name: 'Far and early',
    rule: {
      all: [
        { column: 'distance', op: 'at_least', values: ['600'] },
        { column: 'day', op: 'under', values: ['1970-01-01'] },
        { column: 'carrier', op: 'in', values: ["it's; --", 'EV'] },
        { column: 'delay', op: 'not_empty', values: [] },
      ],
    },
  },
] as const;

test('DS7 a profile that is whole is given another target and segments as if they had been there', async () => {
  const steps = await stepsOf(relateTable(flights, known, { target, segments }));
  expect(steps.map(({ part, done, of }) => [part, done, of])).toEqual([
    ['target', 1, 3],
    ['segment', 2, 3],
    ['segment', 3, 3],
  ]);
  const related = last(steps);
  expect(tableProfileSchema.parse(JSON.parse(JSON.stringify(related)))).toEqual(related);
  expect(without(related)).toEqual(without(last(await stepsOf(profileTable(flights, { target, segments })))));
  expect(last(await stepsOf(relateTable(flights, related, {})))).toEqual(known);
});

test('DS7 conditions hold for the rows for which SQL says so, and a strange value for none', async () => {
  const within = await count(
    `distance >= 600 and day < '1970-01-01' and carrier in ('it''s; --', 'EV') and delay is not null`,
  );
  const related = last(await stepsOf(relateTable(flights, known, { segments })));
  expect(related.segments[1]).toMatchObject({ column: null, values: [{ value: 'Far and early' }] });
  expect(related.segments[1]?.values[0]?.counts.rows).toBe(within['rows']);
  const strange = [
    { name: 'none', rule: { all: [{ column: 'distance', op: 'is', values: ["1'; drop table t; --"] }] } },
    { name: 'nowhere', rule: { all: [{ column: 'nowhere', op: 'empty', values: [] }] } },
  ] as const;
  expect(last(await stepsOf(relateTable(flights, known, { segments: strange }))).segments).toEqual([
    { name: 'none', column: null, values: [] },
  ]);
});

test('DS7 parts stand beside the whole: rows, target rate with its interval, gaps and mean', async () => {
  const related = last(await stepsOf(relateTable(flights, known, { target, segments })));
  const summary = summariseSegments(related, 'delay');
  expect(segmentSummarySchema.parse(JSON.parse(JSON.stringify(summary)))).toEqual(summary);
  const [carriers] = summary.segments;
  const parts = [
    { part: summary.whole, where: 'true' },
    ...carriers!.parts.map((part) => ({
      part,
      where: part.value === null ? 'carrier is null' : `carrier = '${part.value.replaceAll("'", "''")}'`,
    })),
  ];
  expect(parts.length).toBe(5);
  for (const { part, where } of parts) {
    const truth = await count(where);
    const { low, high } = wilsonInterval(truth['positives']!, truth['known']!)!;
    expect(part.rows).toBe(truth['rows']);
    expect(part.outcome).toMatchObject({
      measure: 'share',
      known: truth['known'],
      positives: truth['positives'],
      low,
      high,
    });
    expect(part.missing).toBeCloseTo(truth['missing']!, 12);
    expect(part.mean?.status === 'exact' ? part.mean.value : NaN).toBeCloseTo(truth['mean']!, 12);
  }
});

test('DS7 of a target that is a number parts have its mean; of several classes, and of texts, there is none', async () => {
  const number = last(await stepsOf(relateTable(flights, known, { target: { column: 'delay' }, segments })));
  const { whole } = summariseSegments(number, 'carrier');
  expect(whole).toMatchObject({
    outcome: { measure: 'mean', value: expect.closeTo((await count('true'))['mean']!, 12) },
  });
  expect([whole.mean, summariseSegments(number, null).whole.missing]).toEqual([null, null]);
  const classes = last(await stepsOf(relateTable(flights, known, { target: { column: 'carrier' }, segments })));
  expect(summariseSegments(classes, 'nowhere')).toMatchObject({ column: null, whole: { outcome: null } });
});

test('DS7 a target beyond the first 50 numbers is set against them when it is told later', async () => {
  const columns = Array.from({ length: 55 }, (_, index) => `(hash(i * ${index + 1}) % 1000)::int as v${index}`);
  const wide = await folder.select(`select ${columns.join(', ')}, sin(i) as late from range(200) t(i)`);
  const later = await stepsOf(relateTable(wide, last(await stepsOf(profileTable(wide))), { target }));
  expect(later.map(({ part }) => part)).toEqual(['pairs', 'target']);
  const statuses = last(later).target?.columns.map(({ strength }) => strength.status) ?? [];
  expect(statuses.filter((status) => status === 'not_computable').length).toBe(6);
});

test('DS7 of thousands of columns fewer parts are counted, and of few as many as can be shown', () => {
  const wide = (columns: number) => ({ columns: Array.from({ length: columns }) });
  expect([30, 1000, 5000, 50_000].map((columns) => partsFor(wide(columns), { most: 20 }))).toEqual([20, 20, 4, 2]);
  expect(partsFor(wide(500), { most: 12, times: 10 })).toBe(4);
  expect(partsFor(wide(0), { most: 12, times: 0 })).toBe(12);
});
