import { expect, test } from 'vitest';
import { type PolicyDocument, policyGates, shippedPolicies } from './contract.ts';
import { ruleFor } from './rules-for.ts';

const [light] = shippedPolicies;
/** As light, but nothing of the risk is asked for the least class. */
const silent: PolicyDocument = {
  ...light,
  name: 'silent',
  rules: {
    ...light.rules,
    g1: { ...light.rules.g1, minimal: { ...light.rules.g1.minimal, evidence: ['opportunity'] } },
  },
};

test.each(shippedPolicies.flatMap((policy) => policyGates.map((gate) => [policy.name, gate, policy] as const)))(
  'RM1 PF5 %s asks for the class at G1, so its rule of the least class stands while that is open: %s',
  (_name, gate, policy) => {
    expect(ruleFor(policy, { gate, riskClass: 'unassessed' })).toEqual(policy.rules[gate]?.minimal);
  },
);

test.each(['g1', 'g2', 'g3'] as const)(
  'RM1 PF5 a policy that does not ask for the class judges a problem without one by its strictest rule at %s',
  (gate) => {
    const rules = { ...light.rules, ...silent.rules };
    expect(ruleFor(silent, { gate, riskClass: 'unassessed' })).toEqual(rules[gate]?.high);
    for (const riskClass of ['minimal', 'limited', 'high'] as const)
      expect(ruleFor(silent, { gate, riskClass })).toEqual(rules[gate]?.[riskClass]);
  },
);

test('RM1 PF5 before the go at G0 no class is missed', () => {
  const strictAtG0 = {
    ...silent,
    rules: { ...silent.rules, g0: { ...light.rules.g0, high: { ...light.rules.g0.high, waivers: 0 } } },
  };
  expect(ruleFor(strictAtG0, { gate: 'g0', riskClass: 'unassessed' })).toEqual(light.rules.g0.minimal);
});
