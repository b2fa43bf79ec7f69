import type { RuleOf } from '../rule-contract.ts';
import { type Column, columnClass, isFloating, isNumeric } from './column-class.ts';
import { boundLiteral, comparable, compileConditions, isAmong } from './compile-condition.ts';
import { compileJsonSchema, type JsonSchema } from './compile-json-schema.ts';
import { countOf, groupOf, type Plan, type Planning, planOfRows } from './plan.ts';
import { columnOf, NotAssessable } from './relation.ts';
import { every, numberLiteral, quoted, some, surely, textLiteral } from './sql-text.ts';

const isThere = (column: Column): string => `${quoted(column.name)} is not null`;
/** NaN is greater than every number to DuckDB, and within no range to people. */
const isNan = (column: Column): string[] => (isFloating(column.type) ? [`isnan(${quoted(column.name)})`] : []);
const asText = (column: Column): string => `${quoted(column.name)}::varchar`;

export function planNotNull(rule: RuleOf<'not_null'>, planning: Planning): Plan {
  const column = columnOf(planning.data, rule.column);
  const missing = rule.alsoMissing ? [isAmong(column, rule.alsoMissing)] : [];
  return planOfRows(rule, planning, { looks: [], breaks: some([`${quoted(column.name)} is null`, ...missing]) });
}

export function planValues(rule: RuleOf<'accepted_values' | 'forbidden_values'>, planning: Planning): Plan {
  const column = columnOf(planning.data, rule.column);
  const among = surely(isAmong(column, rule.values));
  const breaks = rule.kind === 'accepted_values' ? `not ${among}` : among;
  return planOfRows(rule, planning, { looks: [isThere(column)], breaks });
}

export function planRange(rule: RuleOf<'range'>, planning: Planning): Plan {
  const column = columnOf(planning.data, rule.column);
  const value = comparable(column);
  const below = rule.exclusiveMin ? '<=' : '<';
  const above = rule.exclusiveMax ? '>=' : '>';
  const breaks = [
    ...isNan(column),
    ...(rule.min === undefined ? [] : [`${value} ${below} ${boundLiteral(column, rule.min)}`]),
    ...(rule.max === undefined ? [] : [`${value} ${above} ${boundLiteral(column, rule.max)}`]),
  ];
  return planOfRows(rule, planning, { looks: [isThere(column)], breaks: some(breaks) });
}

export function planPattern(rule: RuleOf<'pattern'>, planning: Planning): Plan {
  const column = columnOf(planning.data, rule.column);
  const breaks = `not regexp_matches(${asText(column)}, ${textLiteral(rule.pattern)})`;
  return planOfRows(rule, planning, { looks: [isThere(column)], breaks });
}

export function planLength(rule: RuleOf<'length'>, planning: Planning): Plan {
  const column = columnOf(planning.data, rule.column);
  const isList = columnClass(column.type) === 'array';
  const length = isList ? `len(${quoted(column.name)})` : `length(${asText(column)})`;
  const breaks = [
    ...(rule.min === undefined ? [] : [`${length} < ${rule.min}`]),
    ...(rule.max === undefined ? [] : [`${length} > ${rule.max}`]),
  ];
  return planOfRows(rule, planning, { looks: [isThere(column)], breaks: some(breaks) });
}

const castTypes = {
  number: 'double',
  integer: 'hugeint',
  date: 'date',
  timestamp: 'timestamp',
  time: 'time',
  boolean: 'boolean',
  uuid: 'uuid',
} as const;

export function planParseable(rule: RuleOf<'parseable'>, planning: Planning): Plan {
  const column = columnOf(planning.data, rule.column);
  const text = asText(column);
  const looks = [isThere(column)];
  if (rule.format !== undefined)
    return planOfRows(rule, planning, { looks, breaks: `try_strptime(${text}, ${textLiteral(rule.format)}) is null` });
  // "1.5" rounds to a whole number by a cast, and "nan" is read as a number: neither is meant.
  const alsoNot = {
    integer: [`not regexp_full_match(trim(${text}), '[+-]?[0-9]+')`],
    number: [`not isfinite(try_cast(${text} as double))`],
  };
  const more = rule.as === 'integer' || rule.as === 'number' ? alsoNot[rule.as] : [];
  return planOfRows(rule, planning, {
    looks,
    breaks: some([`try_cast(${text} as ${castTypes[rule.as]}) is null`, ...more]),
  });
}

