import { compareDecimals } from './decimal-text.ts';
import type { Scalar } from './figure.ts';

const isDecimal = (value: Scalar): boolean => typeof value === 'number' || /^-?\d+(\.\d+)?$/.test(value);

/** The sign of a - b, for two values of one kind as they stand in counts: numbers, decimals, dates, moments or times. */
export function compareScalars(a: Scalar, b: Scalar): number {
  if (typeof a === 'number' && typeof b === 'number') return Math.sign(a - b);
  if (isDecimal(a) && isDecimal(b)) return compareDecimals(String(a), String(b));
  const [left, right] = [momentOf(String(a)), momentOf(String(b))];
  return Math.sign(left.year - right.year) || Number(left.rest > right.rest) - Number(left.rest < right.rest);
}

/** Years before 0000 and after 9999 are signed, so text alone does not order them. */
function momentOf(text: string): { year: number; rest: string } {
  const [, year, rest] = /^([+-]?\d+)-(.*)$/.exec(text) ?? [];
  const within = rest ?? text;
  return { year: Number(year ?? 0), rest: within.endsWith('Z') ? within.slice(0, -1) : within };
}

export const lesser = (a: Scalar | null, b: Scalar | null): Scalar | null =>
  a === null ? b : b === null || compareScalars(a, b) <= 0 ? a : b;

export const greater = (a: Scalar | null, b: Scalar | null): Scalar | null =>
  a === null ? b : b === null || compareScalars(a, b) >= 0 ? a : b;
