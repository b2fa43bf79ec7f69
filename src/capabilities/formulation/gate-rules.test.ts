import { expect, test } from 'vitest';
import type { Decision, Outcome } from '../decisions/contract.ts';
import { allowedOutcomes, countOpen, listG1Evidence, phaseAfter } from './gate-rules.ts';
import type { Evidence } from './gather-evidence.ts';
import type { KeyResult } from './okr-contract.ts';
import { type Phase, phases } from './problem-contract.ts';
import { describeThread } from './thread-rules.ts';

const keyResult: KeyResult = {
  id: 'k',
  objectiveId: 'o',
  position: 0,
  metric: 'late flights',
  unit: '%',
  baseline: '20',
  target: '10',
  by: '2027-01-31',
  source: 'planning',
  direction: 'down',
  isQuantified: true,
  missing: [],
  version: 1,
};

const accepted = { outcome: 'go' } as Decision;

function evidence(change: Partial<Evidence> = {}): Evidence {
  const texts = {
    currentSituation: 'a',
    affected: 'b',
    frequency: 'c',
    cost: 'd',
    currentDecision: 'e',
    evidence: 'f',
  };
  return {
    problem: {
      id: 'p',
      title: 'Late flights',
      phase: 'formulation',
      version: 1,
      created_by: 'u',
      created_at: 1,
      changed_at: 1,
      deleted_at: null,
    },
    opportunity: { texts: { ...texts, context: '' }, version: 1, changedAt: 1, changedIn: {} },
    objectives: [{ id: 'o', text: 'On time', position: 0, version: 1, keyResults: [keyResult] }],
    alternatives: { text: 'a rule', version: 1, changedAt: 1 },
    value: {
      model: {},
      hash: 'h',
      atStake: { amount: '1', currency: 'EUR', basis: 'ceiling' },
      isComplete: true,
      version: 1,
      changedAt: 1,
    },
    decided: { g0: accepted, g1: null },
    openConditions: [],
    ...change,
  };
}

const whole = evidence();
const openIds = (given: Evidence, today = '2026-01-05') =>
  listG1Evidence(given, today)
    .filter((item) => !item.isDone)
    .map((item) => item.id);

test.each<[string, Partial<Evidence>, string[]]>([
  ['nothing missing', {}, []],
  [
    'no evidence in the opportunity',
    { opportunity: { ...whole.opportunity, texts: { ...whole.opportunity.texts, evidence: ' ' } } },
    ['opportunity.evidence'],
  ],
  ['no objective', { objectives: [] }, ['requirements.objective', 'requirements.keyResult']],
  [
    'no key result with numbers',
    { objectives: [{ ...whole.objectives[0]!, keyResults: [{ ...keyResult, isQuantified: false }] }] },
    ['requirements.keyResult'],
  ],
  ['no complete value model', { value: { ...whole.value, isComplete: false } }, ['value.model']],
  ['an opportunity that was not accepted', { decided: { g0: null, g1: null } }, ['opportunity.accepted']],
  [
    'a condition of the earlier gate',
    { openConditions: [{ blocks: 'g1' } as Evidence['openConditions'][number]] },
    ['decision.conditions'],
  ],
  ['a condition of a later gate', { openConditions: [{ blocks: 'g2' } as Evidence['openConditions'][number]] }, []],
])('PF5 a go needs all its evidence: %s', (_what, change, open) => {
  expect(openIds(evidence(change))).toEqual(open);
});

test('PF5 a key result whose date has passed cannot be promised any more', () => {
  expect(openIds(whole, '2027-01-31')).toEqual([]);
  expect(openIds(whole, '2027-02-01')).toEqual(['requirements.dates']);
});

test.each(phases.filter((phase) => phase !== 'formulation'))(
  'PF5 in phase %s nothing is open because a date of what was decided has passed',
  (phase) => {
    expect(openIds(evidence({ problem: { ...whole.problem, phase } }), '2030-01-01')).toEqual([]);
  },
);

test.each<[Phase, boolean, Outcome[]]>([
  ['formulation', false, ['go', 'conditional_go', 'no_go', 'defer']],
  ['formulation', true, ['no_go', 'defer']],
  ['stopped', false, ['reopen']],
  ['stopped', true, ['reopen']],
  ['modelling', false, []],
  ['operation', false, []],
])('PF5 in %s, barred: %s, what can be decided is known', (phase, isBarred, outcomes) => {
  for (const gate of ['g0', 'g1'] as const)
    expect(allowedOutcomes(gate, { phase, isBarred, isAccepted: false })).toEqual(outcomes);
});

test('PF5 an opportunity is accepted once', () => {
  expect(allowedOutcomes('g0', { phase: 'formulation', isBarred: false, isAccepted: true })).toEqual([]);
});

test('PF5 a no-go stops, a go at G1 opens modelling, a reopening starts again', () => {
  const outcomes = ['go', 'conditional_go', 'no_go', 'defer', 'reopen'] as const;
  const [opened, closed, still] = ['modelling', 'stopped', 'formulation'];
  expect(outcomes.map((outcome) => phaseAfter('g1', outcome))).toEqual([opened, opened, closed, still, still]);
  expect(outcomes.map((outcome) => phaseAfter('g0', outcome))).toEqual([still, still, closed, still, still]);
});

test.each(phases)('LC1 in phase %s every station has a state, and only open ones ask', (phase) => {
  const { stations } = describeThread({
    phase,
    settled: false,
    open: { opportunity: 0, requirements: 2, value: 1, decision: 1 },
  });
  expect(stations).toHaveLength(14);
  for (const { state, openItems, asked } of stations) {
    if (asked.length > 0) expect([state, openItems > 0]).toEqual(['open', true]);
    if (phase === 'stopped') expect(openItems).toBe(0);
  }
});

test('LC1 with all evidence there, the decision is what is asked', () => {
  expect(countOpen(listG1Evidence(whole, '2026-01-05'))).toBe(0);
  const open = { opportunity: 0, requirements: 0, value: 0, decision: 0 };
  const { stations } = describeThread({ phase: 'formulation', settled: false, open });
  expect(stations.filter(({ openItems }) => openItems > 0)).toEqual([
    { station: 'decision', state: 'open', openItems: 1, near: null, asked: ['sme', 'sponsor'] },
  ]);
});
