import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problemRoles, type ProblemRole } from '../identity/contract.ts';
import { type GateCase, judgeGate, type SignOffSeen } from './judge-gate.ts';
import { type GateRule, policyGates, riskClasses } from './policy-contract.ts';
import { rulesFor } from './rules-for.ts';
import { shippedPolicies } from './shipped-policies.ts';

const ruleTable = shippedPolicies.flatMap((policy) =>
  policyGates.flatMap((gate) =>
    riskClasses.map((riskClass) => ({
      name: policy.name,
      gate,
      riskClass,
      rule: rulesFor(policy, gate)[riskClass],
    })),
  ),
);
const subsets = Array.from({ length: 2 ** problemRoles.length }, (_, bits) =>
  problemRoles.filter((_role, at) => (bits & (1 << at)) !== 0),
);
const oneItemOf = (rule: GateRule) => `${rule.evidence[0]}.something`;

const caseOf = (rule: GateRule, given: Partial<GateCase> = {}): GateCase => ({
  rule,
  outcome: 'go',
  isPersonal: false,
  isProhibited: false,
  openItems: [],
  waivedItems: [],
  signOffs: [],
  proposerId: 'proposer',
  decider: { userId: 'decider', roles: rule.deciders },
  ...given,
});
const signed = (roles: readonly ProblemRole[], { isFresh = true } = {}): SignOffSeen[] =>
  roles.map((role) => ({ role, userId: `the ${role}`, isFresh, verdict: 'approves' }));

describe('PF5 every subset of signing roles x fresh or stale x no or one waiver, by each shipped policy', () => {
  test.each(ruleTable)('$name, $gate, $riskClass', ({ rule }) => {
    for (const roles of subsets) {
      for (const isFresh of [true, false]) {
        for (const waived of [[], [oneItemOf(rule)]]) {
          const given = caseOf(rule, {
            openItems: [oneItemOf(rule)],
            waivedItems: waived,
            signOffs: signed(roles, { isFresh }),
          });
          // Said once more, in other words than the code's: all sign, on what stands there, and the one gap is waived.
          const isAllowed =
            isFresh && rule.roles.every((role) => roles.includes(role)) && waived.length === 1 && rule.waivers >= 1;
          expect(judgeGate(given).length === 0, JSON.stringify({ roles, isFresh, waived })).toBe(isAllowed);
        }
      }
    }
  });
});

describe('PF5 two people of one role, by each shipped policy: every way in which two may have signed', () => {
  const ways = ['not', 'stale', 'objects', 'approves'] as const;
  const asSigned = (way: (typeof ways)[number], userId: string, role: ProblemRole): SignOffSeen[] =>
    way === 'not'
      ? []
      : [{ role, userId, isFresh: way !== 'stale', verdict: way === 'objects' ? 'objects' : 'approves' }];

  test.each(ruleTable)('$name, $gate, $riskClass', ({ rule: shipped }) => {
    for (const role of shipped.roles) {
      const rule: GateRule = { ...shipped, quorum: [{ role, people: 2 }] };
      const others = signed(rule.roles.filter((each) => each !== role));
      for (const first of ways) {
        for (const second of ways) {
          for (const isSame of [false, true]) {
            const people = [...asSigned(first, 'Anna', role), ...asSigned(second, isSame ? 'Anna' : 'Bram', role)];
            const given = caseOf(rule, { signOffs: [...others, ...people] });
            const isAllowed = first === 'approves' && second === 'approves' && !isSame;
            expect(judgeGate(given).length === 0, JSON.stringify({ role, first, second, isSame })).toBe(isAllowed);
          }
        }
      }
    }
  });

  test('who also signs in another role, or decides, does not count twice', () => {
    const rule: GateRule = { ...standard, quorum: [{ role: 'sme', people: 2 }] };
    const [first, ...rest] = signed(standard.roles) as [SignOffSeen, ...SignOffSeen[]];
    const second = { ...first, userId: rest[0]?.userId ?? '' };
    expect(judgeGate(caseOf(rule, { signOffs: [first, ...rest] }))).toEqual([
      { kind: 'quorum', role: 'sme', asked: 2, signed: 1 },
    ]);
    const oneTwice = judgeGate(caseOf(rule, { signOffs: [first, second, ...rest] }));
    expect(oneTwice).toEqual([{ kind: 'one_person', roles: standard.roles }]);
    const decides = { ...first, userId: 'decider' };
    expect(judgeGate(caseOf(rule, { signOffs: [first, decides, ...rest] }))).toEqual([
      { kind: 'one_person', roles: standard.roles },
    ]);
    expect(judgeGate(caseOf(rule, { signOffs: [first, { ...first, userId: 'Bram' }, ...rest] }))).toEqual([]);
  });

  test('alone at one’s own machine one signature is enough', () => {
    const rule: GateRule = { ...standard, quorum: [{ role: 'sme', people: 2 }] };
    const owner = signed(standard.roles).map((each) => ({ ...each, userId: 'owner' }));
    const decider = { userId: 'owner', roles: [...problemRoles] };
    expect(judgeGate(caseOf(rule, { isPersonal: true, proposerId: 'owner', decider, signOffs: owner }))).toEqual([]);
  });
});

