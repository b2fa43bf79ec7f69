/** What an option scores, from 0 to 100, and how far what nobody knows could move that. */
export interface WeightedSum {
  /** over what is known; null where nothing is */
  score: number | null;
  /** with everything unknown as bad as it gets */
  low: number;
  /** with everything unknown as good as it gets */
  high: number;
  /** share of the weight that is known, from 0 to 1 */
  known: number;
}

/**
 * The weighted sum of values from 0 to 100. What is unknown (null) is never a 0: the score is that of what is known, and
 * the interval is what it could still become.
 * @param weights they add up to 1
 */
export function weightedSum(weights: readonly number[], values: readonly (number | null)[]): WeightedSum {
  let [gained, known, unknown] = [0, 0, 0];
  for (const [index, weight] of weights.entries()) {
    const value = values[index] ?? null;
    if (value === null) unknown += weight;
    else {
      known += weight;
      gained += weight * value;
    }
  }
  return { score: known > 0 ? gained / known : null, low: gained, high: gained + unknown * 100, known };
}
