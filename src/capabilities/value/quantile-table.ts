/** 4 kB a table: the mean is within 0.0001 of the range, well below the error of 100,000 draws, and many tables fit the cache. */
const QUANTILES = 1024;
const ANGLES = 2048;

/**
 * Cumulative mass of Beta(α, β) at x = (1 − cos θ)/2 for even steps of θ. In θ the density is
 * sin(θ/2)^(2α−1)·cos(θ/2)^(2β−1), smooth to both ends for α, β ≥ 1, so the midpoint rule is accurate.
 */
function cumulateBeta(alpha: number, beta: number): Float64Array {
  const mass = new Float64Array(ANGLES + 1);
  for (let step = 0; step < ANGLES; step += 1) {
    const half = ((step + 0.5) * Math.PI) / (2 * ANGLES);
    mass[step + 1] = (mass[step] ?? 0) + Math.sin(half) ** (2 * alpha - 1) * Math.cos(half) ** (2 * beta - 1);
  }
  return mass;
}

/** Quantiles of Beta(α, β), α and β ≥ 1, at even steps of probability from 0 to 1. */
export function tabulateBeta(alpha: number, beta: number): Float32Array {
  const mass = cumulateBeta(alpha, beta);
  const total = mass[ANGLES] ?? 1;
  const table = new Float32Array(QUANTILES + 1);
  let step = 0;
  for (let index = 1; index < QUANTILES; index += 1) {
    const wanted = (total * index) / QUANTILES;
    while ((mass[step + 1] ?? total) < wanted) step += 1;
    const [from, to] = [mass[step] ?? 0, mass[step + 1] ?? total];
    const theta = ((step + (wanted - from) / (to - from)) * Math.PI) / ANGLES;
    table[index] = (1 - Math.cos(theta)) / 2;
  }
  table[QUANTILES] = 1;
  return table;
}

/** Linear between the tabulated quantiles. */
export function readQuantile(table: Float32Array, probability: number): number {
  const place = probability * QUANTILES;
  const index = Math.floor(place);
  const from = table[index] ?? 1;
  return from + ((table[index + 1] ?? 1) - from) * (place - index);
}
