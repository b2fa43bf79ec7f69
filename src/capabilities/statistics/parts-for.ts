/** So many columns are counted again at most, over all parts: of thousands of columns a profile must not grow without end. */
const countedAgain = 20_000;

/** How many values are counted apart, so many times over, the others together: `most`, and fewer of a wide table. */
export function partsFor(
  { columns }: { columns: readonly unknown[] },
  { most, times = 1 }: { most: number; times?: number },
): number {
  const affordable = Math.floor(countedAgain / (Math.max(1, columns.length) * Math.max(1, times)));
  return Math.max(2, Math.min(most, affordable));
}
