import type { Project } from './project.ts';

/** Values [truth][decision] of one case (gain positive), shares of the classes adding up to 1. */
export interface MulticlassFigures extends Project {
  shares: readonly number[];
  values: readonly (readonly number[])[];
}

/** Scaled to add up to 1, since typed-in and drawn shares do so only nearly. */
export function toShares(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total > 0 ? weights.map((weight) => weight / total) : weights.map(() => 1 / weights.length);
}

/** Index of the largest number; the first when several are equal. */
export function indexOfLargest(numbers: readonly number[]): number {
  let best = 0;
  for (let index = 1; index < numbers.length; index += 1) {
    if ((numbers[index] ?? -Infinity) > (numbers[best] ?? -Infinity)) best = index;
  }
  return best;
}

/** N·Σ shareᵢ·valueᵢ, the value of a year in which a case of class i is worth `worth(i)`. */
function yearlyValue({ volume, shares }: MulticlassFigures, worth: (truth: number) => number): number {
  let total = 0;
  for (let truth = 0; truth < shares.length; truth += 1) total += (shares[truth] ?? 0) * worth(truth);
  return volume * total;
}

function cell(figures: MulticlassFigures, truth: number, decision: number): number {
  return figures.values[truth]?.[decision] ?? 0;
}

/** Every case gets the same decision. */
export function constantValue(figures: MulticlassFigures, decision: number): number {
  return yearlyValue(figures, (truth) => cell(figures, truth, decision));
}

/** Every class gets the decision that is best for it. */
export function perfectValue(figures: MulticlassFigures): number {
  return yearlyValue(figures, (truth) => cell(figures, truth, indexOfLargest(figures.values[truth] ?? [])));
}

/** Cases of each class get the decisions in these rates [truth][decision]. */
export function confusionValue(figures: MulticlassFigures, rates: readonly (readonly number[])[]): number {
  return yearlyValue(figures, (truth) =>
    toShares(rates[truth] ?? []).reduce((total, rate, decision) => total + rate * cell(figures, truth, decision), 0),
  );
}

/**
 * Every case is taken for another class than its own, each other class equally often, and gets the decision that is
 * best for that class: the value of being wrong when nothing is known about which errors a model makes.
 */
export function wrongValue(figures: MulticlassFigures): number {
  const decisions = figures.values.map((row) => indexOfLargest(row));
  const others = decisions.length - 1;
  return yearlyValue(figures, (truth) => {
    let total = 0;
    for (let taken = 0; taken < decisions.length; taken += 1) {
      if (taken !== truth) total += cell(figures, truth, decisions[taken] ?? 0);
    }
    return total / others;
  });
}

/** A model that takes a share `accuracy` of the cases for what they are, its errors spread evenly. */
export function accuracyValue(figures: MulticlassFigures, accuracy: number): number {
  return accuracy * perfectValue(figures) + (1 - accuracy) * wrongValue(figures);
}

/** The constant decision with the highest value. */
export function bestConstantDecision(figures: MulticlassFigures): number {
  const decisions = figures.values[0] ?? [];
  return indexOfLargest(decisions.map((_, decision) => constantValue(figures, decision)));
}

/**
 * The decision for one case: argmaxⱼ Σᵢ pᵢ·V[i][j], which is the least expected cost (Elkan, 2001). `values` are
 * [truth][decision]; decisions may outnumber classes. `expectedValue` is that of the case, not of the year.
 */
export function chooseDecision(
  probabilities: readonly number[],
  values: readonly (readonly number[])[],
): { decision: number; expectedValue: number } {
  const expected = (values[0] ?? []).map((_, decision) =>
    probabilities.reduce((total, p, truth) => total + p * (values[truth]?.[decision] ?? 0), 0),
  );
  const decision = indexOfLargest(expected);
  return { decision, expectedValue: expected[decision] ?? 0 };
}