export function planJsonSchema(rule: RuleOf<'json_schema'>, planning: Planning): Plan {
  const column = columnOf(planning.data, rule.column);
  const text = asText(column);
  const holds = compileJsonSchema(rule.schema as JsonSchema, 'j');
  // A CASE, so that no text that is not JSON is ever read as JSON.
  const breaks = `case when json_valid(${text}) then not list_transform([${text}::json], lambda j: ${surely(holds)})[1] else true end`;
  return planOfRows(rule, planning, { looks: [isThere(column)], breaks });
}

const signs = { less: '<', at_most: '<=', equal: '=', not_equal: '<>', at_least: '>=', more: '>' } as const;

export function planCompareColumns(rule: RuleOf<'compare_columns'>, planning: Planning): Plan {
  const [left, right] = [columnOf(planning.data, rule.column), columnOf(planning.data, rule.otherColumn)];
  refuseIncomparable(left, right);
  const [a, b] = [quoted(left.name), quoted(right.name)];
  const isNear = isNumeric(left.type) && rule.tolerance > 0;
  const near = `abs(${a}::double - ${b}::double) <= ${numberLiteral(rule.tolerance)}`;
  const kept = {
    equal: isNear ? near : `${a} = ${b}`,
    not_equal: isNear ? `not (${near})` : `${a} <> ${b}`,
  };
  const holds =
    rule.comparison === 'equal' || rule.comparison === 'not_equal'
      ? kept[rule.comparison]
      : `${a} ${signs[rule.comparison]} ${b}`;
  const breaks = some([...isNan(left), ...isNan(right), `not ${surely(holds)}`]);
  return planOfRows(rule, planning, { looks: [isThere(left), isThere(right)], breaks });
}

function refuseIncomparable(left: Column, right: Column): void {
  const family = ({ type }: Column) => {
    if (isNumeric(type)) return 'number';
    const own = columnClass(type);
    return own === 'date' ? 'timestamp' : own;
  };
  if (family(left) === family(right)) return;
  throw new NotAssessable('wrong_type', { column: right.name, detail: `${left.type}, ${right.type}` });
}

export function numberColumn(planning: Planning, name: string): Column {
  const column = columnOf(planning.data, name);
  if (!isNumeric(column.type)) throw new NotAssessable('wrong_type', { column: name, detail: column.type });
  return column;
}

export function planColumnsSum(rule: RuleOf<'columns_sum'>, planning: Planning): Plan {
  const parts = rule.columns.map((name) => numberColumn(planning, name));
  const total = typeof rule.total === 'number' ? null : numberColumn(planning, rule.total);
  const sum = parts.map(({ name }) => `${quoted(name)}::double`).join(' + ');
  const target = total ? `${quoted(total.name)}::double` : numberLiteral(rule.total as number);
  const all = total ? [...parts, total] : parts;
  const breaks = `not ${surely(`abs(${sum} - ${target}) <= ${numberLiteral(rule.tolerance)}`)}`;
  return planOfRows(rule, planning, { looks: all.map(isThere), breaks: some([...all.flatMap(isNan), breaks]) });
}

/** Breaking are the texts that stand for no value, and the fewer of those that are numbers and those that are not. */
export function planMixedTypes(rule: RuleOf<'mixed_types'>, planning: Planning): Plan {
  const column = columnOf(planning.data, rule.column);
  if (columnClass(column.type) !== 'string')
    return planOfRows(rule, planning, { looks: [isThere(column)], breaks: 'false' });
  const looked = every([...compileConditions(rule.where, planning.data), isThere(column)]);
  const text = `lower(trim(${asText(column)}))`;
  const token =
    rule.tokens.length === 0
      ? 'false'
      : `${text} in (${rule.tokens.map((each) => textLiteral(each.trim().toLowerCase())).join(', ')})`;
  const number = `try_cast(${text} as double) is not null`;
  const aggregates = {
    rows: countOf(looked),
    failing: `${countOf(`${looked} and ${token}`)} + least(${countOf(`${looked} and not ${token} and ${number}`)}, ${countOf(`${looked} and not ${token} and not ${number}`)})`,
  };
  return { kind: 'scan', aggregates, group: groupOf(rule, planning), broken: `${looked} and ${token}` };
}
