import type { Condition, SegmentRule } from '../contract.ts';
import type { segmentTexts } from './segment-texts.ts';

export interface ConditionDraft {
  column: string;
  op: Condition['op'];
  /** one to a line */
  values: string;
}

export interface SegmentDraft {
  name: string;
  how: 'column' | 'all';
  column: string;
  conditions: readonly ConditionDraft[];
}

export const takesValue = (op: Condition['op']): boolean => op !== 'empty' && op !== 'not_empty';

export function emptySegment(column: string): SegmentDraft {
  return { name: '', how: 'column', column, conditions: [{ column, op: 'is', values: '' }] };
}

export function segmentRuleOf({ how, column, conditions }: SegmentDraft): SegmentRule {
  if (how === 'column') return { column };
  return { all: conditions.map((each) => ({ column: each.column, op: each.op, values: valuesOf(each) })) };
}

/** The numbers of the conditions that still lack a value. */
export const bareConditions = ({ how, conditions }: SegmentDraft): number[] =>
  how === 'column'
    ? []
    : conditions.flatMap((each, index) => (takesValue(each.op) && valuesOf(each).length === 0 ? [index] : []));

function valuesOf({ op, values }: ConditionDraft): string[] {
  if (!takesValue(op)) return [];
  const lines = op === 'in' ? values.split('\n') : [values];
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** The expression of a segment as a sentence. */
export function saySegment(rule: SegmentRule, t: (typeof segmentTexts)['en']): string {
  if ('column' in rule) return t.eachValue({ column: rule.column });
  return rule.all
    .map(({ column, op, values }) => [column, t.ops[op], values.join(', ')].filter((part) => part !== '').join(' '))
    .join(t.and);
}
