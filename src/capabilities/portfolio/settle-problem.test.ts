import { expect, test } from 'vitest';
import { lightPolicy } from '../decisions/shipped-policies.ts';
import { type Ask, type Asks, parts } from './asks.ts';
import { type Facts, settleProblem } from './settle-problem.ts';

const nothing = Object.fromEntries(parts.map((part) => [part, []])) as unknown as Asks;
const facts: Facts = {
  phase: 'formulation',
  createdAt: 1,
  isDeleted: false,
  atStake: null,
  isAlone: false,
  riskClass: 'minimal',
  acceptedAt: 2,
  lastDecision: null,
  openConditions: [],
  rules: { g0: lightPolicy.rules.g0.minimal, g1: lightPolicy.rules.g1.minimal },
  proposals: [],
  later: null,
  bearers: [{ userId: 'eva', role: 'sme', until: null }],
};
const value: Ask = {
  id: 'value',
  kind: 'value',
  asked: ['sme'],
  since: null,
  due: null,
  notBefore: null,
  station: 'value',
  field: 'model',
  talk: null,
  params: { count: 1 },
  items: ['value.model'],
};
const condition = { id: 'c', gate: 'g1' as const, text: 'The works council agrees.', due: '2026-05-01', setAt: 3 };
const proposal = {
  gate: 'g1' as const,
  outcome: 'go' as const,
  at: 4,
  proposedBy: 'dirk',
  rule: lightPolicy.rules.g1.minimal,
  waived: [],
  signed: [],
  stale: [],
  objecting: [],
};
const kindsOf = (given: Partial<Facts>, asks: Asks = nothing) =>
  settleProblem({ ...facts, ...given }, asks).asks.map(({ kind, asked }) => `${kind} of ${asked.join(', ')}`);

test('PF5 a condition is asked of who sees to it, else of who decides, also after the go', () => {
  const sam = { userId: 'sam', role: 'sponsor' as const, until: null };
  const after = { phase: 'modelling' as const, bearers: [...facts.bearers, sam] };
  const [own, others] = [
    { ...condition, ownerId: 'u-1' },
    { ...condition, ownerId: null },
  ];
  expect(kindsOf({ ...after, openConditions: [own] })).toEqual(['condition of u-1']);
  expect(kindsOf({ ...after, openConditions: [others] })).toEqual(['condition of sponsor']);
});

test('PF5 what was waived by name is no longer asked, and what is stopped or deleted asks nothing', () => {
  const asks = { ...nothing, value: [value] };
  expect(kindsOf({}, asks)).toEqual(['value of sme']);
  const signing = ['sign of data_scientist', 'sign of sme'];
  expect(kindsOf({ proposals: [proposal] }, asks)).toEqual([...signing, 'value of sme', 'unfilled of sme, sponsor']);
  expect(kindsOf({ proposals: [{ ...proposal, waived: ['value.model'] }] }, asks)).not.toContain('value of sme');
  expect(kindsOf({ phase: 'stopped' }, asks)).toEqual([]);
  expect(kindsOf({ isDeleted: true }, asks)).toEqual([]);
});

test('PF5 an objection is for who proposed; a proposal to stop waits for the decider alone', () => {
  const objected = { ...proposal, signed: ['data_scientist' as const], objecting: ['sme' as const] };
  expect(kindsOf({ proposals: [objected] })).toEqual(['objection of dirk']);
  const stop = { ...proposal, outcome: 'no_go' as const };
  expect(kindsOf({ proposals: [stop] })).toEqual(['decide of sponsor', 'unfilled of sme, sponsor']);
});

test('PF7 keeping findings is asked of the data scientist, answering them of the expert', () => {
  const rule = { ...lightPolicy.rules.g1.minimal, evidence: ['findings' as const] };
  const at = { station: 'data' as const, field: 'findings' };
  const asked = (...ids: string[]) => {
    const later = { gate: 'g2' as const, open: ids.map((id) => ({ id, ...at })) };
    const bearers = [...facts.bearers, { userId: 'daan', role: 'data_scientist' as const, until: null }];
    return kindsOf({ phase: 'modelling', rules: { ...facts.rules, g2: rule }, later, bearers });
  };
  expect(asked('findings.kept')).toEqual(['findings_kept of data_scientist']);
  expect(asked('findings.x', 'findings.y')).toEqual(['findings of sme']);
});
