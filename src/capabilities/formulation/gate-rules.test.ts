import { expect, test } from 'vitest';
import {
  type Decision,
  type Outcome,
  outcomes as allOutcomes,
  type PolicyGate,
  policyGates,
} from '../decisions/contract.ts';
import {
  allowedOutcomes,
  countOpen,
  gateToDecide,
  isGo,
  listG1Evidence,
  opensAfter,
  phaseAfter,
} from './gate-rules.ts';
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
    decided: { g0: accepted, g1: null, g2: null, g3: null },
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
  [
    'an opportunity that was not accepted',
    { decided: { g0: null, g1: null, g2: null, g3: null } },
    ['opportunity.accepted'],
  ],
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

const undecided = { gates: policyGates, decided: { g0: null, g1: null, g2: null, g3: null } };

test.each<[Phase, boolean, Outcome[]]>([
  ['formulation', false, ['go', 'conditional_go', 'no_go', 'defer']],
  ['formulation', true, ['no_go', 'defer']],
  ['stopped', false, ['reopen']],
  ['stopped', true, ['reopen']],
  ['modelling', false, []],
  ['operation', false, []],
])('PF5 in %s, barred: %s, what can be decided is known', (phase, isBarred, outcomes) => {
  for (const gate of ['g0', 'g1'] as const)
    expect(allowedOutcomes(gate, { phase, isBarred, ...undecided })).toEqual(outcomes);
});

test('PF5 an opportunity is accepted once', () => {
  expect(
    allowedOutcomes('g0', { phase: 'formulation', isBarred: false, gates: policyGates, decided: whole.decided }),
  ).toEqual([]);
});

test('PF5 a no-go stops, a go at G1 opens modelling, a reopening starts again', () => {
  const outcomes = ['go', 'conditional_go', 'no_go', 'defer', 'reopen'] as const;
  const [opened, closed, still] = ['modelling', 'stopped', 'formulation'];
  expect(outcomes.map((outcome) => phaseAfter('g1', outcome))).toEqual([opened, opened, closed, still, still]);
  expect(outcomes.map((outcome) => phaseAfter('g0', outcome))).toEqual([still, still, closed, still, still]);
});

const latest = [null, ...allOutcomes];
const everyStanding = [policyGates, ['g0', 'g1', 'g3'] as const, ['g0', 'g1'] as const].flatMap((gates) =>
  phases.flatMap((phase) =>
    latest.flatMap((g1) => latest.flatMap((g2) => latest.map((g3) => ({ gates, phase, given: { g1, g2, g3 } })))),
  ),
);
type Standing = (typeof everyStanding)[number];
const asDecision = (outcome: Outcome | null) => outcome && { outcome };
const standingOf = ({ gates, phase, given: { g1, g2, g3 } }: Standing) => ({
  gates,
  phase,
  decided: { g0: asDecision('go'), g1: asDecision(g1), g2: asDecision(g2), g3: asDecision(g3) },
});

test('PF5 after the go: whatever was decided, in whatever phase, each gate opens after the one before and only then', () => {
  for (const each of everyStanding) {
    const standing = standingOf(each);
    const { decided } = standing;
    const mayGo = (gate: PolicyGate) => allowedOutcomes(gate, { ...standing, isBarred: false }).includes('go');
    const isAfterG1 = each.phase === 'modelling' && isGo(decided.g1);
    const isG2There = (each.gates as readonly string[]).includes('g2');
    // Said once more, in other words than the code's.
    const isAfterG2 = isG2There ? each.phase === 'modelling' && isGo(decided.g2) : isAfterG1;
    const said = JSON.stringify(each);
    expect(mayGo('g2'), said).toBe(isAfterG1 && !isGo(decided.g2));
    expect(mayGo('g3'), said).toBe(isAfterG2 && !isGo(decided.g3));
    expect(opensAfter('g2', standing)).toBe(isGo(decided.g1) ? null : 'g1');
  }
});

test('PF5 what a gate after the go has stopped is reopened there, and nowhere else', () => {
  for (const each of everyStanding) {
    const standing = standingOf(each);
    const where = policyGates.filter((gate) =>
      allowedOutcomes(gate, { ...standing, isBarred: false }).includes('reopen'),
    );
    const { g2, g3 } = each.given;
    const stoppedAt = g2 === 'no_go' ? ['g2'] : g3 === 'no_go' ? ['g3'] : ['g0', 'g1'];
    expect(where, JSON.stringify(each)).toEqual(each.phase === 'stopped' ? stoppedAt : []);
  }
});

test('PF5 the gate that comes next is there, and has no go yet', () => {
  for (const each of everyStanding) {
    const standing = standingOf(each);
    const next = gateToDecide(standing);
    const isLater = next === 'g2' || next === 'g3';
    if (isLater)
      expect([each.gates.some((gate) => gate === next), isGo(standing.decided[next])]).toEqual([true, false]);
    expect(isLater && each.phase !== 'modelling').toBe(false);
  }
});

test('PF5 a later gate leaves the phase as it is, unless it stops the problem', () => {
  for (const gate of ['g2', 'g3'] as const)
    for (const outcome of allOutcomes)
      expect(phaseAfter(gate, outcome)).toBe(outcome === 'no_go' ? 'stopped' : 'modelling');
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
