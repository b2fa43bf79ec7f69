import { createRandom, type Random } from './random.ts';
import { selectQuantile } from './select-quantile.ts';

/** Cases that are worth the same, or nearly: the mean of each quantity over them, and how far single ones lie from it. */
export interface Group {
  cases: number;
  means: readonly number[];
  /** standard deviation within the group, by quantity; absent where its cases are all alike */
  deviations?: readonly number[];
}

export interface MeanInterval {
  low: number;
  high: number;
}

interface Drawing {
  /**
   * `dirichlet`: shares of the groups drawn from Dirichlet(cases + ½), Jeffreys' prior, which holds for rare and dear errors
   * that a normal interval misses; `bootstrap`: the cases drawn anew, each as often as a Poisson of mean one says.
   */
  method: 'dirichlet' | 'bootstrap';
  seed: number;
  draws: number;
}

/** The interval of 95 % around the mean of each quantity over the cases. */
export function meanIntervals(groups: readonly Group[], { method, seed, draws }: Drawing): MeanInterval[] {
  const quantities = groups[0]?.means.length ?? 0;
  const drawn = Array.from({ length: quantities }, () => new Float64Array(draws));
  const random = createRandom(seed);
  const isBulk = ({ cases }: Group) => method === 'bootstrap' && cases > manyCases;
  const single = groups.filter((group) => !isBulk(group) && (method === 'dirichlet' || group.cases > 0));
  const bulks = drawn.map((_, quantity) => bulkOf(groups.filter(isBulk), quantity));
  for (let draw = 0; draw < draws; draw += 1) {
    const weights = weigh(single, { method, random, isAlone: groups.length === single.length });
    for (const [quantity, values] of drawn.entries())
      values[draw] = meanOf(single, weights, { quantity, random, bulk: bulks[quantity] ?? noBulk });
  }
  return drawn.map((values) => ({ low: selectQuantile(values, 0.025), high: selectQuantile(values, 0.975) }));
}

/** From so many cases on, how often they are drawn is a normal, and so are sums of it. */
const manyCases = 30;

/** All groups of many cases as one: how often they are drawn and what that comes to are two normals, however many groups there are. */
interface Bulk {
  cases: number;
  mean: number;
  /** of the sum of what was drawn, around as many means */
  spread: number;
}

const noBulk: Bulk = { cases: 0, mean: 0, spread: 0 };

function bulkOf(groups: readonly Group[], quantity: number): Bulk {
  const cases = groups.reduce((sum, group) => sum + group.cases, 0);
  if (cases === 0) return noBulk;
  const mean = groups.reduce((sum, group) => sum + group.cases * (group.means[quantity] ?? 0), 0) / cases;
  const variance = groups.reduce((sum, { cases: each, means, deviations }) => {
    const [away, deviation] = [(means[quantity] ?? 0) - mean, deviations?.[quantity] ?? 0];
    return sum + each * (away * away + deviation * deviation);
  }, 0);
  return { cases, mean, spread: Math.sqrt(variance) };
}

function weigh(
  groups: readonly Group[],
  { method, random, isAlone }: { method: Drawing['method']; random: Random; isAlone: boolean },
): number[] {
  const weights = groups.map(({ cases }) =>
    method === 'dirichlet' ? gamma(cases + 0.5, random) : poisson(cases, random),
  );
  // A draw in which nothing was drawn says nothing of the mean.
  return !isAlone || weights.some((weight) => weight > 0) ? weights : groups.map(({ cases }) => cases);
}

function meanOf(
  groups: readonly Group[],
  weights: readonly number[],
  { quantity, random, bulk }: { quantity: number; random: Random; bulk: Bulk },
): number {
  let weight = bulk.cases === 0 ? 0 : Math.max(1, bulk.cases + Math.sqrt(bulk.cases) * normal(random));
  let total = bulk.cases === 0 ? 0 : weight * bulk.mean + bulk.spread * normal(random);
  let variance = 0;
  for (let index = 0; index < groups.length; index += 1) {
    const [group, each] = [groups[index], weights[index] ?? 0];
    if (!group || each === 0) continue;
    const deviation = group.deviations?.[quantity] ?? 0;
    total += each * (group.means[quantity] ?? 0);
    variance += each * deviation * deviation;
    weight += each;
  }
  // What lies around the means of all groups is one normal too.
  if (variance > 0) total += Math.sqrt(variance) * normal(random);
  return total / weight;
}

/** Box and Muller, 1958. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
}

/** Marsaglia and Tsang, A simple method for generating gamma variables, 2000; a shape under one by one more and a power. */
function gamma(shape: number, random: Random): number {
  if (shape < 1) return gamma(shape + 1, random) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** By the chances of each number, added up: of few cases, so that they are few. */
function poisson(mean: number, random: Random): number {
  const chances = chancesUpTo(mean);
  const drawn = random();
  let count = 0;
  while (count < chances.length && drawn > (chances[count] ?? 1)) count += 1;
  return count;
}

const knownChances = new Map<number, readonly number[]>();

/** That a Poisson of this mean is at most 0, 1, 2, ..., up to where nothing is left to tell. */
function chancesUpTo(mean: number): readonly number[] {
  const known = knownChances.get(mean);
  if (known) return known;
  const chances: number[] = [];
  let chance = Math.exp(-mean);
  for (let sum = chance; chances.length <= mean || chance > Number.EPSILON; sum += chance) {
    chances.push(sum);
    chance *= mean / chances.length;
  }
  knownChances.set(mean, chances);
  return chances;
}
