import { searchable } from '../../../platform/text/searchable.ts';

/**
 * A name with wildcards: `*` stands for any characters, also none, and `?` for one. Capitals do not matter. Held against a name
 * by going back to the last `*` only, so that no pattern takes longer than its length times that of the name.
 */
export function isMatch(pattern: string, name: string): boolean {
  const wanted = Array.from(searchable(pattern));
  const given = Array.from(searchable(name));
  let at = 0;
  let star = -1;
  let from = 0;
  for (let index = 0; index < given.length;) {
    if (wanted[at] === '*') {
      star = at++;
      from = index;
    } else if (at < wanted.length && (wanted[at] === '?' || wanted[at] === given[index])) {
      at++;
      index++;
    } else if (star >= 0) {
      at = star + 1;
      index = ++from;
    } else return false;
  }
  return wanted.slice(at).every((character) => character === '*');
}

/** So many characters that are no wildcards: the more, the more specific. */
export function weightOf(pattern: string): number {
  return Array.from(pattern).filter((character) => character !== '*' && character !== '?').length;
}

interface Rule {
  pattern: string;
  problemId: string;
}

/**
 * Of the rules that a name answers to the most specific: most characters that are no wildcards, then fewest wildcards. One of each
 * problem; more than one is a tie, which nobody but a person decides.
 */
export function rulesFor<R extends Rule>(rules: readonly R[], name: string): R[] {
  const matching = rules.filter(({ pattern }) => isMatch(pattern, name));
  const heaviest = matching.toSorted((one, other) => compare(one.pattern, other.pattern));
  const [best] = heaviest;
  if (!best) return [];
  const equal = heaviest.filter(({ pattern }) => compare(pattern, best.pattern) === 0);
  return [...new Map(equal.map((rule) => [rule.problemId, rule])).values()];
}

function compare(one: string, other: string): number {
  return weightOf(other) - weightOf(one) || one.length - other.length;
}
