import type { Cells } from './distances.ts';
import { between, type Figure, notComputable, type Reason } from './figure.ts';

/** Two sides counted in the cells of one histogram, and how far the values of both go. */
export interface TwoHistograms {
  edges: readonly number[];
  a: Cells;
  b: Cells;
  /** lowest and highest value of both sides together: the tails end there */
  low: number;
  high: number;
}

const total = (cells: Cells): number => cells.reduce((sum, cell) => sum + cell, 0);

function cumulative(cells: Cells): number[] {
  const n = total(cells);
  let up = 0;
  return cells.map((cell) => (up += cell) / n);
}

function whyNot({ edges, a, b }: TwoHistograms): Reason | undefined {
  if (a.length !== b.length || a.length !== edges.length + 1) return 'not_same_cells';
  return total(a) === 0 || total(b) === 0 ? 'one_side_empty' : undefined;
}

/**
 * The largest difference between the shares below any value (Kolmogorov and Smirnov). It is known at the edges; within a
 * cell it is at most what the cell could hold at once, which is the upper bound.
 */
export function kolmogorovDistance(sides: TwoHistograms): Figure {
  const reason = whyNot(sides);
  if (reason) return notComputable(reason);
  const [f, g] = [cumulative(sides.a), cumulative(sides.b)];
  const at = (side: number[], cell: number) => side[cell] ?? 0;
  const seen = Math.max(...f.map((share, cell) => Math.abs(share - at(g, cell))));
  const most = f.map((share, cell) => Math.max(share - at(g, cell - 1), at(g, cell) - at(f, cell - 1)));
  return between(seen, seen, Math.min(1, Math.max(seen, ...most)));
}

/**
 * How far the values would have to move on average (Wasserstein), in the unit of the axis. Within a cell the values are
 * taken to lie evenly; the bounds hold wherever they lie.
 */
export function wassersteinDistance(sides: TwoHistograms): Figure {
  const reason = whyNot(sides);
  if (reason) return notComputable(reason);
  const [f, g] = [cumulative(sides.a), cumulative(sides.b)];
  const at = (cell: number): Corners => ({ f: [f[cell - 1] ?? 0, f[cell] ?? 0], g: [g[cell - 1] ?? 0, g[cell] ?? 0] });
  const sum = { value: 0, low: 0, high: 0 };
  for (let cell = 0; cell < f.length; cell += 1) {
    const from = Math.max(sides.low, sides.edges[cell - 1] ?? sides.low);
    const width = Math.min(sides.high, sides.edges[cell] ?? sides.high) - from;
    if (!(width > 0)) continue;
    const apart = within(at(cell));
    sum.value += width * apart.value;
    sum.low += width * apart.low;
    sum.high += width * apart.high;
  }
  return between(sum.value, Math.min(sum.low, sum.value), Math.max(sum.high, sum.value));
}

/** What share lies below a cell and up to its end, on both sides. */
interface Corners {
  f: [number, number];
  g: [number, number];
}

/** How far the shares lie apart within a cell: on average if the values lie evenly, and the least and most possible. */
function within({ f, g }: Corners): { value: number; low: number; high: number } {
  const [least, most] = [f[0] - g[1], f[1] - g[0]];
  const low = least > 0 ? least : Math.max(0, -most);
  return { value: meanSize(f[0] - g[0], f[1] - g[1]), low, high: Math.max(Math.abs(least), Math.abs(most)) };
}

/** The mean size of what goes straight from one number to another. */
function meanSize(from: number, to: number): number {
  if (from * to >= 0) return Math.abs(from + to) / 2;
  return (from * from + to * to) / (2 * (Math.abs(from) + Math.abs(to)));
}
