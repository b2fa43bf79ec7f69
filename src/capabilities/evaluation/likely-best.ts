import type { MulticlassValueModel } from '../value/contract.ts';
import { chooseDecision, likelyAmount } from '../value/index.ts';

/** The decision that pays best for a class, at the likely amounts. */
export function likelyBest({ values, classes }: MulticlassValueModel, truth: number): number {
  const certain = classes.map((_, index) => Number(index === truth));
  return chooseDecision(
    certain,
    values.map((row) => row.map(likelyAmount)),
  ).decision;
}
