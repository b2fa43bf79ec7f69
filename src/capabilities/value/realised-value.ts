import { addMoney, decimalToNumber, type Money, scaleMoney } from './money.ts';

/** What the decisions that were taken brought, exactly, and by prediction as a number. */
export interface RealisedValue {
  total: Money;
  predictions: number;
  /** Absent when nothing was predicted. */
  perPrediction?: number;
}

/**
 * Σ counts[truth][decision] × values[truth][decision], in exact decimals: the value of decisions whose truth is known.
 * Counts are whole numbers; values are of one case, gain positive.
 */
export function sumRealisedValue(
  counts: readonly (readonly number[])[],
  values: readonly (readonly string[])[],
  currency: string,
): RealisedValue {
  let total: Money = { amount: '0', currency };
  let predictions = 0;
  for (const [truth, row] of counts.entries()) {
    for (const [decision, count] of row.entries()) {
      const amount = values[truth]?.[decision];
      if (amount === undefined) throw new RangeError(`There is no value for truth ${truth} and decision ${decision}.`);
      total = addMoney(total, scaleMoney({ amount, currency }, count));
      predictions += count;
    }
  }
  if (predictions === 0) return { total, predictions };
  return { total, predictions, perPrediction: decimalToNumber(total.amount) / predictions };
}
