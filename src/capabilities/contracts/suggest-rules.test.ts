import { afterAll, beforeAll, expect, test } from 'vitest';
import { openParquetKit, type ParquetKit } from '../../../test/kit/parquet.ts';
import { profileFirst } from '../statistics/index.ts';
import { judgeRules } from './judge/judge-rules.ts';
import { suggestRules } from './suggest-rules.ts';

let kit: ParquetKit;
beforeAll(async () => {
  kit = await openParquetKit();
});
afterAll(() => kit.close());

const suggestedFrom = async (select: string) => {
  const data = await kit.write(select);
  const query = kit.analytics.query.bind(kit.analytics);
  return { data, suggested: suggestRules(await profileFirst({ query, parquet: data.parquet })) };
};

const flights = `select i as id, (i * 37 % 1000) / 10.0 as delay, case when i % 50 = 0 then null else i % 7 end as crew,
  ['AMS', 'JFK'][1 + i % 2] as origin, i % 3 = 0 as late, timestamp '2001-01-01' + interval (i) minute as at,
  case when i % 10 = 0 then 'N/A' else 'p' || i end as note, [i] as list, null::varchar as nothing, 5 as same from range(2000) t(i)`;

test('PF7 the data suggests what it keeps itself, and says what that comes from', async () => {
  const { data, suggested } = await suggestedFrom(flights);
  const about = (kind: string, column?: string) =>
    suggested.find(
      ({ rule }) => rule.kind === kind && (column === undefined || ('column' in rule && rule.column === column)),
    );
  expect(about('unique', 'id')).toMatchObject({ basis: { kind: 'all_different', rows: 2000 } });
  expect(about('range', 'id')).toBeUndefined();
  expect(about('range', 'delay')).toMatchObject({
    rule: { min: 0, severity: 'warn' },
    basis: { kind: 'observed_bounds' },
  });
  expect(about('range', 'crew')).toMatchObject({ rule: { min: 0, max: 7 }, basis: { figures: ['0', '6'] } });
  expect(about('null_share', 'crew')).toMatchObject({ rule: { severity: 'warn' }, basis: { figures: ['2%'] } });
  expect(about('accepted_values', 'origin')).toMatchObject({ rule: { values: ['AMS', 'JFK'] } });
  expect(about('accepted_values', 'late')?.rule).toMatchObject({ values: expect.arrayContaining([true, false]) });
  expect(about('mean', 'delay')).toMatchObject({ basis: { kind: 'three_sigma' } });
  expect(about('forbidden_values', 'note')).toMatchObject({ basis: { kind: 'null_tokens' } });
  expect(about('not_constant', 'same')).toBeUndefined();
  expect(suggested.filter(({ rule }) => 'column' in rule && rule.column === 'nothing')).toMatchObject([
    { rule: { kind: 'column_type' } },
  ]);

  const rules = suggested.map(({ rule }, at) => ({ ...rule, id: String(at) }));
  const results = await judgeRules({ analytics: kit.analytics, data, rules, now: 0 });
  const broken = results.filter(({ verdict }) => verdict !== 'pass').map(({ ruleId }) => rules[Number(ruleId)]?.kind);
  // Words for nothing are there, which is what the suggestion says; and there is no version before.
  expect(new Set(broken)).toEqual(new Set(['forbidden_values', 'row_count_change']));
});

test.each([
  ['an empty table', 'select 1 as id, 2.5 as x where false'],
  ['one row', `select 1 as id, 'nan'::double as x`],
  ['infinities', `select i as id, 'inf'::double as x from range(200) t(i)`],
])('PF7 %s suggests little, and nothing throws', async (_title, select) => {
  const { suggested } = await suggestedFrom(select);
  expect(suggested.filter(({ rule }) => rule.kind === 'mean' || rule.kind === 'range')).toEqual([]);
  expect(suggested[0]).toMatchObject({ rule: { kind: 'columns_match', columns: ['id', 'x'] } });
});
