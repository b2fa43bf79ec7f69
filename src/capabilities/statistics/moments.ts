import { digitsOf, isNumeric } from './column-kind.ts';
import { divideDecimal } from './decimal-text.ts';
import { between, exact, type Figure, notComputable, type Scalar, type ScalarFigure, withError } from './figure.ts';
import type { ColumnCounts, ColumnFrame } from './frame-contract.ts';

export interface Moments {
  sum: ScalarFigure;
  mean: Figure;
  sampleStd: Figure;
  skewness: Figure;
  excessKurtosis: Figure;
}

/** What rounding may add up to, for values whose squares have this mean; sums are compensated (Kahan). */
const rounding = 32 * 2 ** -53;

/** Moments from power sums about the frame's shift. Source: central moments by the binomial theorem. */
export function momentsOf(frame: ColumnFrame, counts: ColumnCounts): Moments | null {
  if (!isNumeric(frame.kind)) return null;
  const n = countOf(counts);
  if (n === 0) return allOf(notComputable('no_values'));
  const isConstant = counts.min === counts.max;
  const central = isConstant ? constantMoments : centralMoments(counts, n);
  if (!central)
    return { ...allOf(notComputable('too_large')), sum: sumOf(frame, counts, undefined), mean: exactMean(counts, n) };
  const mean = isConstant ? exact(Number(counts.min)) : meanOf(frame, counts, { n, central });
  return { ...shapeOf(frame, { n, central, isConstant }), mean, sum: sumOf(frame, counts, mean) };
}

export const countOf = ({ rows, nulls, nan, plusInfinity, minusInfinity }: ColumnCounts): number =>
  rows - nulls - nan - plusInfinity - minusInfinity;

const allOf = (figure: Extract<Figure, { status: 'not_computable' }>): Moments => ({
  sum: figure,
  mean: figure,
  sampleStd: figure,
  skewness: figure,
  excessKurtosis: figure,
});

interface Central {
  /** mean of what was summed: how far the mean lies from the shift, in units of the scale */
  offset: number;
  second: number;
  third: number;
  fourth: number;
}
const constantMoments: Central = { offset: 0, second: 0, third: 0, fourth: 0 };

function centralMoments({ powers }: ColumnCounts, n: number): Central | undefined {
  if (!powers) return undefined;
  const [d, s2, s3, s4] = powers.map((power) => power / n) as [number, number, number, number];
  return {
    offset: d,
    second: Math.max(0, s2 - d * d),
    third: s3 - 3 * d * s2 + 2 * d ** 3,
    fourth: s4 - 4 * d * s3 + 6 * d * d * s2 - 3 * d ** 4,
  };
}

/** Mean and standard deviation on the axis of the column, without bounds; null where there is none. */
export function spreadOf({ shift, scale }: ColumnFrame, counts: ColumnCounts): { mean: number; std: number } | null {
  const n = countOf(counts);
  const central = n > 0 ? centralMoments(counts, n) : undefined;
  return central ? { mean: Number(shift) + central.offset / scale, std: Math.sqrt(central.second) / scale } : null;
}

/** How far the mean of the second lies above that of the first, both from the shift of one frame, which takes no digits. */
export function meanDifference({ scale }: ColumnFrame, a: ColumnCounts, b: ColumnCounts): Figure {
  const [first, second] = [a, b].map((counts) =>
    countOf(counts) > 0 ? centralMoments(counts, countOf(counts)) : null,
  );
  if (!first || !second) return notComputable('too_large');
  const reach = (moments: Central) => Math.sqrt(moments.second + moments.offset ** 2);
  return withError((second.offset - first.offset) / scale, (rounding * (reach(first) + reach(second))) / scale);
}

function meanOf(frame: ColumnFrame, counts: ColumnCounts, { n, central }: { n: number; central: Central }): Figure {
  if (counts.sum !== null) return exactMean(counts, n);
  const shift = Number(frame.shift);
  const mean = shift + central.offset / frame.scale;
  const spread = Math.sqrt(central.second + central.offset ** 2) / frame.scale;
  return withError(mean, rounding * Math.abs(shift) + rounding * spread);
}

const exactMean = ({ sum }: ColumnCounts, n: number): Figure =>
  sum === null ? notComputable('too_large') : exact(divideDecimal(sum, n));

/** Whole numbers and decimals have a sum to the last digit; of others it is the mean times their number. */
function sumOf({ type }: ColumnFrame, counts: ColumnCounts, mean: Figure | undefined): ScalarFigure {
  if (counts.sum !== null) return { status: 'exact', value: shortNumber(counts.sum, digitsOf(type).scale) };
  if (!mean || mean.status === 'not_computable') return mean ?? notComputable('too_large');
  const n = countOf(counts);
  if (mean.status === 'exact') return exact(mean.value * n);
  return between(mean.value * n, mean.low * n, mean.high * n);
}

/** A whole number that a double holds is written as one. */
const shortNumber = (text: string, decimals: number): Scalar =>
  decimals === 0 && Number.isSafeInteger(Number(text)) ? Number(text) : text;

const tooFew = {
  sampleStd: notComputable('too_few_values'),
  skewness: notComputable('too_few_values'),
  excessKurtosis: notComputable('too_few_values'),
};

function shapeOf(
  { scale }: ColumnFrame,
  { n, central, isConstant }: { n: number; central: Central; isConstant: boolean },
): Pick<Moments, 'sampleStd' | 'skewness' | 'excessKurtosis'> {
  const { offset, second, third, fourth } = central;
  if (n < 2) return tooFew;
  const none = notComputable('one_value_only');
  if (isConstant) return { sampleStd: exact(0), skewness: none, excessKurtosis: none };
  const error = rounding * (second + offset * offset);
  const sampleStd = Math.sqrt((second * n) / (n - 1)) / scale;
  const kurtosis = fourth / second ** 2;
  const cancelled = (1 + Math.abs(offset) / Math.sqrt(second)) ** 4 * rounding;
  return {
    sampleStd:
      second > 0 ? withError(sampleStd, (sampleStd * error) / second) : between(0, 0, Math.sqrt(error) / scale),
    skewness: second > 0 ? withError(third / second ** 1.5, cancelled * (1 + kurtosis)) : none,
    excessKurtosis: second > 0 ? withError(kurtosis - 3, cancelled * (3 + kurtosis)) : none,
  };
}
