/** Figures as people write them in the texts of an example. */
const counts = new Intl.NumberFormat('en');
export const count = (number: number): string => counts.format(Math.round(number));
export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** A share as a value model takes it, with as many digits as make sense. */
export const share = (value: number): number => Number(value.toFixed(6));

/** Shares that add up to 1: the last takes what rounding left. */
export function sharesOf(parts: readonly number[]): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  const rounded = parts.slice(0, -1).map((part) => share(part / total));
  return [...rounded, share(1 - rounded.reduce((sum, part) => sum + part, 0))];
}

/** The same amount for every case: low, likely, high. */
export function amount([low, likely, high]: readonly [string, string, string], source: string) {
  return { kind: 'constant', value: { low, likely, high, source } } as const;
}

export const estimate = <T extends string | number>([low, likely, high]: readonly [T, T, T], source: string) => ({
  low,
  likely,
  high,
  source,
});

/** What every euro in an example says of itself. */
export const assumed = (ask: string): string => `An assumption of this example: ask the ${ask} for your own figure`;
