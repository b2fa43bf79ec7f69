import { afterAll, beforeAll, expect, test } from 'vitest';
import { openParquetKit, type ParquetKit } from '../../../../test/kit/parquet.ts';
import { ruleCases } from '../../../../test/kit/rules/rule-cases.ts';
import type { TableProfile } from '../../statistics/contract.ts';
import { profileTable } from '../../statistics/index.ts';
import { ruleSchema, type RuleResult } from '../contract.ts';
import { type JudgedData, judgeRules } from './judge-rules.ts';

let kit: ParquetKit;
beforeAll(async () => {
  kit = await openParquetKit();
});
afterAll(() => kit.close());

const reason = { code: 'place_gone', column: null, detail: null } as const;

const profiles = new Map<string, Promise<TableProfile | null>>();

/** The same data is profiled once. */
function profileOf({ parquet }: JudgedData): Promise<TableProfile | null> {
  const made = profiles.get(parquet.join()) ?? makeProfile(parquet);
  profiles.set(parquet.join(), made);
  return made;
}

async function makeProfile(parquet: readonly string[]): Promise<TableProfile | null> {
  const query = kit.analytics.query.bind(kit.analytics);
  let profile: TableProfile | null = null;
  for await (const step of profileTable({ query, parquet })) profile = step.profile;
  return profile;
}

/** Judged with the rows at hand, and without them. */
async function bothWays(data: JudgedData, rule: object): Promise<[RuleResult | undefined, RuleResult | undefined]> {
  const rules = [ruleSchema.parse({ id: 'r', ...rule })];
  const asked = { analytics: kit.analytics, rules, now: Date.UTC(2026, 0, 10) };
  const [seen] = await judgeRules({ ...asked, data });
  const unseen = { reason, profile: await profileOf(data) };
  const [without] = await judgeRules({ ...asked, data: { ...data, parquet: [] }, unseen });
  return [seen, without];
}

const judged = new Map<string, Set<string>>();
const told = [
  'row_count',
  'not_null',
  'null_share',
  'unique',
  'distinct_count',
  'distinct_share',
  'not_constant',
  'range',
];
const notTold = ['accepted_values', 'pattern', 'mean', 'most_common', 'sql_rows', 'compound_unique', 'freshness'];
const ofKind = (kinds: readonly string[]) => ruleCases.filter(({ rule }) => kinds.includes(rule.kind));

test.each(ofKind(told).map((each) => [`${each.rule.kind}: ${each.title}`, each] as const))(
  'PF7 without the rows, %s is as with them, or not assessed',
  async (_title, { data, rule }) => {
    const [seen, unseen] = await bothWays(await kit.write(data), rule);
    if (unseen?.reason?.code === reason.code)
      return expect(unseen).toMatchObject({ verdict: 'not_assessed', value: null });
    const { verdict, rows, failing, value } = seen ?? {};
    expect(unseen).toMatchObject({ verdict, rows, failing, value, sample: null });
    judged.set(rule.kind, (judged.get(rule.kind) ?? new Set()).add(unseen?.verdict ?? ''));
  },
);

test('PF7 what a profile tells exactly is judged by it, to pass and to fail', async () => {
  const numbers = await kit.write('select 1 as id, i % 2 as x from range(10) t(i)');
  const verdictOf = async (rule: object) => (await bothWays(numbers, rule)).map((result) => result?.verdict);
  expect(await verdictOf({ kind: 'distinct_count', column: 'x', min: 3 })).toEqual(['fail', 'fail']);
  expect(await verdictOf({ kind: 'not_constant', column: 'id' })).toEqual(['fail', 'fail']);
  expect(await verdictOf({ kind: 'range', column: 'x', max: 0 })).toEqual(['fail', 'not_assessed']);
  expect(await verdictOf({ kind: 'unique', column: 'x' })).toEqual(['fail', 'not_assessed']);
  expect(await verdictOf({ kind: 'not_null', column: 'x', by: 'id' })).toEqual(['pass', 'not_assessed']);
  expect(await verdictOf({ kind: 'range', column: 'x', min: 0, max: 1 })).toEqual(['pass', 'pass']);
  expect(await verdictOf({ kind: 'distinct_share', column: 'x', max: 0.2 })).toEqual(['pass', 'pass']);
  expect(await verdictOf({ kind: 'not_constant', column: 'x' })).toEqual(['pass', 'pass']);
  for (const kind of ['row_count', 'not_null', 'null_share'])
    expect([...(judged.get(kind) ?? [])]).toEqual(expect.arrayContaining(['pass', 'fail', 'warn']));
});

test.each(notTold)('PF7 without the rows nobody knows whether %s is kept', async (kind) => {
  const found = ofKind([kind]).find(({ expected }) => expected.verdict === 'pass');
  if (!found) throw new Error(`no case of ${kind} passes`);
  const [, unseen] = await bothWays(await kit.write(found.data), found.rule);
  expect(unseen).toMatchObject({ verdict: 'not_assessed', reason });
});

test('PF7 without rows and without a profile nothing is judged but the columns', async () => {
  const data = { ...(await kit.write('select 1 as id, 2.5 as x')), parquet: [] };
  const rules = [
    { kind: 'row_count', min: 1 },
    { kind: 'not_null', column: 'x' },
    { kind: 'column_exists', column: 'x' },
  ];
  const results = await judgeRules({
    analytics: kit.analytics,
    data,
    rules: rules.map((rule, at) => ruleSchema.parse({ id: `r${at}`, ...rule })),
    unseen: { reason, profile: null },
    now: 0,
  });
  expect(results.map(({ verdict, reason: why }) => why?.code ?? verdict)).toEqual(['place_gone', 'place_gone', 'pass']);
});
