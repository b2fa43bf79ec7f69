import type { CriterionKey } from '../criteria.ts';
import type { Draft, Result } from '../selection-contract.ts';
import { matrixOf, mostCompared, mostInconsistent, pairwiseWeights } from './pairwise-weights.ts';

interface Weighed {
  /** in the order of the criteria; they add up to 1. Empty while nothing was weighed */
  weights: number[];
  consistency: Result['consistency'];
}

/** The weights of the criteria, by points or by comparing two by two; while pairs are open, all count the same. */
export function weightsOf({ criteria, weighing }: Pick<Draft, 'criteria' | 'weighing'>): Weighed {
  const keys = criteria.map(({ key }) => key);
  if (keys.length === 0) return { weights: [], consistency: null };
  return weighing.method === 'points' ? byPoints(keys, weighing.points) : byPairs(keys, weighing.pairs);
}

function byPoints(keys: readonly CriterionKey[], points: Draft['weighing']['points']): Weighed {
  const given = keys.map((key) => points.find(({ criterion }) => criterion === key)?.points ?? 0);
  const total = given.reduce((sum, each) => sum + each, 0);
  return { weights: given.map((each) => (total === 0 ? 1 / keys.length : each / total)), consistency: null };
}

function byPairs(keys: readonly CriterionKey[], pairs: Draft['weighing']['pairs']): Weighed {
  const judgments = pairs.flatMap(({ more, less, times }) => {
    const [row, column] = [keys.indexOf(more), keys.indexOf(less)];
    return row < 0 || column < 0 ? [] : [{ row, column, ratio: times }];
  });
  const matrix = keys.length > mostCompared ? null : matrixOf(keys.length, judgments);
  if (matrix === null)
    return {
      weights: keys.map(() => 1 / keys.length),
      consistency: { lambda: keys.length, ratio: 0, isConsistent: false, isComplete: false },
    };
  const { weights, lambda, consistencyRatio: ratio } = pairwiseWeights(matrix);
  return { weights, consistency: { lambda, ratio, isConsistent: ratio < mostInconsistent, isComplete: true } };
}
