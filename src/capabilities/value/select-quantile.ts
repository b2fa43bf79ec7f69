function swap(values: Float64Array, a: number, b: number): void {
  const kept = values[a] ?? 0;
  values[a] = values[b] ?? 0;
  values[b] = kept;
}

/** Splits a stretch around its middle value: after it, up to `high` nothing is more and from `low` on nothing is less. */
function partition(values: Float64Array, left: number, right: number): { low: number; high: number } {
  const pivot = values[(left + right) >> 1] ?? 0;
  let [low, high] = [left, right];
  while (low <= high) {
    while ((values[low] ?? pivot) < pivot) low += 1;
    while ((values[high] ?? pivot) > pivot) high -= 1;
    if (low <= high) {
      swap(values, low, high);
      low += 1;
      high -= 1;
    }
  }
  return { low, high };
}

/** Moves the value of this rank to its place, lower ones before it and higher ones after it: Hoare (1961), Find. */
function selectRank(values: Float64Array, rank: number): number {
  let [left, right] = [0, values.length - 1];
  while (left < right) {
    const { low, high } = partition(values, left, right);
    if (rank > high && rank < low) break;
    if (rank <= high) right = high;
    else left = low;
  }
  return values[rank] ?? 0;
}

/**
 * Quantile between order statistics, linear (type 7 of Hyndman and Fan, 1996). Reorders the values, without sorting
 * them all: a full sort of 100,000 draws would hold up the event loop.
 */
export function selectQuantile(values: Float64Array, probability: number): number {
  const place = probability * (values.length - 1);
  const rank = Math.floor(place);
  const from = selectRank(values, rank);
  if (place === rank) return from;
  let next = Infinity;
  for (let index = rank + 1; index < values.length; index += 1) next = Math.min(next, values[index] ?? next);
  return from + (next - from) * (place - rank);
}
