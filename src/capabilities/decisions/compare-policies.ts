import {
  type GateRule,
  type PolicyDifference,
  type PolicyDocument,
  policyGates,
  riskClasses,
} from './policy-contract.ts';
import { rulesFor } from './rules-for.ts';

/** What `after` asks otherwise than `before`, by gate and risk class; nothing where both ask the same. */
export function comparePolicies(before: PolicyDocument, after: PolicyDocument): PolicyDifference[] {
  return policyGates.flatMap((gate) =>
    riskClasses.flatMap((riskClass) =>
      compareRules(rulesFor(before, gate)[riskClass], rulesFor(after, gate)[riskClass]).map((each) => ({
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

const quorumOf = ({ quorum = [] }: GateRule): string[] => quorum.map(({ role, people }) => `${role}:${people}`);

function compareRules(before: GateRule, after: GateRule): Between[] {
  const compareLists = (field: Between['field'], was: readonly string[], is: readonly string[]): Between => {
    const added = is.filter((each) => !was.includes(each));
    const removed = was.filter((each) => !is.includes(each));
    return { field, added, removed, before: null, after: null };
  };
  const inLists = [
    ...lists.map((field) => compareLists(field, before[field], after[field])),
    compareLists('quorum', quorumOf(before), quorumOf(after)),
  ];
  const inNumbers = numbers.map((field): Between => {
    const [was, is] = [before[field] ?? null, after[field] ?? null];
    return { field, added: [], removed: [], before: was, after: is };
  });
  return [
    ...inLists.filter(({ added, removed }) => added.length + removed.length > 0),
    ...inNumbers.filter((each) => each.before !== each.after),
  ];
}
