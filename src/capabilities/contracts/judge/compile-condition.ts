import type { Condition, RuleValue } from '../rule-fields.ts';
import { type Column, columnClass, isNumeric, isTemporal } from './column-class.ts';
import { columnOf, NotAssessable, type Relation } from './relation.ts';
import { numberLiteral, quoted, surely, textLiteral } from './sql-text.ts';

/** A filter of rows as SQL, a condition each; a column that is not there cannot be filtered by. */
export function compileConditions(conditions: readonly Condition[], relation: Relation): string[] {
  return conditions.map((condition) => compileCondition(condition, columnOf(relation, condition.column)));
}

const signs = { is: '=', is_not: '<>', less: '<', at_most: '<=', more: '>', at_least: '>=' } as const;

function compileCondition({ operator, values }: Condition, column: Column): string {
  const name = quoted(column.name);
  if (operator === 'is_null' || operator === 'is_not_null') return `${name} ${operator.replaceAll('_', ' ')}`;
  if (operator === 'in') return surely(isAmong(column, values));
  if (operator === 'not_in') return `${name} is not null and not ${surely(isAmong(column, values))}`;
  return surely(`${comparable(column)} ${signs[operator]} ${boundLiteral(column, values[0] ?? '')}`);
}

/** Whether the value of a column is one of these; for text as it stands, for numbers and dates as what it means. */
export function isAmong(column: Column, values: readonly RuleValue[]): string {
  const name = comparable(column);
  const literals = values.flatMap((value) => literalFor(column, value) ?? []);
  return literals.length === 0 ? 'false' : `${name} in (${literals.join(', ')})`;
}

/** A value that no value of the column can equal has no literal. */
function literalFor(column: Column, value: RuleValue): string | null {
  if (isNumeric(column.type)) {
    const number = typeof value === 'boolean' ? Number.NaN : Number(value);
    return String(value).trim() !== '' && Number.isFinite(number) ? exactNumber(value, number) : null;
  }
  if (columnClass(column.type) === 'boolean') return booleanLiteral(value);
  if (isTemporal(column.type)) return isTimeText(column, value) ? temporal(column, value) : null;
  return textLiteral(String(value));
}

/** Text keeps the digits that a double would lose. */
const exactNumber = (value: RuleValue, number: number): string =>
  typeof value === 'string' && /^-?\d{1,38}$/.test(value) ? value : `(${String(number)})`;

function booleanLiteral(value: RuleValue): string | null {
  const text = String(value).toLowerCase();
  return text === 'true' || text === 'false' ? text : null;
}

/** Compared as text unless it has an order of its own. */
export function comparable(column: Column): string {
  const name = quoted(column.name);
  if (isNumeric(column.type) || isTemporal(column.type) || columnClass(column.type) === 'boolean') return name;
  return columnClass(column.type) === 'string' && column.type.toUpperCase() === 'VARCHAR' ? name : `${name}::varchar`;
}

/** A bound that the column can be compared with; else the rule cannot be judged. */
export function boundLiteral(column: Column, bound: RuleValue): string {
  const literal = isNumeric(column.type) ? numberBound(bound) : literalFor(column, bound);
  if (literal === null)
    throw new NotAssessable('bound_not_comparable', {
      column: column.name,
      detail: `${String(bound)} (${column.type})`,
    });
  return literal;
}

function numberBound(bound: RuleValue): string | null {
  const number = Number(bound);
  return typeof bound !== 'boolean' && String(bound).trim() !== '' && Number.isFinite(number)
    ? numberLiteral(number)
    : null;
}

const forms = { date: /^\d{4,6}-\d\d-\d\d/, timestamp: /^\d{4,6}-\d\d-\d\d/, time: /^\d\d:\d\d/ };

function isTimeText(column: Column, value: RuleValue): boolean {
  const form = forms[columnClass(column.type) as keyof typeof forms];
  if (typeof value !== 'string' || !form.test(value)) return false;
  // A day that no calendar has is no bound; times have no calendar.
  return columnClass(column.type) === 'time' || !Number.isNaN(Date.parse(value));
}

const temporal = (column: Column, value: RuleValue): string =>
  `try_cast(${textLiteral(String(value))} as ${columnClass(column.type) === 'date' ? 'timestamp' : column.type})`;
