import type { BinaryFigures } from './binary-value.ts';
import { actingGain, actingLoss, findRequiredRecall, neededFromActing, precisionAt } from './required-recall.ts';

/** A point on the break-even line: the recall that is needed at a false-positive rate, and the precision there. */
export interface FrontierPoint {
  falsePositiveRate: number;
  /** 0 when any recall pays, above 1 when none does; absent when no number would do. */
  recall?: number;
  /** Absent where there are no alarms, where any recall pays and where none does. */
  precision?: number;
  outcome: 'required' | 'any' | 'impossible';
}

const STEPS = 60;

/** The rates people ask for first, whatever the shape of the line. */
export const usualRates = [0, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5] as const;

export function frontierPoint(figures: BinaryFigures, rivalValue: number, falsePositiveRate: number): FrontierPoint {
  const needed = findRequiredRecall(figures, rivalValue, falsePositiveRate);
  if (needed.kind === 'impossible') {
    const recall = needed.value === undefined ? {} : { recall: needed.value };
    return { falsePositiveRate, ...recall, outcome: 'impossible' };
  }
  if (needed.kind === 'any') return { falsePositiveRate, recall: 0, outcome: 'any' };
  const recall = needed.value;
  const precision = precisionAt(figures.baseRate, recall, falsePositiveRate);
  return { falsePositiveRate, recall, ...(precision === undefined ? {} : { precision }), outcome: 'required' };
}

/** Where the line leaves the square: the false-positive rate at which the needed recall is 1; 1 when it does not. */
function lastRate(figures: BinaryFigures, rivalValue: number): number {
  const acting = { gain: actingGain(figures), loss: actingLoss(figures) };
  const rate = (acting.gain - neededFromActing(figures, rivalValue)) / acting.loss;
  return acting.gain > 0 && acting.loss > 0 && rate > 0 ? Math.min(1, rate) : 1;
}

/**
 * The frontier against a rival: evenly spaced to where even a recall of 1 no longer pays, and the usual rates beyond
 * it, marked impossible. Draw it in the ROC square (a straight line) or in recall and precision.
 */
export function traceFrontier(figures: BinaryFigures, rivalValue: number): FrontierPoint[] {
  const end = lastRate(figures, rivalValue);
  const even = Array.from({ length: STEPS + 1 }, (_, step) => (end * step) / STEPS);
  const rates = [...new Set([...even, ...usualRates])].sort((a, b) => a - b);
  return rates.map((rate) => frontierPoint(figures, rivalValue, rate));
}
