import { afterAll, beforeAll, expect, test } from 'vitest';
import { openParquetKit, type ParquetKit } from '../../../../test/kit/parquet.ts';
import type { CheckId, CheckOutcome } from '../check-contract.ts';
import { judgeChecks } from '../checks/judge-checks.ts';
import type { Measured } from '../checks/measured.ts';
import { planContentSchema, type PlanContent } from '../plan-contract.ts';
import { type Beside, measureVersion } from './measure-version.ts';

let kit: ParquetKit;
beforeAll(async () => {
  kit = await openParquetKit();
});
afterAll(() => kit.close());

const now = Date.UTC(2026, 0, 1);
const amounts = { tp: 10, fp: -2, fn: 0, tn: 0 };

/** Flights of two years. Late ones depart in the evening and in winter; the rest is chance. */
const flights = (more = '', rows = 12_000) => `
  select i as id, 'tail ' || (hash(i * 31) % 40) as tail, planned, hour, country, distance, late,
    planned + to_minutes(late * 60) as departed, planned + to_hours(5) as landed ${more}
  from (
    select i, planned, hour(planned)::int as hour, (hash(i * 3) % 2000)::int + 100 as distance,
      case when hash(i * 5) % 2 = 0 then 'FR' else 'ES' end as country,
      case when hash(i * 7) % 100 < 10 + 3 * greatest(0, hour(planned) - 10) then 1 else 0 end as late
    from (select i, timestamp '2024-01-01' + to_minutes((i * 87)::int) as planned from range(0, ${rows}) t(i))
  )`;

const written: Partial<PlanContent> = {
  datasetId: 'flights',
  columns: ['hour', 'country', 'distance'],
  key: ['id'],
  target: 'late',
  positive: '1',
  moment: 'planned',
  split: { by: 'time', cut: '2025-06-01' },
};

async function judged(
  select: string,
  plan: Partial<PlanContent> = {},
  beside: Partial<Beside> = {},
): Promise<{ measured: Measured; of: (check: CheckId) => CheckOutcome }> {
  const { parquet, columns } = await kit.write(select);
  const content = planContentSchema.parse({ ...written, ...plan });
  const measured = await measureVersion({
    query: (sql, params, options) => kit.analytics.query(sql, params, options),
    table: { parquet, columns, plan: content, task: 'binary', now },
    beside: { contract: null, isOneOff: false, extractions: 1, amounts, priced: [], cases: null, ...beside },
    onProgress: () => {},
  });
  const outcomes = judgeChecks({ plan: content, measured });
  return {
    measured,
    of: (check) => {
      const found = outcomes.find((each) => each.check === check);
      if (!found) throw new Error(`${check} was not asked`);
      return found;
    },
  };
}

const keysOf = ({ figures }: CheckOutcome, verdict: string) =>
  figures.filter((figure) => figure.verdict === verdict).map(({ key, subject }) => `${key} ${subject ?? ''}`.trim());

test('PF7 of sound data the counts are those of the rows, and there is a signal', async () => {
  const { measured, of } = await judged(flights());
  expect(measured).toMatchObject({
    rows: 12_000,
    labelled: 12_000,
    repeatedRows: 0,
    repeatedKeys: 0,
    absentColumns: [],
  });
  expect(measured.classes.map(({ rows }) => rows).reduce((sum, rows) => sum + rows, 0)).toBe(12_000);
  expect(measured.months[0]).toMatchObject({ month: '2024-01' });
  expect(keysOf(of('leakage'), 'fail')).toEqual([]);
  expect(measured.signal?.auc).toBeGreaterThan(0.6);
  expect(measured.signal?.chance).toBeLessThan(0.01);
  expect(measured.curve.length).toBeGreaterThanOrEqual(3);
}, 120_000);

test('PF7 the hour of departure leaks the delay: known later, and alone too good', async () => {
  const more = ', late * 60 + (i % 7) as minutes_late, planned + to_minutes(late * 60) as really_at';
  const { of } = await judged(flights(more), {
    columns: ['hour', 'country', 'minutes_late'],
    fieldTimes: [{ column: 'minutes_late', knownAt: 'really_at' }],
  });
  const [first] = of('leakage').figures;
  expect(of('leakage').verdict).toBe('fail');
  expect(first).toMatchObject({ verdict: 'fail', subject: 'minutes_late' });
  expect(keysOf(of('leakage'), 'fail')).toEqual(['known_later minutes_late', 'alone_too_good minutes_late']);
}, 120_000);

test('PF7 a field that is only filled in afterwards leaks by being empty', async () => {
  const { of } = await judged(flights(", case when late = 1 then 'C' || (i % 3) end as code"), {
    columns: ['hour', 'code'],
  });
  expect(keysOf(of('leakage'), 'fail')).toEqual(['alone_too_good code']);
}, 120_000);

test('PF7 an aircraft on both sides of a split, and a test before what was learnt', async () => {
  const { measured, of } = await judged(flights(", case when i % 4 = 0 then 'test' else 'train' end as part"), {
    entity: ['tail'],
    split: { by: 'column', column: 'part', test: 'test' },
  });
  expect(measured.split?.sharedEntities).toBe(40);
  expect(keysOf(of('leakage'), 'fail')).toEqual(['entities_on_both_sides', 'test_before_learning']);
}, 120_000);

