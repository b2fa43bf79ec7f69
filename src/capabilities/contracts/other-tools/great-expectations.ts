import type { Rule, RuleOf } from '../rule-contract.ts';

interface Expectation {
  type: string;
  kwargs: Record<string, unknown>;
}

export interface LeftOut {
  id: string;
  kind: Rule['kind'];
}

/** A suite of Great Expectations (1.x) as JSON, and which rules it cannot say. */
export function expectationSuite(
  rules: readonly Rule[],
  { name }: { name: string },
): { suite: object; leftOut: LeftOut[] } {
  const written = rules.map((rule) => ({ rule, expectation: isPlain(rule) ? expectationOf(rule) : null }));
  const leftOut = written.filter(({ expectation }) => !expectation).map(({ rule: { id, kind } }) => ({ id, kind }));
  const expectations = written.flatMap(({ rule, expectation }) =>
    expectation ? [{ ...withMostly(expectation, rule), meta: metaOf(rule) }] : [],
  );
  return { suite: { name, expectations, meta: { peil: { leftOut } } }, leftOut };
}

/** A filter or a group would be lost, and the rule would say something else. */
const isPlain = (rule: Rule): boolean => rule.where.length === 0 && !('by' in rule && rule.by !== undefined);

function withMostly(expectation: Expectation, rule: Rule): Expectation {
  const isShare = 'mostly' in rule && rule.mostly !== 1 && takesMostly.test(expectation.type);
  return isShare ? { ...expectation, kwargs: { ...expectation.kwargs, mostly: rule.mostly } } : expectation;
}

const takesMostly = /^expect_(column_values|column_value|column_pair|compound|multicolumn|select)/;

function metaOf(rule: Rule): object {
  return {
    peil: {
      id: rule.id,
      severity: rule.severity,
      ...(rule.description === '' ? {} : { description: rule.description }),
      ...(rule.businessImpact === '' ? {} : { businessImpact: rule.businessImpact }),
    },
  };
}

const between = ({ min, max }: { min?: unknown; max?: unknown }) => ({
  ...(min === undefined ? {} : { min_value: min }),
  ...(max === undefined ? {} : { max_value: max }),
});

type Writer<K extends Rule['kind']> = (rule: RuleOf<K>) => Expectation | null;

const ofColumn =
  <K extends Rule['kind']>(type: string, more: (rule: RuleOf<K>) => object = () => ({})): Writer<K> =>
  (rule) => ({ type, kwargs: { column: (rule as unknown as { column: string }).column, ...more(rule) } });
const ofTable =
  <K extends Rule['kind']>(type: string, kwargs: (rule: RuleOf<K>) => object): Writer<K> =>
  (rule) => ({ type, kwargs: { ...kwargs(rule) } });

const writers: { [K in Rule['kind']]?: Writer<K> } = {
  not_null: (rule) => (rule.alsoMissing ? null : ofColumn<'not_null'>('expect_column_values_to_not_be_null')(rule)),
  null_share: (rule) =>
    rule.max === undefined || rule.min !== undefined
      ? null
      : { type: 'expect_column_values_to_not_be_null', kwargs: { column: rule.column, mostly: 1 - rule.max } },
  unique: ofColumn('expect_column_values_to_be_unique'),
  accepted_values: ofColumn('expect_column_values_to_be_in_set', ({ values }) => ({ value_set: values })),
  forbidden_values: ofColumn('expect_column_values_to_not_be_in_set', ({ values }) => ({ value_set: values })),
  pattern: ofColumn('expect_column_values_to_match_regex', ({ pattern }) => ({ regex: pattern })),
  range: ofColumn('expect_column_values_to_be_between', (rule) => ({
    ...between(rule),
    ...(rule.exclusiveMin ? { strict_min: true } : {}),
    ...(rule.exclusiveMax ? { strict_max: true } : {}),
  })),
  length: ofColumn('expect_column_value_lengths_to_be_between', between),
  parseable: (rule) =>
    rule.format === undefined
      ? null
      : {
          type: 'expect_column_values_to_match_strftime_format',
          kwargs: { column: rule.column, strftime_format: rule.format },
        },
  json_schema: ofColumn('expect_column_values_to_match_json_schema', ({ schema }) => ({ json_schema: schema })),
  mean: ofColumn('expect_column_mean_to_be_between', between),
  standard_deviation: ofColumn('expect_column_stdev_to_be_between', between),
  median: ofColumn('expect_column_median_to_be_between', between),
  sum: ofColumn('expect_column_sum_to_be_between', between),
  quantile: ofColumn('expect_column_quantile_values_to_be_between', ({ quantile, min = null, max = null }) => ({
    quantile_ranges: { quantiles: [quantile], value_ranges: [[min, max]] },
  })),
  distinct_count: ofColumn('expect_column_unique_value_count_to_be_between', between),
  distinct_share: ofColumn('expect_column_proportion_of_unique_values_to_be_between', between),
  most_common: (rule) =>
    rule.values === undefined || rule.max !== undefined
      ? null
      : {
          type: 'expect_column_most_common_value_to_be_in_set',
          kwargs: { column: rule.column, value_set: rule.values },
        },
  column_exists: ofColumn('expect_column_to_exist'),
  column_count: ofTable('expect_table_column_count_to_be_between', between),
  row_count: ofTable('expect_table_row_count_to_be_between', between),
  columns_match: ofTable('expect_table_columns_to_match_set', ({ columns, allowExtra }) => ({
    column_set: columns,
    exact_match: !allowExtra,
  })),
  columns_ordered: ofTable('expect_table_columns_to_match_ordered_list', ({ columns }) => ({ column_list: columns })),
  compound_unique: ofTable('expect_compound_columns_to_be_unique', ({ columns }) => ({ column_list: columns })),
  compare_columns: comparePair,
  columns_sum: (rule) =>
    typeof rule.total === 'number'
      ? { type: 'expect_multicolumn_sum_to_equal', kwargs: { column_list: rule.columns, sum_total: rule.total } }
      : null,
  sql_rows: (rule) => unexpectedRows(rule.expression),
  conditional: (rule) => unexpectedRows(`(${rule.condition}) and not (${rule.must})`),
};

function expectationOf<K extends Rule['kind']>(rule: RuleOf<K>): Expectation | null {
  const write: Writer<K> | undefined = writers[rule.kind];
  // A number of rows is no share, and Great Expectations knows shares alone.
  const isCounted = 'mostFailing' in rule && rule.mostFailing !== undefined && rule.mostFailing !== 0;
  return write && !isCounted ? write(rule) : null;
}

function comparePair({ column, otherColumn, comparison, tolerance }: RuleOf<'compare_columns'>): Expectation | null {
  if (comparison === 'not_equal' || tolerance > 0) return null;
  if (comparison === 'equal')
    return { type: 'expect_column_pair_values_to_be_equal', kwargs: { column_A: column, column_B: otherColumn } };
  const isMore = comparison === 'more' || comparison === 'at_least';
  const [a, b] = isMore ? [column, otherColumn] : [otherColumn, column];
  const isOrEqual = comparison === 'at_least' || comparison === 'at_most';
  const type = 'expect_column_pair_values_a_to_be_greater_than_b';
  return { type, kwargs: { column_A: a, column_B: b, or_equal: isOrEqual } };
}

const unexpectedRows = (condition: string): Expectation => ({
  type: 'unexpected_rows_expectation',
  kwargs: { unexpected_rows_query: `SELECT * FROM {batch} WHERE ${condition}` },
});
