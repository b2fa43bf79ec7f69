import { AppError } from '../../../platform/errors/app-error.ts';
import type { Rule, RuleKind, RuleOf } from '../rule-contract.ts';
import type { NotAssessed } from '../verdict-contract.ts';
import type { Plan, Planning } from './plan.ts';
import { NotAssessable } from './relation.ts';
import { planColumnExists, planColumnsMatch, planColumnsOrdered, planColumnType } from './plan-columns.ts';
import {
  planCompoundUnique,
  planConflictingLabels,
  planDistinct,
  planDuplicateRows,
  planMonotonic,
  planUnique,
} from './plan-counts.ts';
import { planFreshness, planNullShare, planRowCount, planStatistic } from './plan-figures.ts';
import { planConditional, planSqlRows } from './plan-questions.ts';
import {
  planCorrelation,
  planForeignKey,
  planNewCategory,
  planOutOfReferenceRange,
  planRowCountChange,
  planVersionOverlap,
} from './plan-references.ts';
import {
  planColumnsSum,
  planCompareColumns,
  planJsonSchema,
  planLength,
  planMixedTypes,
  planNotNull,
  planParseable,
  planPattern,
  planRange,
  planValues,
} from './plan-rows.ts';

type Planners = { [K in RuleKind]: (rule: RuleOf<K>, planning: Planning) => Plan };

const planners: Planners = {
  not_null: planNotNull,
  unique: planUnique,
  accepted_values: planValues,
  foreign_key: planForeignKey,
  freshness: planFreshness,
  row_count: planRowCount,
  column_exists: planColumnExists,
  column_type: planColumnType,
  columns_match: planColumnsMatch,
  columns_ordered: planColumnsOrdered,
  column_count: (_rule, { data }) => ({
    kind: 'known',
    isKept: true,
    rows: 0,
    value: data.columns.length,
    found: [],
  }),
  range: planRange,
  pattern: planPattern,
  length: planLength,
  compound_unique: planCompoundUnique,
  duplicate_rows: planDuplicateRows,
  null_share: planNullShare,
  row_count_change: planRowCountChange,
  mean: planStatistic,
  standard_deviation: planStatistic,
  quantile: planStatistic,
  median: planStatistic,
  sum: planStatistic,
  distinct_count: planDistinct,
  distinct_share: planDistinct,
  forbidden_values: planValues,
  new_category: planNewCategory,
  out_of_reference_range: planOutOfReferenceRange,
  most_common: planDistinct,
  not_constant: planDistinct,
  parseable: planParseable,
  json_schema: planJsonSchema,
  compare_columns: planCompareColumns,
  conditional: planConditional,
  sql_rows: planSqlRows,
  columns_sum: planColumnsSum,
  monotonic: planMonotonic,
  mixed_types: planMixedTypes,
  conflicting_labels: planConflictingLabels,
  version_overlap: planVersionOverlap,
  correlation: planCorrelation,
};

/** How a rule is judged of this data, or why it cannot be. */
export function planRule(rule: Rule, planning: Planning): Plan | { kind: 'not_assessed'; reason: NotAssessed } {
  try {
    return (planners[rule.kind] as (rule: Rule, planning: Planning) => Plan)(rule, planning);
  } catch (error) {
    if (error instanceof NotAssessable) return { kind: 'not_assessed', reason: error.reason };
    if (error instanceof AppError)
      return { kind: 'not_assessed', reason: { code: 'not_computable', column: null, detail: error.message } };
    throw error;
  }
}
