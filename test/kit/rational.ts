/** Exact arithmetic with fractions of whole numbers, to hold floating point against. */
export interface Rational {
  over: bigint;
  under: bigint;
}

const whole = (value: bigint): Rational => ({ over: value, under: 1n });

/** The very number that a double is. */
export function fromDouble(value: number): Rational {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const raw = bits.getBigUint64(0);
  const power = Number((raw >> 52n) & 0x7ffn);
  const fraction = raw & 0xf_ffff_ffff_ffffn;
  const units = (power === 0 ? fraction : fraction | (1n << 52n)) * (raw >> 63n ? -1n : 1n);
  const exponent = Math.max(1, power) - 1075;
  return exponent >= 0 ? whole(units << BigInt(exponent)) : { over: units, under: 1n << BigInt(-exponent) };
}

export function fromDecimal(text: string): Rational {
  const [before = '', behind = ''] = text.split('.');
  return { over: BigInt(before + behind), under: 10n ** BigInt(behind.length) };
}

/** The nearest double, or one beside it. */
export function toDouble({ over, under }: Rational): number {
  if (over === 0n) return 0;
  const size = over < 0n ? -over : over;
  const shift = BigInt(70 - (size.toString(2).length - under.toString(2).length));
  const units = shift >= 0n ? (size << shift) / under : size / (under << -shift);
  const value = scaled(Number(units), -Number(shift));
  return over < 0n ? -value : value;
}

function scaled(value: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return value * 2 ** half * 2 ** (exponent - half);
}

export interface ExactMoments {
  sum: number;
  mean: number;
  sampleStd: number | null;
  skewness: number | null;
  excessKurtosis: number | null;
}

/** Moments by their definitions, rounded once at the very end; null where there is none. */
export function exactMoments(values: readonly Rational[]): ExactMoments {
  const n = BigInt(values.length);
  const under = values.reduce((most, value) => (value.under > most ? value.under : most), 1n);
  const units = values.map((value) => value.over * (under / value.under));
  const total = units.reduce((sum, unit) => sum + unit, 0n);
  // Deviations from the mean, in units of 1 / (n x under).
  const deviations = units.map((unit) => unit * n - total);
  const power = (by: bigint) => deviations.reduce((sum, deviation) => sum + deviation ** by, 0n);
  const [second, third, fourth] = [power(2n), power(3n), power(4n)];
  const isFlat = second === 0n;
  return {
    sum: toDouble({ over: total, under }),
    mean: toDouble({ over: total, under: under * n }),
    sampleStd: n < 2n ? null : rootOf({ over: second, under: n ** 2n * under ** 2n * (n - 1n) }),
    skewness: isFlat
      ? null
      : Math.sign(Number(third > 0n) - 0.5) * rootOf({ over: n * third ** 2n, under: second ** 3n }),
    excessKurtosis: isFlat ? null : toDouble({ over: n * fourth - 3n * second ** 2n, under: second ** 2n }),
  };
}

/** Halved in its exponent first: the square of a very small or large number is no double. */
export function rootOf({ over, under }: Rational): number {
  if (over === 0n) return 0;
  const half = BigInt(Math.trunc((over.toString(2).length - under.toString(2).length) / 2));
  const squared = half >= 0n ? { over, under: under << (2n * half) } : { over: over << (-2n * half), under };
  return scaled(Math.sqrt(toDouble(squared)), Number(half));
}
