import type { BinaryPerformance } from './binary-value.ts';
import { shareActedOn } from './capacity.ts';
import type { BinaryValueModel } from './contract.ts';
import { describeValueModel } from './describe-value-model.ts';
import { separationAt } from './minimum-auc.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import { precisionAt } from './required-recall.ts';

/** How well a model tells the cases apart, and how many there are to tell apart. */
export interface Ranking {
  baseRate: number;
  /** area under the ROC curve, at least ½ */
  auc: number;
}

const ALL: BinaryPerformance = { recall: 1, falsePositiveRate: 1 };
const NONE: BinaryPerformance = { recall: 0, falsePositiveRate: 0 };
const logit = (chance: number): number => Math.log(chance / (1 - chance));

/**
 * Where a model works that acts on the cases with at least this chance of being positive. Scores are normal with variance
 * 1, at 0 and at d = √2·Φ⁻¹(AUC), so by Bayes logit p = logit π + d·s − d²/2: the threshold t is the score
 * c = (logit t − logit π + d²/2)/d, recall Φ(d−c), false-positive rate Φ(−c).
 */
export function performanceAtThreshold({ baseRate, auc }: Ranking, threshold: number): BinaryPerformance {
  if (threshold <= 0) return ALL;
  if (threshold >= 1) return NONE;
  const separation = separationAt(auc);
  // Without any ranking every case has the same chance, that of the base rate.
  if (separation <= 0) return baseRate >= threshold ? ALL : NONE;
  const score = (logit(threshold) - logit(baseRate) + separation ** 2 / 2) / separation;
  return { recall: normalCdf(separation - score), falsePositiveRate: normalCdf(-score) };
}

/** The ranking quality whose curve goes through this point: Φ(d/√2) with d = Φ⁻¹(r) − Φ⁻¹(f); undefined at a corner or below the diagonal. */
export function aucThrough({ recall, falsePositiveRate }: BinaryPerformance): number | undefined {
  const separation = normalQuantile(recall) - normalQuantile(falsePositiveRate);
  if (!Number.isFinite(separation) || separation <= 0) return undefined;
  return normalCdf(separation / Math.SQRT2);
}

/** The chance from which on a model acts that works at this point of its curve; undefined where it has no curve. */
export function thresholdThrough(baseRate: number, performance: BinaryPerformance): number | undefined {
  const auc = aucThrough(performance);
  if (auc === undefined || baseRate <= 0 || baseRate >= 1) return undefined;
  const separation = separationAt(auc);
  const score = -normalQuantile(performance.falsePositiveRate);
  return 1 / (1 + Math.exp(-(logit(baseRate) + separation * score - separation ** 2 / 2)));
}

/** The lowest threshold whose cases there is room for; 0 where there is room for all. */
export function thresholdThatFillsRoom(ranking: Ranking, room: number): number {
  if (room >= 1) return 0;
  let [low, high] = [0, 1];
  // The stricter the threshold, the fewer cases: bisection finds where they are as many as there is room for.
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (shareActedOn(ranking.baseRate, performanceAtThreshold(ranking, middle)) > room) low = middle;
    else high = middle;
  }
  return high;
}

/** What the value model says of a model of this ranking quality, used from this chance on. */
export function tryThreshold(model: BinaryValueModel, { threshold, ...ranking }: Ranking & { threshold: number }) {
  const performance = performanceAtThreshold(ranking, threshold);
  const expected = {
    recall: { likely: performance.recall },
    falsePositiveRate: { likely: performance.falsePositiveRate },
  };
  const { netPerYear, verdict } = describeValueModel({ ...model, expected });
  return {
    ...performance,
    precision: precisionAt(ranking.baseRate, performance.recall, performance.falsePositiveRate),
    actedOn: shareActedOn(ranking.baseRate, performance),
    netPerYear,
    verdict,
  };
}
