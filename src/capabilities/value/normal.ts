const SQRT_TWO_PI = Math.sqrt(2 * Math.PI);

/** Beyond this the series loses its digits to cancellation and the continued fraction converges fast. */
const SERIES_LIMIT = 3;

/** Density of the standard normal distribution. */
export function normalDensity(x: number): number {
  return Math.exp((-x * x) / 2) / SQRT_TWO_PI;
}

/** Φ(x) − ½ = φ(x)·Σ x^(2k+1)/(1·3·…·(2k+1)): Abramowitz and Stegun (1964) 26.2.11. */
function centralProbability(x: number): number {
  let term = x;
  let sum = x;
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return normalDensity(x) * sum;
}

/** 1 − Φ(x) = φ(x)/(x + 1/(x + 2/(x + 3/…))), x > 0: Abramowitz and Stegun (1964) 26.2.14, from the inside out. */
function upperTail(x: number): number {
  const depth = Math.ceil(20 + 600 / (x * x));
  let fraction = x;
  for (let k = depth; k >= 1; k -= 1) fraction = x + k / fraction;
  return normalDensity(x) / fraction;
}

/** Φ(x), the standard normal distribution function; absolute error below 1e-15, tails relative to 1e-12. */
export function normalCdf(x: number): number {
  if (Math.abs(x) <= SERIES_LIMIT) return 0.5 + centralProbability(x);
  if (x === Infinity) return 1;
  if (x === -Infinity) return 0;
  return x > 0 ? 1 - upperTail(x) : upperTail(-x);
}

/** First approximation of the lower quantile, error below 4.5e-4: Abramowitz and Stegun (1964) 26.2.23. */
function roughLowerQuantile(p: number): number {
  const t = Math.sqrt(-2 * Math.log(p));
  const top = 2.515517 + t * (0.802853 + t * 0.010328);
  const bottom = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  return top / bottom - t;
}

/**
 * Φ⁻¹(p), for p from 0 (−∞) to 1 (+∞); a RangeError outside. The rough quantile is polished by Halley's method on Φ,
 * which triples the correct digits at each step.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability runs from 0 to 1; given is ${p}.`);
  if (p === 0) return -Infinity;
  if (p === 0.5) return 0;
  if (p > 0.5) return p === 1 ? Infinity : -normalQuantile(1 - p);
  let x = roughLowerQuantile(p);
  // Further out the density underflows and there is nothing to polish with.
  if (p < 1e-300) return x;
  for (let step = 0; step < 3; step += 1) {
    const newton = (normalCdf(x) - p) / normalDensity(x);
    x -= newton / (1 + (x * newton) / 2);
  }
  return x;
}
