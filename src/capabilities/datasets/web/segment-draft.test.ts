import { expect, test } from 'vitest';
import { conditionOps } from '../contract.ts';
import { bareConditions, emptySegment, saySegment, segmentRuleOf, takesValue } from './segment-draft.ts';
import { segmentTexts } from './segment-texts.ts';

const t = segmentTexts.en;

test('PF7 a segment begins as the values of a column', () => {
  expect(segmentRuleOf(emptySegment('country'))).toEqual({ column: 'country' });
  expect(saySegment({ column: 'country' }, t)).toBe('each value of country');
});

test('PF7 conditions become a rule, and are said as one sentence', () => {
  const draft = {
    ...emptySegment('country'),
    how: 'all' as const,
    conditions: [
      { column: 'country', op: 'in' as const, values: 'NL\n BE \n' },
      { column: 'age', op: 'at_least' as const, values: ' 65 ' },
      { column: 'left', op: 'empty' as const, values: 'typed before' },
    ],
  };
  const rule = segmentRuleOf(draft);
  expect(rule).toEqual({
    all: [
      { column: 'country', op: 'in', values: ['NL', 'BE'] },
      { column: 'age', op: 'at_least', values: ['65'] },
      { column: 'left', op: 'empty', values: [] },
    ],
  });
  expect(saySegment(rule, t)).toBe('country is one of NL, BE and age is at least 65 and left has no value');
  expect(bareConditions(draft)).toEqual([]);
});

test.each(conditionOps)('PF7 a condition without a value is named where it needs one: %s', (op) => {
  const draft = { ...emptySegment('a'), how: 'all' as const, conditions: [{ column: 'a', op, values: '  ' }] };
  expect(bareConditions(draft)).toEqual(takesValue(op) ? [0] : []);
});
