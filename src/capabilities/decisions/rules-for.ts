import type { GateRule, PolicyDocument, PolicyGate, RiskClass } from './policy-contract.ts';
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

/** The same policy with rules for every gate, as a new version has them. */
export function wholePolicy(document: PolicyDocument): PolicyDocument {
  const { rules } = document;
  return { ...document, rules: { ...rules, g2: rulesFor(document, 'g2'), g3: rulesFor(document, 'g3') } };
}
