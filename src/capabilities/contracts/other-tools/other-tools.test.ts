import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Rule, ruleSchema } from '../rule-contract.ts';
import { dbtTests } from './dbt-tests.ts';
import { expectationSuite } from './great-expectations.ts';

const rule = (given: object): Rule => ruleSchema.parse({ id: 'r', ...given });
const expectation = (given: object) =>
  (expectationSuite([rule(given)], { name: 's' }).suite as { expectations: object[] }).expectations[0];
const dbt = (...given: object[]) => dbtTests(given.map(rule), { name: 'flights' });

test.each([
  [{ kind: 'not_null', column: 'x', mostly: 0.9 }, 'expect_column_values_to_not_be_null', { column: 'x', mostly: 0.9 }],
  [
    { kind: 'range', column: 'x', min: 0, exclusiveMin: true },
    'expect_column_values_to_be_between',
    { column: 'x', min_value: 0, strict_min: true },
  ],
  [
    { kind: 'accepted_values', column: 'x', values: ['a', 1] },
    'expect_column_values_to_be_in_set',
    { column: 'x', value_set: ['a', 1] },
  ],
  [
    { kind: 'compound_unique', columns: ['x', 'y'] },
    'expect_compound_columns_to_be_unique',
    { column_list: ['x', 'y'] },
  ],
  [{ kind: 'row_count', min: 3 }, 'expect_table_row_count_to_be_between', { min_value: 3 }],
  [
    { kind: 'quantile', column: 'x', quantile: 0.9, max: 7 },
    'expect_column_quantile_values_to_be_between',
    { column: 'x', quantile_ranges: { quantiles: [0.9], value_ranges: [[null, 7]] } },
  ],
  [
    { kind: 'compare_columns', column: 'a', otherColumn: 'b', comparison: 'at_most' },
    'expect_column_pair_values_a_to_be_greater_than_b',
    { column_A: 'b', column_B: 'a', or_equal: true },
  ],
  [
    { kind: 'columns_match', columns: ['a'], allowExtra: true },
    'expect_table_columns_to_match_set',
    { column_set: ['a'], exact_match: false },
  ],
  [
    { kind: 'sql_rows', expression: 'x < 0' },
    'unexpected_rows_expectation',
    { unexpected_rows_query: 'SELECT * FROM {batch} WHERE x < 0' },
  ],
])('DE2 %j is written for Great Expectations', (given, type, kwargs) => {
  expect(expectation(given)).toEqual({ type, kwargs, meta: { peil: { id: 'r', severity: 'fail' } } });
});

test('DE2 the rules are written as data tests of dbt', () => {
  const { yaml, leftOut } = dbt(
    { kind: 'not_null', column: 'x' },
    { kind: 'unique', column: 'x', severity: 'warn', mostFailing: 3 },
    { kind: 'accepted_values', column: 'y', values: ['a'] },
    { kind: 'range', column: 'y', min: '2026-01-01' },
    { kind: 'compound_unique', columns: ['x', 'y'] },
  );
  expect(leftOut).toEqual([]);
  expect(parse(yaml)).toEqual({
    version: 2,
    models: [
      {
        name: 'flights',
        data_tests: [{ 'dbt_utils.unique_combination_of_columns': { combination_of_columns: ['x', 'y'] } }],
        columns: [
          { name: 'x', data_tests: ['not_null', { unique: { config: { severity: 'warn', warn_if: '>3' } } }] },
          {
            name: 'y',
            data_tests: [
              { accepted_values: { values: ['a'] } },
              { 'dbt_utils.accepted_range': { min_value: "'2026-01-01'" } },
            ],
          },
        ],
      },
    ],
  });
});

test('DE2 what another tool cannot say is named, and never said otherwise', () => {
  const where = [{ column: 'y', operator: 'is', values: ['a'] }];
  const given = [
    { kind: 'not_null', column: 'x', where },
    { kind: 'not_null', column: 'x', by: 'y' },
    { kind: 'monotonic', column: 'x', direction: 'increasing' },
  ];
  const { suite, leftOut } = expectationSuite(given.map(rule), { name: 's' });
  expect(leftOut.map(({ kind }) => kind)).toEqual(['not_null', 'not_null', 'monotonic']);
  expect(suite).toMatchObject({ expectations: [], meta: { peil: { leftOut } } });
  const written = dbt({ kind: 'not_null', column: 'x', mostly: 0.9 }, { kind: 'pattern', column: 'x', pattern: 'a' });
  expect(written.leftOut).toHaveLength(2);
  expect(written.yaml).toContain('# pattern (r)');
});