test('PF7 a segment that is not there', async () => {
  const segments = [
    { name: 'France', column: 'country', value: 'FR', share: 0.4 },
    { name: 'Spain', column: 'country', value: 'ES', share: 0.4 },
    { name: 'Italy', column: 'country', value: 'IT', share: 0.2 },
  ];
  const { measured, of } = await judged(flights(), { segments });
  expect(measured.segments.map(({ rows }) => rows > 0)).toEqual([true, true, false]);
  expect(of('coverage').verdict).toBe('fail');
  expect(keysOf(of('coverage'), 'fail')).toContain('rows_of_segment Italy');
}, 120_000);

test('PF7 a break in the middle is found where it is', async () => {
  const more = ", case when planned >= timestamp '2025-03-01' then distance + 4000 else distance end as range";
  const { of } = await judged(flights(more), { columns: ['hour', 'range'] });
  expect(of('stability')).toMatchObject({ verdict: 'fail' });
  expect(keysOf(of('stability'), 'fail')).toEqual(['drift range · 2025-03']);
}, 120_000);

test('PF7 too few hits cannot decide', async () => {
  const { of } = await judged(flights('', 300), { split: { by: 'time', cut: '2024-01-15' } });
  expect(of('size_evaluation').verdict).toBe('fail');
}, 120_000);

test('PF7 values that mean that there is none, repeated rows and keys', async () => {
  const odd = `select * from (${flights(', case when i % 10 = 0 then 9999 else i % 50 end as wind')}) union all
    select * from (${flights(', case when i % 10 = 0 then 9999 else i % 50 end as wind')}) where id < 600`;
  const { measured, of } = await judged(odd, {
    columns: ['hour', 'wind'],
    critical: ['wind'],
    sentinels: [{ column: 'wind', values: ['9999'] }],
  });
  expect(measured.columns.find(({ column }) => column === 'wind')?.missing).toBe(1260);
  expect(measured).toMatchObject({ repeatedRows: 600, repeatedKeys: 600 });
  expect(of('completeness').verdict).toBe('fail');
  expect(of('validity').verdict).toBe('fail');
}, 120_000);

test('PF7 an empty table, columns that are gone and strange names throw nothing', async () => {
  const empty = await judged(`select * from (${flights()}) where id < 0`);
  expect(empty.measured.rows).toBe(0);
  expect(empty.of('classes').verdict).toBe('not_assessed');
  const gone = await judged(flights(), { columns: ['hour', 'weather'], critical: ['weather'] });
  expect(gone.measured.absentColumns).toEqual(['weather']);
  expect(gone.of('completeness')).toMatchObject({ verdict: 'not_assessed' });
  const strange = await judged(flights(`, 'x' as "a"";'--b", [1, 2] as list, 'nan'::double as none`), {
    columns: ['a";\'--b', 'list', 'none', 'hour'],
  });
  expect(strange.measured.columns.find(({ column }) => column === 'none')?.missing).toBe(12_000);
}, 120_000);

test('PF7 a label that differs for the same case is counted', async () => {
  const { measured, of } = await judged(
    `select i as id, timestamp '2024-01-01' + to_hours(i::int) as planned, (i % 5)::int as hour, 'FR' as country, 1 as distance,
      case when i % 10 = 0 then 1 else 0 end as late from range(0, 2000) t(i)`,
    { split: null },
  );
  expect(measured.clashes).toEqual({ rows: 400, minority: 200, compared: 2000 });
  expect(of('label_noise').verdict).toBe('warn');
}, 120_000);

test('PF7 two who labelled the same cases agree as far as they do', async () => {
  const { measured, of } = await judged(flights(', case when i % 10 = 0 then 1 - late else late end as second'), {
    columns: ['hour'],
    secondLabel: 'second',
    split: null,
  });
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = measured.raters ?? [];
  expect(b + c).toBe(1200);
  expect(a + d).toBe(10_800);
  expect(of('label_noise').figures.find(({ key }) => key === 'two_agree')?.value).toBeGreaterThan(0.6);
}, 120_000);

test('PF7 of what is joined to the cases it is counted how many find their row', async () => {
  const cases = await kit.write(`select 'tail ' || (i % 50) as tail from range(0, 1000) t(i) union all select null`);
  const on = [{ column: 'name', of: 'tail' }];
  const { measured, of } = await judged(
    `select 'tail ' || i as name, i as age from range(0, 40) t(i) union all select 'tail 1', 7`,
    {
      role: 'context',
      columns: ['age'],
      key: [],
      target: null,
      moment: null,
      split: null,
      joinTo: { datasetId: 'x', on },
    },
    { cases },
  );
  expect(measured.join).toEqual({ cases: 1000, found: 800 });
  expect(of('completeness').figures[0]).toMatchObject({ key: 'joined', value: 0.8, verdict: 'fail' });
}, 120_000);

test('PF8 amounts by the row are means over hits, or over the others', async () => {
  const priced = [
    { path: 'values.fn.mean', column: 'cost', isOfHits: true },
    { path: 'values.fp.mean', column: 'cost', isOfHits: false },
    { path: 'values.tp.mean', column: 'nowhere', isOfHits: true },
  ];
  const { measured } = await judged(
    flights(', case when late = 1 then 100 + 10 * (i % 2) else 5 end as cost'),
    {},
    { priced },
  );
  expect(measured.rowAmounts).toMatchObject([
    { path: 'values.fn.mean', rows: measured.positives },
    { path: 'values.fp.mean', mean: 5, reach: 0 },
  ]);
  expect(measured.rowAmounts[0]?.mean).toBeGreaterThan(104);
  expect(measured.rowAmounts[0]?.reach).toBeGreaterThan(0);
}, 120_000);
