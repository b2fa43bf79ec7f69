/** So many different values at most get a cell each. */
export const ownCells = 50;

/** Shares at which the edges lie: one in a hundred of the values between two. */
export const edgeShares = Array.from({ length: 99 }, (_, index) => (index + 1) / 100);

const roundSteps = 24;

/**
 * Edges at the hundredths of the values, for distances, and at round steps between the 1st and the 99th, for charts that
 * people read: whatever is drawn or compared is a sum of whole cells.
 */
export function edgesBetween(quantiles: readonly number[]): number[] {
  const [first, last] = [quantiles[0], quantiles.at(-1)];
  if (first === undefined || last === undefined) return [];
  return ascending([...quantiles, ...roundNumbers(first, last)]);
}

/** In order, each once, and no minus zero. */
export const ascending = (numbers: readonly number[]): number[] =>
  [...new Set(numbers.map((number) => number + 0))].sort((a, b) => a - b);

/** Numbers that people count in, strictly between the two: by 1, 2 or 5 times a power of ten. */
export function roundNumbers(low: number, high: number, steps = roundSteps): number[] {
  const rough = high / steps - low / steps;
  if (!(rough > 0) || !Number.isFinite(rough)) return [];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((each) => each >= rough) ?? rough;
  if (!(step > Math.max(Math.abs(low), Math.abs(high)) * 1e-12)) return [];
  const from = Math.floor(low / step) + 1;
  const round = Array.from({ length: steps + 1 }, (_, index) => Number(((from + index) * step).toPrecision(12)));
  return round.filter((number) => number > low && number < high);
}

/** One over the power of two at or below the spread: what is multiplied by it is of the order of one. */
export function scaleFor(spread: number): number {
  if (!(spread > 0)) return 1;
  const exponent = Number.isFinite(spread) ? Math.floor(Math.log2(spread)) : 1023;
  return 2 ** -Math.min(1022, Math.max(-1022, exponent));
}
