import { type BinaryFigures, benefitPerHit, harmPerFalseAlarm, nothingValue } from './binary-value.ts';
import { recallWithRoom } from './capacity.ts';
import { fixedCost } from './project.ts';
import { type ImpossibleReason, type Required, requireShare } from './required.ts';

/** A point exactly on the edge of what there is room for may come out a hair beyond it. */
const ROUNDING = 1e-12;

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
 * What asks for acting on more cases than there is room for is impossible. Adoption a multiplies hits and false alarms alike; with a = 1 and costs C = −V this is the usual break-even recall.
 */
export function findRequiredRecall(figures: BinaryFigures, rivalValue: number, falsePositiveRate: number): Required {
  const needed = neededFromActing(figures, rivalValue) + falsePositiveRate * actingLoss(figures);
  const required = requireShare(needed, actingGain(figures), whyHitsBringNothing(figures));
  if (figures.capacity === undefined || required.kind === 'impossible') return required;
  const recall = required.kind === 'required' ? required.value : 0;
  const isWithinRoom = recall <= recallWithRoom(figures, falsePositiveRate) + ROUNDING;
  return isWithinRoom ? required : { kind: 'impossible', reason: 'capacity-too-small', value: recall };
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
