import { type GateRule, type PolicyDifference, type RiskClass, riskClasses } from '../contract.ts';

type Rules = Record<RiskClass, GateRule>;

/** Risk classes that are asked the same stand together, each rule once. */
export function groupClasses(rules: Rules): { classes: RiskClass[]; rule: GateRule }[] {
  const groups: { classes: RiskClass[]; rule: GateRule }[] = [];
  for (const riskClass of riskClasses) {
    const rule = rules[riskClass];
    const same = groups.find((group) => isSame(group.rule, rule));
    if (same) same.classes.push(riskClass);
    else groups.push({ classes: [riskClass], rule });
  }
  return groups;
}

/** In whatever order the parts and roles are named. */
function isSame(one: GateRule, other: GateRule): boolean {
  const sorted = ({ evidence, roles, deciders, quorum = [], waivers, validity_days: days }: GateRule) => {
    const people = quorum.map(({ role, people: count }) => `${role}:${count}`).toSorted();
    return JSON.stringify([evidence.toSorted(), roles.toSorted(), deciders.toSorted(), people, waivers, days ?? null]);
  };
  return sorted(one) === sorted(other);
}

/** The same difference in several risk classes of a gate is told once. */
export function groupDifferences(
  differences: readonly PolicyDifference[],
): (Omit<PolicyDifference, 'riskClass'> & { classes: RiskClass[] })[] {
  const groups = new Map<string, Omit<PolicyDifference, 'riskClass'> & { classes: RiskClass[] }>();
  for (const { riskClass, ...rest } of differences) {
    const key = JSON.stringify(rest);
    const known = groups.get(key);
    if (known) known.classes.push(riskClass);
    else groups.set(key, { ...rest, classes: [riskClass] });
  }
  return [...groups.values()];
}