const standard = ruleTable.find((each) => each.name === 'standard' && each.gate === 'g1')?.rule as GateRule;
const all = signed(standard.roles);

test('PF5 what stands in the way is named: open items, missing and stale roles, an objection', () => {
  const [first, second, third] = all as [SignOffSeen, SignOffSeen, SignOffSeen];
  const given = caseOf(standard, {
    openItems: ['value.model', 'unasked.part'],
    signOffs: [
      { ...first, verdict: 'objects' },
      { ...second, isFresh: false },
    ],
  });
  expect(judgeGate(given)).toEqual([
    { kind: 'item', item: 'value.model' },
    { kind: 'objection', role: first.role },
    { kind: 'stale', role: second.role },
    { kind: 'unsigned', role: third.role },
  ]);
});

test('PF6 RM1 the light policy asks for the translation and the class under the AI Act, not for the whole assessment', () => {
  const g1 = ruleTable.find((each) => each.name === 'light' && each.gate === 'g1')?.rule as GateRule;
  const given = (openItems: string[], rule: GateRule) =>
    judgeGate(caseOf(rule, { openItems, signOffs: signed(rule.roles) }));
  expect(given(['translation.unit', 'risk.classified', 'risk.signed', 'risk.dpia'], g1)).toEqual([
    { kind: 'item', item: 'translation.unit' },
    { kind: 'item', item: 'risk.classified' },
  ]);
});

test('PF5 one person with two roles counts once, and who proposed does not decide', () => {
  const twoHats = all.map((each, at) => (at < 2 ? { ...each, userId: 'Anna' } : each));
  expect(judgeGate(caseOf(standard, { signOffs: twoHats }))).toEqual([{ kind: 'one_person', roles: standard.roles }]);
  const [hat] = twoHats as [SignOffSeen];
  // Somebody else with one of the two roles sets the matter right, in whatever order they signed.
  expect(judgeGate(caseOf(standard, { signOffs: [...twoHats, { ...hat, userId: 'Bram' }] }))).toEqual([]);
  expect(judgeGate(caseOf(standard, { signOffs: all, proposerId: 'decider' }))).toEqual([{ kind: 'proposer' }]);
});

test('PF5 alone at one’s own machine four eyes are waived, the evidence and the roles are not', () => {
  const owner = all.map((each) => ({ ...each, userId: 'owner' }));
  const alone = { isPersonal: true, proposerId: 'owner', decider: { userId: 'owner', roles: [...problemRoles] } };
  expect(judgeGate(caseOf(standard, { ...alone, signOffs: owner }))).toEqual([]);
  expect(judgeGate(caseOf(standard, { ...alone, signOffs: owner.slice(1) }))).toHaveLength(1);
  expect(judgeGate(caseOf(standard, { ...alone, signOffs: owner, openItems: ['risk.signed'] }))).toHaveLength(1);
});

test('RM1 a practice that the law forbids has no go, whoever signs; it can be stopped at any time', () => {
  expect(judgeGate(caseOf(standard, { signOffs: all, isProhibited: true }))).toEqual([{ kind: 'prohibited' }]);
  for (const outcome of ['no_go', 'defer', 'reopen'] as const) {
    const given = caseOf(standard, { outcome, isProhibited: true, openItems: ['value.model'], proposerId: 'decider' });
    expect(judgeGate(given)).toEqual([]);
    expect(judgeGate({ ...given, decider: { userId: 'x', roles: ['stakeholder'] } })).toEqual([
      { kind: 'decider', roles: standard.deciders },
    ]);
  }
});

test('PF5 property: whatever one person signs alone in a team, it is never a go', () => {
  const anything = fc.record({
    which: fc.constantFrom(...ruleTable),
    roles: fc.subarray([...problemRoles]),
    waived: fc.boolean(),
    proposes: fc.boolean(),
    outcome: fc.constantFrom('go' as const, 'conditional_go' as const),
  });
  fc.assert(
    fc.property(anything, ({ which: { rule }, roles, waived, proposes, outcome }) => {
      const signOffs = signed(roles).map((each) => ({ ...each, userId: 'Anna' }));
      const given = caseOf(rule, {
        outcome,
        signOffs,
        waivedItems: waived ? [oneItemOf(rule)] : [],
        proposerId: proposes ? 'Anna' : 'somebody before',
        decider: { userId: 'Anna', roles: [...problemRoles] },
      });
      return judgeGate(given).length > 0;
    }),
    { seed: 1, numRuns: 2000 },
  );
});
