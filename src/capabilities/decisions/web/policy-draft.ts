import {
  evidenceParts,
  type GateRule,
  type PolicyDocument,
  type PolicyGate,
  policyGates,
  type RiskClass,
  riskClasses,
  rulesFor,
} from '../contract.ts';
import type { ProblemRole } from '../../identity/contract.ts';

export interface RuleDraft extends Pick<GateRule, 'evidence' | 'roles' | 'deciders'> {
  /** as typed: how many people sign in a role, for roles of which more than one does */
  people: Readonly<Partial<Record<ProblemRole, string>>>;
  /** as typed */
  waivers: string;
  /** as typed; empty where a signature counts until the evidence changes */
  days: string;
}

export type RulesDraft = Record<PolicyGate, Record<RiskClass, RuleDraft>>;

const mapRules = <From, To>(
  rulesAt: (gate: PolicyGate) => Record<RiskClass, From>,
  each: (rule: From) => To,
): Record<PolicyGate, Record<RiskClass, To>> => {
  const ofGate = (gate: PolicyGate) =>
    Object.fromEntries(riskClasses.map((riskClass) => [riskClass, each(rulesAt(gate)[riskClass])]));
  return Object.fromEntries(policyGates.map((gate) => [gate, ofGate(gate)])) as Record<
    PolicyGate,
    Record<RiskClass, To>
  >;
};

export const draftOf = (policy: PolicyDocument): RulesDraft =>
  mapRules(
    (gate) => rulesFor(policy, gate),
    ({ evidence, roles, deciders, quorum = [], waivers, validity_days }) => ({
      evidence,
      roles,
      deciders,
      people: Object.fromEntries(quorum.map(({ role, people }) => [role, String(people)])),
      waivers: String(waivers),
      days: validity_days === undefined ? '' : String(validity_days),
    }),
  );

/** What was typed, as a policy; a number that is none counts as it was said to be wrong by `checkRules`. */
export const documentOf = (name: string, draft: RulesDraft): PolicyDocument => ({
  name: name.trim(),
  rules: mapRules((gate) => draft[gate], ruleOf),
});

export function ruleOf({ evidence, roles, deciders, people, waivers, days }: RuleDraft): GateRule {
  const quorum = roles.flatMap((role) => {
    const count = wholeNumber(people[role] ?? '1', { least: 2, most: 5 });
    return count === null ? [] : [{ role, people: count }];
  });
  return {
    // In the order in which they are always told.
    evidence: evidenceParts.filter((part) => evidence.includes(part)),
    roles: [...roles],
    deciders: [...deciders],
    ...(quorum.length === 0 ? {} : { quorum }),
    waivers: wholeNumber(waivers, { least: 0, most: 20 }) ?? 0,
    ...(days.trim() === '' ? {} : { validity_days: wholeNumber(days, { least: 1, most: 3650 }) ?? 1 }),
  };
}

type Wrong = 'rolesMissing' | 'quorumWrong' | 'decidersMissing' | 'waiversWrong' | 'validityWrong';

/** What a rule still lacks, each with where it is. */
export function checkRules(draft: RulesDraft): { gate: PolicyGate; riskClass: RiskClass; wrong: Wrong }[] {
  return policyGates.flatMap((gate) =>
    riskClasses.flatMap((riskClass) => checkRule(draft[gate][riskClass]).map((wrong) => ({ gate, riskClass, wrong }))),
  );
}

function checkRule({ roles, deciders, people, waivers, days }: RuleDraft): Wrong[] {
  const hasDays = days.trim() !== '';
  const isNoCount = (role: ProblemRole) => wholeNumber(people[role] ?? '1', { least: 1, most: 5 }) === null;
  return [
    ...(roles.length === 0 ? ['rolesMissing' as const] : []),
    ...(roles.some(isNoCount) ? ['quorumWrong' as const] : []),
    ...(deciders.length === 0 ? ['decidersMissing' as const] : []),
    ...(wholeNumber(waivers, { least: 0, most: 20 }) === null ? ['waiversWrong' as const] : []),
    ...(hasDays && wholeNumber(days, { least: 1, most: 3650 }) === null ? ['validityWrong' as const] : []),
  ];
}

function wholeNumber(typed: string, { least, most }: { least: number; most: number }): number | null {
  const text = typed.trim();
  if (!/^\d{1,5}$/.test(text)) return null;
  const number = Number(text);
  return number >= least && number <= most ? number : null;
}
