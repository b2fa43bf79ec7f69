import type { Direction } from './min-max.ts';

interface Given {
  /** by option, then by criterion */
  measured: readonly (readonly number[])[];
  /** they add up to 1 */
  weights: readonly number[];
  directions: readonly Direction[];
}

/**
 * How near each option is to the best of everything and how far from the worst, from 0 to 1 (TOPSIS: Hwang and Yoon,
 * 1981): columns by their length as vectors, weighted, then C = d⁻ / (d⁺ + d⁻). Where all are equal, all are the best: 1.
 */
export function topsis({ measured, weights, directions }: Given): number[] {
  const lengths = weights.map((_, column) => Math.hypot(...measured.map((row) => row[column] ?? 0)));
  const weighted = measured.map((row) =>
    row.map((each, column) => {
      const length = lengths[column] ?? 0;
      return length === 0 ? 0 : ((weights[column] ?? 0) * each) / length;
    }),
  );
  const edge = (isBest: boolean) =>
    weights.map((_, column) => {
      const values = weighted.map((row) => row[column] ?? 0);
      return (directions[column] === 'more') === isBest ? Math.max(...values) : Math.min(...values);
    });
  const [best, worst] = [edge(true), edge(false)];
  return weighted.map((row) => {
    const [toBest, toWorst] = [distance(row, best), distance(row, worst)];
    return toBest + toWorst === 0 ? 1 : toWorst / (toBest + toWorst);
  });
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((each, index) => each - (b[index] ?? 0)));
}
