/** Distribution functions by their tails, so that a small p-value keeps its digits. Relative error below 1e-10. */

const lanczos = [
  0.999_999_999_999_809_9, 676.520_368_121_885_1, -1_259.139_216_722_402_8, 771.323_428_777_653_1,
  -176.615_029_162_140_6, 12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_572e-6,
  1.505_632_735_149_311_6e-7,
];

/** ln Γ(x), x > 0. Source: Lanczos (1964), with g = 7 and nine terms. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const [first = 1, ...others] = lanczos;
  const sum = others.reduce((total, term, index) => total + term / (x + index), first);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

const tiny = 1e-300;
const close = 1e-16;
const steps = 10_000;

/** 1 - P(a, x), the upper regularised incomplete gamma function. Source: Abramowitz and Stegun 6.5.29 and 6.5.31. */
export function upperGamma(a: number, x: number): number {
  if (!(x > 0)) return 1;
  if (x === Infinity) return 0;
  const factor = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let k = 1; k < steps && term > close * sum; k += 1) sum += term *= x / (a + k);
    return Math.max(0, 1 - factor * sum);
  }
  return factor * gammaFraction(a, x);
}

/** The continued fraction by Lentz's method. */
function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k < steps; k += 1) {
    const an = -k * (k - a);
    b += 2;
    d = 1 / awayFromZero(an * d + b);
    c = awayFromZero(b + an / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < close * 8) break;
  }
  return value;
}

const awayFromZero = (value: number): number => (Math.abs(value) < tiny ? tiny : value);

/** I_x(a, b), the regularised incomplete beta function. Source: Abramowitz and Stegun 26.5.8. */
export function betaCdf(x: number, { a, b }: { a: number; b: number }): number {
  if (!(x > 0)) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaCdf(1 - x, { a: b, b: a });
  const factor = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return (factor * betaFraction(x, { a, b })) / a;
}

function betaFraction(x: number, { a, b }: { a: number; b: number }): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < steps; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < close * 8) break;
  }
  return value;
}

/** The chance that chi-square with so many degrees of freedom is above x. */
export const chiSquareTail = (x: number, degrees: number): number => upperGamma(degrees / 2, x / 2);

/** The chance that a standard normal is further from zero than z, on either side. */
export const normalTails = (z: number): number => upperGamma(0.5, (z * z) / 2);

/** The chance that Student's t with so many degrees of freedom is further from zero than t, on either side. */
export const studentTails = (t: number, degrees: number): number =>
  betaCdf(degrees / (degrees + t * t), { a: degrees / 2, b: 0.5 });

/**
 * The chance of a distance of Kolmogorov and Smirnov of at least d. Source: Stephens (1970), within 1 % for p between .005
 * and .1 from 20 on.
 */
export function kolmogorovTail(d: number, effective: number): number {
  const root = Math.sqrt(effective);
  const lambda = (root + 0.12 + 0.11 / root) * d;
  if (lambda < 0.2) return 1;
  let sum = 0;
  for (let k = 1; k <= 100; k += 1) {
    const term = Math.exp(-2 * k * k * lambda * lambda);
    sum += k % 2 === 1 ? term : -term;
    if (term < 1e-17) break;
  }
  return Math.min(1, Math.max(0, 2 * sum));
}
