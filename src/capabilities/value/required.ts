/**
 * How good a model must be. `required`: the value is the least (or, for an error, the most) with which it pays;
 * `any`: it pays whatever its quality; `impossible`: no quality suffices. `value` then says what it would have to be,
 * where that is a number at all.
 */
export type Required =
  | { kind: 'required'; value: number }
  | { kind: 'any' }
  | { kind: 'impossible'; reason: ImpossibleReason; value?: number };

export type ImpossibleReason =
  | 'no-cases'
  | 'no-adoption'
  | 'no-positives'
  | 'acting-does-not-help'
  | 'decisions-do-not-differ'
  | 'perfect-is-not-enough'
  | 'capacity-too-small';

/** A line that ends exactly at 1 may come out a hair above it. */
const ROUNDING = 1e-12;

/**
 * Solves gain·x ≥ needed for the least x from 0 to 1. `useless` is why the gain is not positive, when it is not.
 */
export function requireShare(needed: number, gain: number, useless: ImpossibleReason): Required {
  if (needed <= 0) return { kind: 'any' };
  if (!(gain > 0)) return { kind: 'impossible', reason: useless };
  const value = needed / gain;
  if (value > 1 && value < 1 + ROUNDING) return { kind: 'required', value: 1 };
  if (value <= 1) return { kind: 'required', value };
  // A gain next to nothing asks for more than any number.
  const asked = Number.isFinite(value) ? { value } : {};
  return { kind: 'impossible', reason: 'perfect-is-not-enough', ...asked };
}
