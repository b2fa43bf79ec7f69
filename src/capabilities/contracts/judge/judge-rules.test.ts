import { afterAll, beforeAll, expect, test } from 'vitest';
import { openParquetKit, type ParquetKit } from '../../../../test/kit/parquet.ts';
import { ruleFacts, ruleSchema, type RuleResult } from '../contract.ts';
import { type JudgedData, judgeRules } from './judge-rules.ts';
import { type RuleCase, ruleCases } from '../../../../test/kit/rules/rule-cases.ts';

let kit: ParquetKit;
beforeAll(async () => {
  kit = await openParquetKit();
});
afterAll(() => kit.close());

const now = Date.UTC(2026, 0, 10);
type Given = Record<string, unknown> & { kind: string };

const judge = async (
  data: JudgedData,
  rules: readonly Given[],
  more: { reference?: JudgedData; personal?: string[] } = {},
) => {
  const parsed = rules.map((rule, at) => ruleSchema.parse({ id: `r${at}`, ...rule }));
  const references = new Map(more.reference ? parsed.map(({ id }) => [id, more.reference as JudgedData]) : []);
  return judgeRules({
    analytics: kit.analytics,
    data,
    rules: parsed,
    references,
    now,
    personal: more.personal ?? [],
    keys: ['id'],
  });
};

test.each(ruleCases.map((each) => [`${each.rule.kind}: ${each.title}`, each] as const))(
  'PF7 %s',
  async (_title, { data, reference, rule, expected }: RuleCase) => {
    const more = reference === undefined ? {} : { reference: await kit.write(reference) };
    const [result] = await judge(await kit.write(data), [rule], more);
    expect(flat(result as RuleResult)).toMatchObject(expected);
  },
);

const flat = (result: RuleResult) => ({ ...result, reason: result.reason?.code ?? null });

test('PF7 every rule is proven to pass, to fail, to warn and not to be assessed', () => {
  const missing = Object.keys(ruleFacts).flatMap((kind) => {
    const proven = ruleCases.filter(({ rule }) => rule.kind === kind).map(({ expected }) => expected.verdict);
    return ['pass', 'fail', 'warn', 'not_assessed']
      .filter((verdict) => !proven.includes(verdict as never) && !cannotBe(kind, verdict))
      .map((verdict) => `${kind} ${verdict}`);
  });
  expect(missing).toEqual([]);
});

/** What is said of the columns themselves can always be said, but of the type of a column that is not there. */
const cannotBe = (kind: string, verdict: string): boolean =>
  verdict === 'not_assessed' &&
  ['column_exists', 'columns_match', 'columns_ordered', 'column_count', 'row_count'].includes(kind);

test('PF7 the forty rules are numbered 1 to 40', () => {
  const numbers = new Set(Object.values(ruleFacts).map(({ number }) => number));
  expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
});

test('PF7 a filter looks at some rows, a group judges each apart, and the worst group speaks', async () => {
  const data = await kit.write(`select i as id, case when i % 2 = 0 then 'AMS' else 'JFK' end as place,
    case when i = 3 then null else i end as delay from range(10) t(i)`);
  const [all, some, each] = await judge(data, [
    { kind: 'not_null', column: 'delay' },
    { kind: 'not_null', column: 'delay', where: [{ column: 'place', operator: 'is', values: ['AMS'] }] },
    { kind: 'not_null', column: 'delay', by: 'place', mostly: 0.85 },
  ]);
  expect(all).toMatchObject({ verdict: 'fail', rows: 10, failing: 1, value: 0.9 });
  expect(some).toMatchObject({ verdict: 'pass', rows: 5, failing: 0, value: 1 });
  expect(each).toMatchObject({
    verdict: 'fail',
    rows: 10,
    failing: 1,
    value: 0.8,
    groups: [
      { group: 'JFK', verdict: 'fail', rows: 5, failing: 1 },
      { group: 'AMS', verdict: 'pass', rows: 5, failing: 0 },
    ],
  });
});

test('PF7 rows that break a rule are shown, twenty at most, and what is personal in them is hidden', async () => {
  const data = await kit.write(
    `select i as id, 'p' || i || '@x.org' as email, case when i < 50 then -1 else i end as age from range(100) t(i)`,
  );
  const [range, unique, pattern] = await judge(
    data,
    [
      { kind: 'range', column: 'age', min: 0 },
      { kind: 'unique', column: 'age' },
      { kind: 'pattern', column: 'email', pattern: '^q' },
    ],
    { personal: ['email'] },
  );
  expect(range?.sample?.columns).toEqual(['id', 'age']);
  expect(range?.sample?.rows).toHaveLength(20);
  expect(new Set(range?.sample?.rows.map(([, age]) => age))).toEqual(new Set([-1]));
  expect(unique).toMatchObject({ failing: 50, sample: { columns: ['id', 'age'] } });
  expect(pattern?.sample).toMatchObject({ columns: ['id', 'email'], masked: ['email'] });
  expect(JSON.stringify(pattern)).not.toContain('x.org');
});

test('PF7 one rule that cannot be computed spoils no other', async () => {
  const data = await kit.write(`select i as id, 'a' as text from range(10) t(i)`);
  const results = await judge(data, [
    { kind: 'pattern', column: 'text', pattern: '(' },
    { kind: 'pattern', column: 'text', pattern: 'a' },
    { kind: 'sql_rows', expression: 'no_such_column = 1' },
    { kind: 'sql_rows', expression: 'id > 100' },
    { kind: 'sql_rows', expression: '1 = 1) from data; select (1' },
    { kind: 'sql_rows', expression: 'id in (from data)' },
    { kind: 'sql_rows', expression: "E'\\'' = '1' -- '" },
  ]);
  expect(results.map(({ verdict }) => verdict)).toEqual([
    'not_assessed',
    'pass',
    'not_assessed',
    'pass',
    'not_assessed',
    'not_assessed',
    'not_assessed',
  ]);
  expect(results[0]?.reason?.detail).toContain('missing )');
  expect(results[2]?.reason?.detail).toContain('no_such_column');
});

test('PF7 names and values with quotes in them lead nowhere else', async () => {
  const name = `de"lay'; drop`;
  const data = await kit.write(`select 1 as "${name.replaceAll('"', '""')}", 'o''clock' as text`);
  const results = await judge(data, [
    { kind: 'range', column: name, min: 0 },
    { kind: 'unique', column: name },
    { kind: 'accepted_values', column: 'text', values: ["o'clock"] },
    { kind: 'pattern', column: 'text', pattern: "^o'c" },
    { kind: 'mean', column: name, min: 1, max: 1 },
  ]);
  expect(results.map(({ verdict }) => verdict)).toEqual(['pass', 'pass', 'pass', 'pass', 'pass']);
});
