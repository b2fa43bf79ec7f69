import { coarsen } from './coarsen.ts';
import { contingencyOf } from './contingency.ts';
import type { Association, ColumnCounts, ColumnFrame, Figure } from './contract.ts';
import { stabilityIndex } from './distances.ts';
import { between, exact, notComputable, valueOf, withError } from './figure.ts';
import { countOf } from './moments.ts';

/** A column, and its counts in each class of the target. */
export interface InClasses {
  frame: ColumnFrame;
  classes: readonly ColumnCounts[];
  /** place of the positive class, where there are two */
  positive: number | null;
}

/** How much a column alone has to do with a target of classes, from counts that add up. */
export function associateClasses({ frame, classes, positive }: InClasses): Association {
  const isMeasured = frame.axis !== null;
  const strength = isMeasured ? correlationRatio(classes) : contingencyOf(tableOf(frame, classes)).correctedV;
  const isRanked = isMeasured && positive !== null;
  return {
    column: frame.name,
    measure: isMeasured ? 'correlation_ratio' : 'cramers_v',
    strength: isComparable(frame) ? strength : notComputable('not_for_this_kind'),
    pointBiserial: isRanked ? pointBiserial(strength, { classes, positive }) : null,
    auc: isRanked ? aucOf(frame, { classes, positive }) : null,
    informationValue: positive !== null && isComparable(frame) ? informationValue(frame, { classes, positive }) : null,
  };
}

const isComparable = ({ kind }: ColumnFrame): boolean => kind !== 'nested' && kind !== 'other';

/** Counts of each value in each class; what is not listed is one more value. */
function tableOf(frame: ColumnFrame, classes: readonly ColumnCounts[]): number[][] {
  return classes.map((counts) => [...counts.values, otherOf(counts)]);
}

const otherOf = (counts: ColumnCounts): number => counts.values.reduce((left, count) => left - count, countOf(counts));

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** The root of the share of the variance that lies between the classes (eta). */
function correlationRatio(classes: readonly ColumnCounts[]): Figure {
  const filled = classes.filter((counts) => countOf(counts) > 0);
  const n = sumOf(filled.map(countOf));
  if (n < 2) return notComputable('too_few_values');
  if (filled.some(({ powers }) => !powers)) return notComputable('too_large');
  const first = sumOf(filled.map(({ powers }) => powers?.[0] ?? 0)) / n;
  const second = sumOf(filled.map(({ powers }) => powers?.[1] ?? 0));
  const all = second - n * first * first;
  const among = sumOf(
    filled.map((counts) => countOf(counts) * ((counts.powers?.[0] ?? 0) / countOf(counts) - first) ** 2),
  );
  if (!(all > second * 1e-13)) return notComputable('one_value_only');
  const ratio = Math.sqrt(Math.min(1, Math.max(0, among / all)));
  return withError(ratio, 1e-12 * (second / all));
}

interface Two {
  classes: readonly ColumnCounts[];
  positive: number;
}

/** Of two classes the correlation ratio is the correlation with 0 and 1, but for its sign. */
function pointBiserial(strength: Figure, { classes, positive }: Two): Figure {
  const mean = (counts: ColumnCounts | undefined) => (counts?.powers?.[0] ?? 0) / (counts ? countOf(counts) : 1);
  const isBelow = mean(classes[positive]) < mean(classes[1 - positive]);
  if (!isBelow || strength.status === 'not_computable') return strength;
  if (strength.status === 'exact') return exact(-strength.value);
  return between(-strength.value, -strength.high, -strength.low);
}

/** Cells in their order: single values where all are counted, in which equal values are truly equal; else the bins. */
function orderedCells(
  frame: ColumnFrame,
  { classes, positive }: Two,
): { is: number[]; not: number[]; areEqual: boolean } {
  const [is, not] = [classes[positive], classes[1 - positive]];
  if (!is || !not) return { is: [], not: [], areEqual: true };
  // The edges are the values themselves where there are few, and in their order.
  const areEqual = otherOf(is) === 0 && otherOf(not) === 0 && frame.edges.length === frame.values.length;
  return { is: is.cells, not: not.cells, areEqual };
}

/**
 * How often a positive case lies above a negative one, equals by half. Within a cell the order is not known: as if all
 * were equal, and at most as far off as if all were ordered one way.
 */
export function aucOf(frame: ColumnFrame, two: Two): Figure {
  const { is, not, areEqual } = orderedCells(frame, two);
  const [positives, negatives] = [sumOf(is), sumOf(not)];
  if (positives === 0 || negatives === 0) return notComputable('one_side_empty');
  let [below, above, together] = [0, 0, 0];
  is.forEach((count, cell) => {
    const others = not[cell] ?? 0;
    above += count * (below + others / 2);
    together += (count * others) / 2;
    below += others;
  });
  const pairs = positives * negatives;
  const auc = above / pairs;
  return areEqual ? exact(auc) : between(auc, (above - together) / pairs, (above + together) / pairs);
}

/** So many cells at most, each with about as many cases, as is usual for this measure. */
const informationCells = 10;

function informationValue(frame: ColumnFrame, { classes, positive }: Two): Figure {
  const [is, not] = [classes[positive], classes[1 - positive]];
  if (!is || !not || countOf(is) === 0 || countOf(not) === 0) return notComputable('one_side_empty');
  const cells = (counts: ColumnCounts) => (frame.axis ? counts.cells : [...counts.values, otherOf(counts)]);
  const [a, b] = frame.axis ? coarsen([cells(is), cells(not)], informationCells) : [cells(is), cells(not)];
  const used = (a ?? []).map((_, cell) => cell).filter((cell) => (a?.[cell] ?? 0) + (b?.[cell] ?? 0) > 0);
  const index = stabilityIndex(
    used.map((cell) => a?.[cell] ?? 0),
    used.map((cell) => b?.[cell] ?? 0),
  );
  const value = valueOf(index);
  return value === undefined ? index : exact(value);
}
