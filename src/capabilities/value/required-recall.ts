import { type BinaryFigures, benefitPerHit, harmPerFalseAlarm, nothingValue } from './binary-value.ts';
import { fixedCost } from './project.ts';
import { type ImpossibleReason, type Required, requireShare } from './required.ts';

/** K = F + V_b − V₀: what acting has to bring a year to break even with a rival of value V_b. */
export function neededFromActing(figures: BinaryFigures, rivalValue: number): number {
  return fixedCost(figures) + rivalValue - nothingValue(figures);
}

/** a·N·π·B: what acting on every positive case brings a year, at this adoption. */
export function actingGain(figures: BinaryFigures): number {
  return figures.adoption * figures.volume * figures.baseRate * benefitPerHit(figures);
}

/** a·N·(1−π)·H: what acting on every negative case loses a year, at this adoption. */
export function actingLoss(figures: BinaryFigures): number {
  return figures.adoption * figures.volume * (1 - figures.baseRate) * harmPerFalseAlarm(figures);
}

function whyHitsBringNothing({ volume, adoption, baseRate }: BinaryFigures): ImpossibleReason {
  if (volume === 0) return 'no-cases';
  if (adoption === 0) return 'no-adoption';
  return baseRate === 0 ? 'no-positives' : 'acting-does-not-help';
}

/**
 * The least recall that breaks even at a false-positive rate f: r ≥ [a·N·(1−π)·f·H + F + V_b − V₀] / (a·N·π·B).
 * Adoption a multiplies hits and false alarms alike; with a = 1 and costs C = −V this is the usual break-even recall.
 */
export function findRequiredRecall(figures: BinaryFigures, rivalValue: number, falsePositiveRate: number): Required {
  const needed = neededFromActing(figures, rivalValue) + falsePositiveRate * actingLoss(figures);
  return requireShare(needed, actingGain(figures), whyHitsBringNothing(figures));
}

/** Share of the alarms that are hits: π·r/(π·r + (1−π)·f); undefined when there are no alarms. */
export function precisionAt(baseRate: number, recall: number, falsePositiveRate: number): number | undefined {
  const hits = baseRate * recall;
  const alarms = hits + (1 - baseRate) * falsePositiveRate;
  return alarms > 0 ? hits / alarms : undefined;
}

/** ((1−π)/π)·(H/B): recall that must be won for each point of false-positive rate; undefined where hits bring nothing. */
export function isoCostSlope(figures: BinaryFigures): number | undefined {
  const gain = figures.baseRate * benefitPerHit(figures);
  const slope = ((1 - figures.baseRate) * harmPerFalseAlarm(figures)) / gain;
  return Number.isFinite(slope) ? slope : undefined;
}
