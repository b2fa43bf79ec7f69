import type { Project } from './project.ts';

/** Values of one case (gain positive, cost negative) and how often the cases come. */
export interface BinaryFigures extends Project {
  baseRate: number;
  tp: number;
  fn: number;
  fp: number;
  tn: number;
  /** cases a year that can be acted on; absent: all of them */
  capacity?: number;
  /** of those cases, the share that is positive, where it is known */
  precisionAtCapacity?: number;
}

/** A point in the ROC square. */
export interface BinaryPerformance {
  recall: number;
  falsePositiveRate: number;
}

/** B = V_TP − V_FN: what acting on a positive case brings. */
export function benefitPerHit({ tp, fn }: Pick<BinaryFigures, 'tp' | 'fn'>): number {
  return tp - fn;
}

/** H = V_TN − V_FP: what acting on a negative case loses. */
export function harmPerFalseAlarm({ tn, fp }: Pick<BinaryFigures, 'tn' | 'fp'>): number {
  return tn - fp;
}

/** What acting brings a year over doing nothing, when everyone follows: N·[π·r·B − (1−π)·f·H]. */
export function actingValue(figures: BinaryFigures, { recall, falsePositiveRate }: BinaryPerformance): number {
  const { volume, baseRate } = figures;
  const hits = baseRate * recall * benefitPerHit(figures);
  const alarms = (1 - baseRate) * falsePositiveRate * harmPerFalseAlarm(figures);
  return volume * (hits - alarms);
}

/** V₀ = N·[π·V_FN + (1−π)·V_TN]: nobody acts on any case. */
export function nothingValue({ volume, baseRate, fn, tn }: BinaryFigures): number {
  return volume * (baseRate * fn + (1 - baseRate) * tn);
}

/** Value of a year in which every case is decided with this performance, before any fixed cost. */
export function decidedValue(figures: BinaryFigures, performance: BinaryPerformance): number {
  return nothingValue(figures) + actingValue(figures, performance);
}

/** As {@link decidedValue}, with the model followed in a share `adoption` of the cases and nobody acting in the others. */
export function adoptedValue(figures: BinaryFigures, performance: BinaryPerformance): number {
  return nothingValue(figures) + figures.adoption * actingValue(figures, performance);
}

/** The best decision for each truth, known: acts on positives only where that helps, on negatives only where that gains. */
export function perfectPerformance(figures: BinaryFigures): BinaryPerformance {
  return {
    recall: benefitPerHit(figures) > 0 ? 1 : 0,
    falsePositiveRate: harmPerFalseAlarm(figures) < 0 ? 1 : 0,
  };
}

/**
 * f = π·r·(1−p)/((1−π)·p): the false-positive rate that goes with a recall and a precision. At most 1, since the
 * drawn figures of an uncertain practice may ask for more false alarms than there are negative cases.
 */
export function falsePositiveRateAt(baseRate: number, recall: number, precision: number): number {
  const hits = baseRate * recall;
  if (hits === 0 || baseRate === 1) return 0;
  return precision === 0 ? 1 : Math.min(1, (hits * (1 - precision)) / (precision * (1 - baseRate)));
}
