/** Standard normal quantile of .975: 95 of 100 intervals hold the true share. */
const usual = 1.959963984540054;

/** A share that was counted, and between which shares the true one will nearly always lie. */
export interface CountedShare {
  count: number;
  total: number;
  share: number;
  low: number;
  high: number;
}

/**
 * The score interval of 95 % (Wilson 1927), which stays between 0 and 1 and is honest for few cases. Null where nothing
 * was counted.
 */
export function wilsonInterval(count: number, total: number, quantile = usual): CountedShare | null {
  if (!(total > 0)) return null;
  const share = count / total;
  const square = quantile * quantile;
  const middle = (share + square / (2 * total)) / (1 + square / total);
  const root = Math.sqrt((share * (1 - share)) / total + square / (4 * total * total));
  const reach = (quantile / (1 + square / total)) * root;
  // At 0 and at 1 the interval begins exactly there; the sum would leave a rounding error.
  const low = count === 0 ? 0 : Math.max(0, middle - reach);
  const high = count === total ? 1 : Math.min(1, middle + reach);
  return { count, total, share, low, high };
}

const most = 2 ** 31;

/** How many cases it takes until a share of this size is known to within so much on either side; null beyond 2^31. */
export function casesForShare({ share, within }: { share: number; within: number }): number | null {
  if (!(share >= 0 && share <= 1 && within > 0)) return null;
  const reach = (total: number) => {
    const interval = wilsonInterval(share * total, total);
    return interval ? (interval.high - interval.low) / 2 : 1;
  };
  let [below, enough] = [0, 1];
  while (reach(enough) > within) {
    below = enough;
    enough *= 2;
    if (enough > most) return null;
  }
  while (enough - below > 1) {
    const middle = Math.floor((below + enough) / 2);
    if (reach(middle) > within) below = middle;
    else enough = middle;
  }
  return enough;
}
