/** Standard normal quantile of .975: 95 of 100 intervals hold the true rate. */
const Z = 1.959963984540054;

/** A rate that was counted: `count` of `total`, and between which rates the true one will nearly always lie. */
export interface CountedRate {
  count: number;
  total: number;
  value: number;
  low: number;
  high: number;
}

/**
 * The Wilson score interval of 95 % (Wilson, 1927), which stays between 0 and 1 and is honest for few cases.
 * Undefined when nothing was counted.
 */
export function countRate(count: number, total: number): CountedRate | undefined {
  if (total === 0) return undefined;
  const value = count / total;
  const square = Z * Z;
  const middle = (value + square / (2 * total)) / (1 + square / total);
  const reach = (Z / (1 + square / total)) * Math.sqrt((value * (1 - value)) / total + square / (4 * total * total));
  // At 0 and at 1 the interval begins exactly there; the sum would leave a rounding error.
  const low = count === 0 ? 0 : Math.max(0, middle - reach);
  const high = count === total ? 1 : Math.min(1, middle + reach);
  return { count, total, value, low, high };
}
