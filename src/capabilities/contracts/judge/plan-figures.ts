import type { RuleOf } from '../rule-contract.ts';
import { type Column, columnClass, isFloating } from './column-class.ts';
import { compileConditions } from './compile-condition.ts';
import { countOf, groupOf, type Plan, type Planning, planOfFigure } from './plan.ts';
import { columnOf, NotAssessable } from './relation.ts';
import { numberColumn } from './plan-rows.ts';
import { every, quoted } from './sql-text.ts';

const hour_ms = 3_600_000;

export function planRowCount(rule: RuleOf<'row_count'>, planning: Planning): Plan {
  const rows = countOf(every(compileConditions(rule.where, planning.data)));
  const group = groupOf(rule, planning);
  return { kind: 'scan', aggregates: { rows, value: `(${rows})::double` }, group, broken: null };
}

export function planNullShare(rule: RuleOf<'null_share'>, planning: Planning): Plan {
  const name = quoted(columnOf(planning.data, rule.column).name);
  const looked = every(compileConditions(rule.where, planning.data));
  const broken = `${looked} and ${name} is null`;
  return {
    kind: 'scan',
    aggregates: { rows: countOf(looked), failing: countOf(broken) },
    group: groupOf(rule, planning),
    read: ({ rows, failing }) => ({ value: (failing ?? 0) / rows }),
    broken,
  };
}

/** Infinities and NaN have no mean and no order; the rule looks at the rest. */
export const finite = ({ name, type }: Column): string =>
  isFloating(type) ? `isfinite(${quoted(name)})` : `${quoted(name)} is not null`;

type Statistic = RuleOf<'mean' | 'standard_deviation' | 'quantile' | 'median' | 'sum'>;

export function planStatistic(rule: Statistic, planning: Planning): Plan {
  const column = numberColumn(planning, rule.column);
  return planOfFigure(rule, planning, { looks: [finite(column)], value: statisticOf(rule, column) });
}

function statisticOf(rule: Statistic, column: Column): string {
  const number = `${quoted(column.name)}::double`;
  switch (rule.kind) {
    case 'mean':
      return `avg(${number})`;
    case 'standard_deviation':
      // Of a sample (n - 1): with one row there is none.
      return `stddev_samp(${number})`;
    case 'quantile':
      return `quantile_cont(${number}, ${rule.quantile})`;
    case 'median':
      return `quantile_cont(${number}, 0.5)`;
    case 'sum':
      // Compensated, so that the order of the rows does not show in it.
      return `fsum(${number})`;
  }
}

export function planFreshness(rule: RuleOf<'freshness'>, planning: Planning): Plan {
  const column = columnOf(planning.data, rule.column);
  const name = quoted(column.name);
  const own = columnClass(column.type);
  if (own !== 'date' && own !== 'timestamp' && own !== 'string')
    throw new NotAssessable('wrong_type', { column: column.name, detail: column.type });
  const moment = own === 'string' ? `try_cast(${name}::varchar as timestamp)` : `${name}::timestamp`;
  return planOfFigure(rule, planning, {
    looks: [`isfinite(${moment})`],
    value: `max(epoch_ms(${moment}))`,
    read: ({ value }) => ({
      value: value === null ? null : (planning.now - value) / hour_ms,
      found: value === null ? [] : [new Date(value).toISOString()],
    }),
  });
}

/** As a number between -1 and 1; a truth value counts as 0 and 1. */
export function correlationOf(relation: { columns: readonly Column[] }, names: readonly string[]) {
  const columns = names.map((name) => {
    const column = relation.columns.find((each) => each.name === name);
    if (!column) throw new NotAssessable('column_missing', { column: name });
    if (!['integer', 'number', 'boolean'].includes(columnClass(column.type)))
      throw new NotAssessable('wrong_type', { column: name, detail: column.type });
    return column;
  });
  const [x = '', y = ''] = columns.map(({ name }) => `${quoted(name)}::double`);
  return { looks: columns.map(finite), value: `corr(${x}, ${y})` };
}
