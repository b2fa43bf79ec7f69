import { kolmogorovTail } from './distributions.ts';
import type { Cells } from './distances.ts';
import { between, exact, type Figure, notComputable } from './figure.ts';

/** Up to so many pairs of cases every order in which they can lie is counted. */
const countedPairs = 100_000;
/**
 * Of more, the formula for one sample of the effective number is within a fifth of the truth down to the `least` chance;
 * below that it only says that the chance is smaller.
 */
const within = 0.2;
const fewCases = 50;
const tooFewCases = 5;
const [least, leastOfFew] = [1e-4, 0.01];

/** How likely a distance of Kolmogorov and Smirnov of at least this is when nothing has changed, without ties. */
export function chanceOfKolmogorov(distance: number, { a, b }: { a: Cells; b: Cells }): Figure {
  const [n, m] = [total(a), total(b)];
  if (n === 0 || m === 0) return notComputable('one_side_empty');
  if (n * m <= countedPairs) return exact(chanceByCounting(distance, n, m));
  const effective = (n * m) / (n + m);
  if (effective < tooFewCases) return notComputable('too_few_values');
  const chance = kolmogorovTail(distance, effective);
  const known = effective < fewCases ? leastOfFew : least;
  return chance < known
    ? between(chance, 0, known * (1 + within))
    : between(chance, chance * (1 - within), Math.min(1, chance * (1 + within)));
}

const total = (cells: Cells): number => cells.reduce((sum, cell) => sum + cell, 0);

/**
 * Of all orders of n and m cases, each as likely, the share in which the two lie so far apart somewhere. Only what is far
 * is added up, so that a small chance keeps its digits. Source: lattice paths, as by Hodges (1958).
 */
function chanceByCounting(distance: number, n: number, m: number): number {
  // The distance is a fraction with n x m below the line; what rounding took off is given back.
  const far = Math.ceil(distance * n * m - 0.01);
  if (far <= 0) return 1;
  const touched = new Float64Array(m + 1);
  for (let i = 0; i <= n; i += 1) {
    for (let j = 0; j <= m; j += 1) {
      const before = i + j === 0 ? 0 : (i * (touched[j] ?? 0) + j * (touched[j - 1] ?? 0)) / (i + j);
      touched[j] = Math.abs(i * m - j * n) >= far ? 1 : before;
    }
  }
  return touched[m] ?? 1;
}
