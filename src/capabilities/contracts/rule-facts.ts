import type { RuleKind } from './rule-contract.ts';
import type { Dimension } from './rule-fields.ts';

interface RuleFacts {
  /** in the list of the forty, most used first */
  number: number;
  dimension: Dimension;
  /** over rows that each keep or break it, one figure, or the columns themselves */
  of: 'rows' | 'figure' | 'columns';
  /** compares with a second version */
  compares: boolean;
}

const facts = (
  number: number,
  of: RuleFacts['of'],
  { dimension, compares = false }: { dimension: Dimension; compares?: boolean },
): RuleFacts => ({ number, of, dimension, compares });

/** The forty rules; the 39th is two questions, and so two kinds. */
export const ruleFacts: Readonly<Record<RuleKind, RuleFacts>> = {
  not_null: facts(1, 'rows', { dimension: 'completeness' }),
  unique: facts(2, 'rows', { dimension: 'uniqueness' }),
  accepted_values: facts(3, 'rows', { dimension: 'conformity' }),
  foreign_key: facts(4, 'rows', { dimension: 'consistency', compares: true }),
  freshness: facts(5, 'figure', { dimension: 'timeliness' }),
  row_count: facts(6, 'figure', { dimension: 'completeness' }),
  column_exists: facts(7, 'columns', { dimension: 'conformity' }),
  column_type: facts(8, 'columns', { dimension: 'conformity' }),
  columns_match: facts(9, 'columns', { dimension: 'conformity' }),
  columns_ordered: facts(10, 'columns', { dimension: 'conformity' }),
  column_count: facts(11, 'columns', { dimension: 'conformity' }),
  range: facts(12, 'rows', { dimension: 'accuracy' }),
  pattern: facts(13, 'rows', { dimension: 'conformity' }),
  length: facts(14, 'rows', { dimension: 'conformity' }),
  compound_unique: facts(15, 'rows', { dimension: 'uniqueness' }),
  duplicate_rows: facts(16, 'rows', { dimension: 'uniqueness' }),
  null_share: facts(17, 'figure', { dimension: 'completeness' }),
  row_count_change: facts(18, 'figure', { dimension: 'completeness', compares: true }),
  mean: facts(19, 'figure', { dimension: 'accuracy' }),
  standard_deviation: facts(20, 'figure', { dimension: 'accuracy' }),
  quantile: facts(21, 'figure', { dimension: 'accuracy' }),
  median: facts(22, 'figure', { dimension: 'accuracy' }),
  sum: facts(23, 'figure', { dimension: 'accuracy' }),
  distinct_count: facts(24, 'figure', { dimension: 'coverage' }),
  distinct_share: facts(25, 'figure', { dimension: 'uniqueness' }),
  forbidden_values: facts(26, 'rows', { dimension: 'conformity' }),
  new_category: facts(27, 'rows', { dimension: 'consistency', compares: true }),
  out_of_reference_range: facts(28, 'rows', { dimension: 'consistency', compares: true }),
  most_common: facts(29, 'figure', { dimension: 'coverage' }),
  not_constant: facts(30, 'figure', { dimension: 'coverage' }),
  parseable: facts(31, 'rows', { dimension: 'conformity' }),
  json_schema: facts(32, 'rows', { dimension: 'conformity' }),
  compare_columns: facts(33, 'rows', { dimension: 'consistency' }),
  conditional: facts(34, 'rows', { dimension: 'consistency' }),
  sql_rows: facts(35, 'rows', { dimension: 'accuracy' }),
  columns_sum: facts(36, 'rows', { dimension: 'consistency' }),
  monotonic: facts(37, 'rows', { dimension: 'consistency' }),
  mixed_types: facts(38, 'rows', { dimension: 'conformity' }),
  conflicting_labels: facts(39, 'rows', { dimension: 'consistency' }),
  version_overlap: facts(39, 'rows', { dimension: 'uniqueness', compares: true }),
  correlation: facts(40, 'figure', { dimension: 'accuracy', compares: true }),
};
