import { scalarAt, scalarOf } from './axis-text.ts';
import { digitsOf } from './column-kind.ts';
import type { Axis, ColumnCounts, ColumnFrame, ColumnProfile, ScalarFigure } from './contract.ts';
import { notComputable } from './figure.ts';
import { compareScalars } from './scalar-order.ts';

/** The shares for which a profile gives quantiles. */
export const quantileShares = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99] as const;

/** The value of this rank: the smallest that at least this share of n values does not exceed. */
export const rankOf = (share: number, n: number): number => Math.max(1, Math.ceil(Number((share * n).toPrecision(12))));

/**
 * Quantiles from cells alone. A value of a rank lies in its cell for certain, so the bounds are the edges of that cell;
 * between them the values are taken to lie evenly.
 */
export function binQuantiles(
  frame: ColumnFrame,
  counts: ColumnCounts,
  ends: { low: number; high: number } | null,
): ColumnProfile['quantiles'] {
  const { axis } = frame;
  const isHeld = (position: number) => isHeldByDouble(frame, position);
  if (!axis) return null;
  const n = counts.cells.reduce((sum, cell) => sum + cell, 0);
  return quantileShares.map((share) => ({
    share,
    value:
      n === 0 || !ends
        ? notComputable('no_values')
        : inCells(frame.edges, { axis, counts, ends, isHeld, rank: rankOf(share, n) }),
  }));
}

/** Quantiles where every value was counted, in its order. */
export function valueQuantiles({ axis, kind, values }: ColumnFrame, counts: ColumnCounts): ColumnProfile['quantiles'] {
  if (!axis) return null;
  const n = counts.values.reduce((sum, count) => sum + count, 0);
  const counted = values.map((value, place) => ({ value: scalarOf(kind, value), count: counts.values[place] ?? 0 }));
  const inOrder = counted.sort((a, b) => compareScalars(a.value, b.value));
  return quantileShares.map((share) => {
    if (n === 0) return { share, value: notComputable('no_values') };
    const rank = rankOf(share, n);
    let upTo = 0;
    const found = inOrder.find(({ count }) => (upTo += count) >= rank);
    return { share, value: { status: 'exact', value: found?.value ?? '' } };
  });
}

interface Looking {
  axis: Axis;
  counts: ColumnCounts;
  ends: { low: number; high: number };
  /** whether a value of the column at this position is that very number */
  isHeld: (position: number) => boolean;
  rank: number;
}

/** A long number is only near its position: it is not exact before its own digits are read. */
function isHeldByDouble({ kind, type }: ColumnFrame, position: number): boolean {
  if (kind === 'integer') return Number.isSafeInteger(position);
  return kind !== 'decimal' || digitsOf(type).width <= 15;
}

function inCells(edges: readonly number[], { axis, counts, ends, isHeld, rank }: Looking): ScalarFigure {
  let below = 0;
  let cell = 0;
  while (cell < edges.length && below + (counts.cells[cell] ?? 0) < rank) below += counts.cells[cell++] ?? 0;
  const low = Math.max(ends.low, edges[cell - 1] ?? ends.low);
  const high = Math.min(ends.high, edges[cell] ?? ends.high);
  const share = (rank - below) / Math.max(1, counts.cells[cell] ?? 1);
  const value = Math.min(high, Math.max(low, low + share * (high - low)));
  if (low === high && isHeld(low)) return { status: 'exact', value: scalarAt(axis, low) };
  return { status: 'approximate', value: scalarAt(axis, value), low: scalarAt(axis, low), high: scalarAt(axis, high) };
}
