import { isDeepStrictEqual } from 'node:util';
import type { Rule } from './rule-contract.ts';

export interface RuleChanges {
  added: Rule[];
  removed: Rule[];
  changed: { before: Rule; after: Rule }[];
}

/** What changed from one list of rules to another; a rule is known by its id. */
export function compareRules(before: readonly Rule[], after: readonly Rule[]): RuleChanges {
  const was = new Map(before.map((rule) => [rule.id, rule]));
  const is = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !was.has(id)),
    removed: before.filter(({ id }) => !is.has(id)),
    changed: after.flatMap((rule) => {
      const old = was.get(rule.id);
      return old && !isDeepStrictEqual(old, rule) ? [{ before: old, after: rule }] : [];
    }),
  };
}
