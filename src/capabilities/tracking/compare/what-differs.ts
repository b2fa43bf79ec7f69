import { chiSquareTail } from '../../statistics/index.ts';

/** A run with what it is judged by. */
export interface JudgedRun {
  id: string;
  name: string;
  value: number;
  /** by key; what a run does not have is absent */
  params: ReadonlyMap<string, string>;
}

/** Of few runs: where the best has another value than most of the others. */
export interface Difference {
  key: string;
  best: string | null;
  /** what the others have, the most frequent first */
  others: readonly (string | null)[];
}

/** Of many runs: what goes along with the value more than chance would have it. */
export type Along =
  | { kind: 'number'; key: string; /** rank correlation with being better (Spearman) */ rho: number }
  | { kind: 'class'; key: string; /** the value whose runs are the best, by their middle one */ best: string };

export interface WhatDiffers {
  best: JudgedRun;
  others: readonly JudgedRun[];
  differences: readonly Difference[];
  along: readonly Along[];
  /** parameters that are not the same in all of them */
  differing: number;
}

/** From so many on, what goes along with the value says more than what one run has. */
export const many = 12;
/** What is likelier than this to be by chance is not told. */
const chance = 0.05;

/** What differs most between the best and the others; null for fewer than two. */
export function whatDiffers(runs: readonly JudgedRun[], isLowBetter: boolean): WhatDiffers | null {
  const sorted = runs.toSorted((a, b) => (isLowBetter ? a.value - b.value : b.value - a.value));
  const [best, ...others] = sorted;
  if (!best || others.length === 0) return null;
  const keys = [...new Set(runs.flatMap(({ params }) => [...params.keys()]))].toSorted();
  const differing = keys.filter((key) => new Set(runs.map(({ params }) => params.get(key))).size > 1);
  return {
    best,
    others,
    differences: runs.length < many ? differencesOf(best, others, differing) : [],
    along: runs.length < many ? [] : goesAlong(sorted, differing),
    differing: differing.length,
  };
}

/** Those in which the best stands most alone come first. */
function differencesOf(best: JudgedRun, others: readonly JudgedRun[], keys: readonly string[]): Difference[] {
  return keys
    .map((key) => {
      const own = best.params.get(key) ?? null;
      const counts = [...Map.groupBy(others, ({ params }) => params.get(key) ?? null)]
        .filter(([value]) => value !== own)
        .toSorted(([, a], [, b]) => b.length - a.length);
      const unlike = counts.reduce((sum, [, some]) => sum + some.length, 0) / others.length;
      return { key, best: own, others: counts.map(([value]) => value), unlike };
    })
    .filter(({ unlike }) => unlike > 0.5)
    .toSorted((a, b) => b.unlike - a.unlike)
    .map(({ unlike: _unlike, ...difference }) => difference);
}

/**
 * The likelier it is by chance, the later; what chance explains is left out, with so many looked at (Bonferroni). Numbers by Spearman's
 * rank correlation, classes by the ranks between and within them (Kruskal and Wallis), both against chi-square.
 */
function goesAlong(sorted: readonly JudgedRun[], keys: readonly string[]): Along[] {
  const goodness = ranksOf(sorted.map(({ value }) => value));
  // The best stand first, whichever way is better: their ranks are turned so that more is better.
  const isFalling = (sorted[0]?.value ?? 0) < (sorted.at(-1)?.value ?? 0);
  const better = isFalling ? goodness.map((rank) => -rank) : goodness;
  const found = keys.flatMap((key) => {
    const values = sorted.map(({ params }) => params.get(key) ?? '');
    const numbers = values.map(asNumber);
    const isNumber = numbers.every((each) => each !== null) && new Set(numbers).size > 2;
    const one = isNumber ? numberAlong(key, numbers, better) : classAlong(key, values, better);
    return one ? [one] : [];
  });
  return found
    .filter((one) => one.chance * keys.length < chance)
    .toSorted((a, b) => a.chance - b.chance || (a.along.key < b.along.key ? -1 : 1))
    .map(({ along }) => along);
}

type Weighed = { along: Along; chance: number };

function numberAlong(key: string, numbers: readonly (number | null)[], better: readonly number[]): Weighed | null {
  const rho = correlation(ranksOf(numbers.map((each) => each ?? 0)), better);
  if (rho === null) return null;
  return { along: { kind: 'number', key, rho }, chance: chiSquareTail((better.length - 1) * rho * rho, 1) };
}

/** Where nearly every run has a value of its own nothing is told by it. */
function classAlong(key: string, values: readonly string[], better: readonly number[]): Weighed | null {
  const classes = Map.groupBy(better.entries(), ([index]) => values[index] ?? '');
  if (classes.size < 2 || classes.size * 3 > values.length) return null;
  const mean = better.reduce((sum, each) => sum + each, 0) / better.length;
  const within = (some: readonly (readonly [number, number])[]) =>
    some.reduce((sum, [, rank]) => sum + rank, 0) / some.length;
  const total = better.reduce((sum, rank) => sum + (rank - mean) ** 2, 0);
  const between = [...classes.values()].reduce((sum, some) => sum + some.length * (within(some) - mean) ** 2, 0);
  if (total === 0) return null;
  const [best = ''] = [...classes].toSorted(([, a], [, b]) => within(b) - within(a)).map(([value]) => value);
  return {
    along: { kind: 'class', key, best },
    chance: chiSquareTail(((better.length - 1) * between) / total, classes.size - 1),
  };
}

/** What is equal shares the middle of its ranks. */
function ranksOf(values: readonly number[]): number[] {
  const order = [...values.keys()].toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = values.map(() => 0);
  for (let from = 0; from < order.length;) {
    let until = from + 1;
    while (until < order.length && values[order[until] ?? 0] === values[order[from] ?? 0]) until += 1;
    for (let at = from; at < until; at += 1) ranks[order[at] ?? 0] = (from + until - 1) / 2;
    from = until;
  }
  return ranks;
}

function correlation(a: readonly number[], b: readonly number[]): number | null {
  const mean = (all: readonly number[]) => all.reduce((sum, each) => sum + each, 0) / all.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [both, ofA, ofB] = [0, 0, 0];
  for (const [index, each] of a.entries()) {
    const [x, y] = [each - meanA, (b[index] ?? 0) - meanB];
    both += x * y;
    ofA += x * x;
    ofB += y * y;
  }
  return ofA === 0 || ofB === 0 ? null : both / Math.sqrt(ofA * ofB);
}

/** A parameter that is a number, as clients write it; null for anything else. */
export function asNumber(text: string): number | null {
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) ? value : null;
}
