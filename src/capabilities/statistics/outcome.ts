import type { Outcome } from './contract.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** The share of the known cases that are positive, with its interval of 95 %; null where none is known. */
export function shareOutcome(positives: number, known: number): Outcome {
  const counted = wilsonInterval(positives, known);
  if (!counted) return null;
  const { share: value, low, high } = counted;
  return { measure: 'share', known, positives, value, low, high };
}

/** The mean of a number, with its interval of 95 %, from the standard deviation of the known cases themselves. */
export function meanOutcome({ known, mean, std }: { known: number; mean: number; std: number }): Outcome {
  if (known === 0) return null;
  const reach = known > 1 ? (1.96 * std) / Math.sqrt(known - 1) : 0;
  if (![mean, reach].every(Number.isFinite)) return null;
  return { measure: 'mean', known, value: mean, low: mean - reach, high: mean + reach };
}
