import { z } from 'zod';

/** Why there is no figure. What a page says of each is in `reasonTexts`. */
export const reasons = [
  'no_values',
  'too_few_values',
  'one_value_only',
  'not_for_this_kind',
  'too_large',
  'one_side_empty',
  'not_same_cells',
  'no_target',
  'too_many_values',
  'out_of_range',
  'not_yet',
] as const;
export type Reason = (typeof reasons)[number];

/**
 * One figure with what it is worth. `exact`: to a relative 1e-9 or better. `approximate`: the true figure lies between
 * `low` and `high`. `not_computable`: there is none, and why. Never a NaN, never an infinity.
 */
function figureOf<Value extends z.ZodType>(value: Value) {
  return z.discriminatedUnion('status', [
    z.object({ status: z.literal('exact'), value }),
    z.object({ status: z.literal('approximate'), value, low: value, high: value }),
    z.object({ status: z.literal('not_computable'), reason: z.enum(reasons) }),
  ]);
}

/** Whole numbers beyond 2^53 and decimals are text, as are dates and times (ISO 8601). */
export const scalarSchema = z.union([z.number(), z.string()]);
export type Scalar = z.infer<typeof scalarSchema>;

export const figureSchema = figureOf(z.number());
export const scalarFigureSchema = figureOf(scalarSchema);

export type Figure = z.infer<typeof figureSchema>;
export type ScalarFigure = z.infer<typeof scalarFigureSchema>;
type NotComputable = Extract<Figure, { status: 'not_computable' }>;

export const notComputable = (reason: Reason): NotComputable => ({ status: 'not_computable', reason });

/** What is too large for a number, or none, is no figure. */
export function exact(value: number): Figure {
  return Number.isFinite(value) ? { status: 'exact', value: value + 0 } : notComputable('too_large');
}

export function between(value: number, low: number, high: number): Figure {
  if (![value, low, high].every(Number.isFinite)) return notComputable('too_large');
  if (low === high) return exact(low);
  return { status: 'approximate', value: value + 0, low: low + 0, high: high + 0 };
}

/** Exact where the error is small beside the value, else approximate by the error. */
export function withError(value: number, error: number): Figure {
  return error <= Math.abs(value) * 1e-9 ? exact(value) : between(value, value - error, value + error);
}

export const valueOf = (figure: Figure): number | undefined =>
  figure.status === 'not_computable' ? undefined : figure.value;
