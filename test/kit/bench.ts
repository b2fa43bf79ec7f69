/** One number that a bench measured. Without a limit it is stated; with one it is also asserted by `-- --check`. */
export type Figure = {
  name: string;
  value: number;
  unit: string;
  limit?: { atMost: number } | { atLeast: number };
};

/** What a file in test/bench exports as `bench`. It runs in a process of its own, with nothing else measured beside it. */
export type Bench = {
  name: string;
  run: () => Promise<Figure[]>;
};

/** The value below which the share `p` (0 to 1) of the samples lies, by the nearest-rank method. */
export function percentile(samples: readonly number[], p: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(p * sorted.length));
  const value = sorted[rank - 1];
  if (value === undefined) throw new Error('A percentile needs at least one sample; none was given.');
  return value;
}
