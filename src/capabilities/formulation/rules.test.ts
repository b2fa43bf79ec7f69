import { expect, test } from 'vitest';
import type { OpportunityTexts } from './opportunity-contract.ts';
import { judgeKeyResult, judgeOpportunity, percent } from './rules.ts';

const whole: OpportunityTexts = {
  currentSituation: 'a',
  affected: 'b',
  frequency: 'c',
  cost: 'd',
  currentDecision: 'e',
  evidence: 'f',
  context: '',
};

test('PF1 an opportunity is complete without context', () => {
  expect(judgeOpportunity(whole)).toEqual({ completeness: 100, missing: [] });
});

test('PF1 white space is no answer', () => {
  expect(judgeOpportunity({ ...whole, cost: ' \n', evidence: '' })).toEqual({
    completeness: 66,
    missing: ['cost', 'evidence'],
  });
});

const quantified = { unit: '%', baseline: '10', target: '5', by: '2027-01-31', source: 'planning system' };

test.each([
  ['everything there', {}, { direction: 'down', isQuantified: true, missing: [] }],
  ['upwards', { target: '10.5' }, { direction: 'up', isQuantified: true, missing: [] }],
  ['no baseline', { baseline: null }, { direction: null, isQuantified: false, missing: ['baseline'] }],
  [
    'no date, no source',
    { by: null, source: ' ' },
    { direction: 'down', isQuantified: false, missing: ['by', 'source'] },
  ],
])('PF4 a key result with %s', (_what, change, judged) => {
  expect(judgeKeyResult({ ...quantified, ...change })).toEqual(judged);
});

test('PF3 a hundred per cent means that nothing is missing', () => {
  expect([percent(999, 1000), percent(0, 0), percent(3, 3)]).toEqual([99, 0, 100]);
});
