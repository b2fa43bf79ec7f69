import type { GateRule, PolicyDocument, PolicyGate, RiskClass } from './policy-contract.ts';
import { asksFor } from './judge-gate.ts';
import { shippedPolicies, standardPolicy } from './shipped-policies.ts';

type Rules = Record<RiskClass, GateRule>;

/**
 * The rules of a policy at one gate. Where a version was made before there was this gate, those of the policy of the same name that
 * comes with Peil stand in, or of the standard one.
 */
export function rulesFor({ name, rules }: PolicyDocument, gate: PolicyGate): Rules {
  const standIn = shippedPolicies.find((each) => each.name === name) ?? standardPolicy;
  const found = rules[gate] ?? standIn.rules[gate];
  if (!found) throw new Error(`a shipped policy has rules for every gate; none for ${gate}`);
  return found;
}

/**
 * The rule for a problem of this class. While the class is open the rule of the least class stands, where that asks for the class at
 * G1: no go is reached without it. A policy that does not ask would leave the choice of its rule to whoever leaves the class
 * open, so there the strictest one stands from G1 on. Before the go at G0 nobody knows yet what is made, so no class is missed.
 */
export function ruleFor(
  document: PolicyDocument,
  { gate, riskClass }: { gate: PolicyGate; riskClass: RiskClass | 'unassessed' | 'prohibited' },
): GateRule {
  const rules = rulesFor(document, gate);
  if (riskClass === 'unassessed') return gate === 'g0' || asksTheClass(document) ? rules.minimal : rules.high;
  return rules[riskClass === 'prohibited' ? 'minimal' : riskClass];
}

/** Does a go at G1 need the class under the AI Act, whatever it is? */
export const asksTheClass = (document: PolicyDocument): boolean =>
  asksFor(rulesFor(document, 'g1').minimal, 'risk.classified');

/** The same policy with rules for every gate, as a new version has them. */
export function wholePolicy(document: PolicyDocument): PolicyDocument {
  const { rules } = document;
  return { ...document, rules: { ...rules, g2: rulesFor(document, 'g2'), g3: rulesFor(document, 'g3') } };
}
