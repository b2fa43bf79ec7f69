import {
  type GateRule,
  type PolicyDifference,
  type PolicyDocument,
  policyGates,
  riskClasses,
} from './policy-contract.ts';

/** What `after` asks otherwise than `before`, by gate and risk class; nothing where both ask the same. */
export function comparePolicies(before: PolicyDocument, after: PolicyDocument): PolicyDifference[] {
  return policyGates.flatMap((gate) =>
    riskClasses.flatMap((riskClass) =>
      compareRules(before.rules[gate][riskClass], after.rules[gate][riskClass]).map((each) => ({
        gate,
        riskClass,
        ...each,
      })),
    ),
  );
}

type Between = Omit<PolicyDifference, 'gate' | 'riskClass'>;

const lists = ['evidence', 'roles', 'deciders'] as const;
const numbers = ['waivers', 'validity_days'] as const;

function compareRules(before: GateRule, after: GateRule): Between[] {
  const inLists = lists.map((field): Between => {
    const [was, is]: readonly string[][] = [before[field], after[field]];
    const added = (is ?? []).filter((each) => !was?.includes(each));
    const removed = (was ?? []).filter((each) => !is?.includes(each));
    return { field, added, removed, before: null, after: null };
  });
  const inNumbers = numbers.map((field): Between => {
    const [was, is] = [before[field] ?? null, after[field] ?? null];
    return { field, added: [], removed: [], before: was, after: is };
  });
  return [
    ...inLists.filter(({ added, removed }) => added.length + removed.length > 0),
    ...inNumbers.filter((each) => each.before !== each.after),
  ];
}
