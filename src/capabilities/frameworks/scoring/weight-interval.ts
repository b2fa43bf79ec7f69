export interface WeightInterval {
  /** the least and the most this weight may be, the others keeping their proportions, for the winner to stay first */
  from: number;
  to: number;
}

interface Given {
  weights: readonly number[];
  /** by option, then by criterion: 0 to 100, or unknown */
  values: readonly (readonly (number | null)[])[];
  /** index of the option that is first */
  winner: number;
  /** index of the criterion whose weight is moved */
  criterion: number;
}

/** A score as a fraction of two straight lines in the weight w: (a + b·w) / (c + d·w). */
interface Fraction {
  a: number;
  b: number;
  c: number;
  d: number;
}

/**
 * How far one weight may move before another option is first. The others share the rest in proportion, so each score is a
 * fraction of two lines in that weight (the lower one stands for what is known), and two options cross at the roots of a
 * quadratic: exact, without trying weights. Null where the criterion is all there is.
 */
export function weightInterval({ weights, values, winner, criterion }: Given): WeightInterval | null {
  const now = weights[criterion] ?? 0;
  if (now >= 1 - 1e-12) return null;
  const fractions = values.map((row) => fractionOf(row, { weights, criterion, now }));
  const first = fractions[winner];
  if (!first) return null;
  let [from, to] = [0, 1];
  for (const [index, other] of fractions.entries()) {
    if (index === winner) continue;
    for (const crossing of crossings(first, other)) {
      if (crossing <= now && crossing > from) from = crossing;
      if (crossing >= now && crossing < to) to = crossing;
    }
  }
  return { from, to };
}

function fractionOf(
  row: readonly (number | null)[],
  { weights, criterion, now }: { weights: readonly number[]; criterion: number; now: number },
): Fraction {
  let [gained, known] = [0, 0];
  for (const [index, weight] of weights.entries()) {
    const value = row[index] ?? null;
    if (index === criterion || value === null) continue;
    gained += (weight * value) / (1 - now);
    known += weight / (1 - now);
  }
  const own = row[criterion] ?? null;
  return { a: gained, b: (own ?? 0) - gained, c: known, d: (own === null ? 0 : 1) - known };
}

/** Where one stops being ahead of the other between 0 and 1: only roots at which the sign changes from ahead to behind. */
function crossings(first: Fraction, other: Fraction): number[] {
  const square = first.b * other.d - other.b * first.d;
  const linear = first.a * other.d + first.b * other.c - other.a * first.d - other.b * first.c;
  const constant = first.a * other.c - other.a * first.c;
  const ahead = (w: number) => square * w * w + linear * w + constant;
  const isBehindBeside = (root: number) => [root - 1e-6, root + 1e-6].some((w) => w >= 0 && w <= 1 && ahead(w) < 0);
  return rootsOf(square, linear, constant).filter((root) => root >= 0 && root <= 1 && isBehindBeside(root));
}

function rootsOf(square: number, linear: number, constant: number): number[] {
  if (Math.abs(square) < 1e-12) return Math.abs(linear) < 1e-12 ? [] : [-constant / linear];
  const discriminant = linear * linear - 4 * square * constant;
  if (discriminant < 0) return [];
  // The form that loses no digits where the two roots lie far apart.
  const half = -0.5 * (linear + (linear < 0 ? -1 : 1) * Math.sqrt(discriminant));
  return half === 0 ? [0] : [half / square, constant / half];
}
