import type { RuleOf } from '../rule-contract.ts';
import { columnClass } from './column-class.ts';
import type { Plan, Planning } from './plan.ts';
import { columnOf } from './relation.ts';

const known = (isKept: boolean, { value, found }: { value: number; found: string[] }): Plan => ({
  kind: 'known',
  isKept,
  rows: 0,
  value,
  found,
});
const names = ({ data }: Planning): string[] => data.columns.map(({ name }) => name);

export function planColumnExists(rule: RuleOf<'column_exists'>, planning: Planning): Plan {
  const isThere = names(planning).includes(rule.column);
  return known(isThere, { value: isThere ? 1 : 0, found: isThere ? [] : [rule.column] });
}

export function planColumnType(rule: RuleOf<'column_type'>, planning: Planning): Plan {
  const { type } = columnOf(planning.data, rule.column);
  const own = columnClass(type);
  // Whole numbers are numbers too; the other way round they are not.
  const isLogical = rule.type === undefined || own === rule.type || (rule.type === 'number' && own === 'integer');
  const isPhysical = rule.physicalType === undefined || sameType(type, rule.physicalType);
  return known(isLogical && isPhysical, { value: isLogical && isPhysical ? 1 : 0, found: [type] });
}

const sameType = (a: string, b: string): boolean => flat(a) === flat(b);
const flat = (type: string): string => type.toUpperCase().replaceAll(/\s+/g, '');

export function planColumnsMatch(rule: RuleOf<'columns_match'>, planning: Planning): Plan {
  const there = names(planning);
  const missing = rule.columns.filter((name) => !there.includes(name));
  const extra = rule.allowExtra ? [] : there.filter((name) => !rule.columns.includes(name));
  const found = [...missing.map((name) => `- ${name}`), ...extra.map((name) => `+ ${name}`)];
  return known(found.length === 0, { value: found.length, found });
}

export function planColumnsOrdered(rule: RuleOf<'columns_ordered'>, planning: Planning): Plan {
  const there = names(planning);
  const length = Math.max(there.length, rule.columns.length);
  const apart = Array.from({ length }, (_, at) => at).filter((at) => there[at] !== rule.columns[at]);
  const found = apart.map((at) => `${at + 1}: ${there[at] ?? '-'}`);
  return known(apart.length === 0, { value: apart.length, found });
}
