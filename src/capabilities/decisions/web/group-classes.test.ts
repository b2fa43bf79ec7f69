import { expect, test } from 'vitest';
import { comparePolicies, lightPolicy, standardPolicy } from '../contract.ts';
import { groupClasses, groupDifferences } from './group-classes.ts';

test('PF5 risk classes that are asked the same are told of once, in whatever order it is written', () => {
  const { g0, g1 } = lightPolicy.rules;
  const shuffled = { ...g0.high, evidence: g0.high.evidence.toReversed(), roles: g0.high.roles.toReversed() };
  expect(groupClasses({ ...g0, high: shuffled }).map(({ classes }) => classes)).toEqual([
    ['minimal', 'limited', 'high'],
  ]);
  expect(groupClasses(g1).map(({ classes }) => classes)).toEqual([['minimal'], ['limited'], ['high']]);
  const timed = { ...g0.high, validity_days: 90 };
  expect(groupClasses({ ...g0, high: timed }).map(({ classes }) => classes)).toEqual([
    ['minimal', 'limited'],
    ['high'],
  ]);
});

test('PF5 one difference in every risk class is told of once', () => {
  const told = groupDifferences(comparePolicies(lightPolicy, standardPolicy));
  const atG0 = told.filter(({ gate }) => gate === 'g0');
  expect(atG0).toEqual([
    {
      gate: 'g0',
      field: 'evidence',
      added: ['stakeholders', 'steering'],
      removed: [],
      before: null,
      after: null,
      classes: ['minimal', 'limited', 'high'],
    },
  ]);
  expect(groupDifferences(comparePolicies(lightPolicy, lightPolicy))).toEqual([]);
});
