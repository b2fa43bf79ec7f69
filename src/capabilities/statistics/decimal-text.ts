/** Whole numbers and decimals as text, computed with exactly. */
interface Decimal {
  units: bigint;
  /** digits behind the point */
  scale: number;
}

function parse(text: string): Decimal {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  return { units: BigInt(`${sign}${whole}${fraction}`), scale: fraction.length };
}

function combine(a: string, b: string, how: (a: bigint, b: bigint) => bigint): Decimal {
  const [left, right] = [parse(a), parse(b)];
  const scale = Math.max(left.scale, right.scale);
  const at = ({ units, scale: own }: Decimal) => units * 10n ** BigInt(scale - own);
  return { units: how(at(left), at(right)), scale };
}

function write({ units, scale }: Decimal): string {
  if (scale === 0) return String(units);
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

export const addDecimals = (a: string, b: string): string => write(combine(a, b, (x, y) => x + y));

/** The sign of a - b. */
export function compareDecimals(a: string, b: string): number {
  const { units } = combine(a, b, (x, y) => x - y);
  return units === 0n ? 0 : units < 0n ? -1 : 1;
}

/** a - b as a double, rounded once. */
export const subtractDecimals = (a: string, b: string): number => Number(write(combine(a, b, (x, y) => x - y)));

/** A sum divided by a count, as a double. */
export const divideDecimal = (sum: string, by: number): number => Number(sum) / by;
