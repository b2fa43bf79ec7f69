import { inBoth } from '../../platform/endpoint/field-words.ts';
/** An exact amount: a decimal string with a point (`'1234.50'`) and an ISO 4217 currency code. */
export interface Money {
  amount: string;
  currency: string;
}

/** `units` × 10^−`scale`: bigint, so that sums and comparisons are exact. */
interface Decimal {
  units: bigint;
  scale: number;
}

/** What people may write: 15 digits before the point and 8 after it, which a float still tells apart at the cent. */
export const decimalPattern = /^-?\d{1,15}(\.\d{1,8})?$/;

/** What was given and what is expected, for a text that is no decimal amount. */
export function describeBadDecimal(text: string): string {
  const given = text.slice(0, 40);
  return inBoth(
    `"${given}" is not an amount. Expected is a number with a point for the decimals and no thousands ` +
      `separators, at most 15 digits before and 8 after the point, such as 1234.50 or -900.`,
    `“${given}” is geen bedrag. Verwacht wordt een getal met een punt voor de decimalen en zonder punten bij ` +
      `duizendtallen, met hoogstens 15 cijfers voor en 8 na de punt, zoals 1234.50 of -900.`,
  )();
}

/** Wider than {@link decimalPattern}, since exact sums and products have more digits than what people write. */
const exactPattern = /^-?\d{1,60}(\.\d{1,60})?$/;

function parseDecimal(text: string): Decimal {
  if (!exactPattern.test(text)) throw new RangeError(describeBadDecimal(text));
  const [whole = '0', fraction = ''] = text.split('.');
  return { units: BigInt(whole + fraction), scale: fraction.length };
}

function rescale(value: Decimal, scale: number): bigint {
  return value.units * 10n ** BigInt(scale - value.scale);
}

function formatDecimal({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const sign = units < 0n ? '-' : '';
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Half-even, so that rounding many amounts does not drift upwards. */
function divideHalfEven(units: bigint, divisor: bigint): bigint {
  const size = units < 0n ? -units : units;
  const quotient = size / divisor;
  const twice = (size % divisor) * 2n;
  const up = twice > divisor || (twice === divisor && quotient % 2n === 1n);
  const rounded = up ? quotient + 1n : quotient;
  return units < 0n ? -rounded : rounded;
}

function roundHalfEven(value: Decimal, scale: number): Decimal {
  if (value.scale <= scale) return { units: rescale(value, scale), scale };
  return { units: divideHalfEven(value.units, 10n ** BigInt(value.scale - scale)), scale };
}

function assertSameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) {
    throw new RangeError(
      `Amounts in ${a.currency} and ${b.currency} cannot be taken together; convert one of them first.`,
    );
  }
}

/** Negative, zero or positive as `a` is less than, equal to or more than `b`; exact, whatever the number of decimals. */
export function compareDecimals(a: string, b: string): number {
  const [left, right] = [parseDecimal(a), parseDecimal(b)];
  const scale = Math.max(left.scale, right.scale);
  const difference = rescale(left, scale) - rescale(right, scale);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** As {@link compareDecimals}; throws a RangeError when the currencies differ. */
export function compareMoney(a: Money, b: Money): number {
  assertSameCurrency(a, b);
  return compareDecimals(a.amount, b.amount);
}

/** Exact sum; throws a RangeError when the currencies differ or an amount is not a decimal. */
export function addMoney(a: Money, b: Money): Money {
  assertSameCurrency(a, b);
  const [left, right] = [parseDecimal(a.amount), parseDecimal(b.amount)];
  const scale = Math.max(left.scale, right.scale);
  return {
    amount: formatDecimal({ units: rescale(left, scale) + rescale(right, scale), scale }),
    currency: a.currency,
  };
}

/** Exact product with a decimal string or a whole number (`'0.21'`, `3`). */
export function scaleMoney(money: Money, factor: string | number): Money {
  const [left, right] = [parseDecimal(money.amount), parseDecimal(String(factor))];
  return { ...money, amount: formatDecimal({ units: left.units * right.units, scale: left.scale + right.scale }) };
}

/** Rounded half-even to `digits` decimals (2: cents). */
export function roundMoney(money: Money, digits = 2): Money {
  return { ...money, amount: formatDecimal(roundHalfEven(parseDecimal(money.amount), digits)) };
}

/** Exact quotient by a whole number above zero, rounded half-even to `digits` decimals (2: cents). */
export function divideMoney(money: Money, divisor: number, digits = 2): Money {
  if (!Number.isInteger(divisor) || divisor < 1)
    throw new RangeError(`${divisor} is no divisor of an amount; expected is a whole number above zero.`);
  const { units, scale } = parseDecimal(money.amount);
  const wide = Math.max(scale, digits);
  const quotient = divideHalfEven(rescale({ units, scale }, wide), BigInt(divisor) * 10n ** BigInt(wide - digits));
  return { ...money, amount: formatDecimal({ units: quotient, scale: digits }) };
}

/**
 * The one place where an amount becomes a float, for arithmetic with rates and probabilities.
 * The float is never compared for equality with another amount.
 */
export function decimalToNumber(amount: string): number {
  return Number(formatDecimal(parseDecimal(amount)));
}

/**
 * The way back from expectation arithmetic: the amount of a computed float in cents, rounded half-even on the shortest
 * decimal that names the float (so 2.675 is a tie, as a person reads it). Throws a RangeError when not finite.
 */
export function decimalFromNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not an amount; expected is a finite number.`);
  const shortest = String(value);
  const plain = shortest.includes('e') ? (Math.abs(value) < 1 ? value.toFixed(20) : String(BigInt(value))) : shortest;
  return formatDecimal(roundHalfEven(parseDecimal(plain), 2));
}
