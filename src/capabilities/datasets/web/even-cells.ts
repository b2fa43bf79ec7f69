interface Counted {
  edges: readonly number[];
  /** one more than the edges: the tail below, the cells, the tail above */
  counts: readonly number[];
}

export interface Cell {
  low: number;
  high: number;
  count: number;
}

const most = 24;

/**
 * The cells between the edges, of equal width: cells are narrow where there is much, and drawn as they are they would all
 * be equally high. Within a cell its values are taken to lie evenly.
 */
export function evenCells({ edges, counts }: Counted): { cells: Cell[]; isEvened: boolean } {
  const given = edges.slice(1).map((high, index) => ({ low: edges[index] ?? 0, high, count: counts[index + 1] ?? 0 }));
  const [first] = given;
  const last = given.at(-1);
  if (!first || !last || (given.length <= most && isEven(given))) return { cells: given, isEvened: false };
  const width = (last.high - first.low) / most;
  const cells = Array.from({ length: most }, (_, index) => {
    const [low, high] = [first.low + index * width, first.low + (index + 1) * width];
    const count = given.reduce((sum, cell) => sum + cell.count * shareWithin(cell, low, high), 0);
    return { low, high, count };
  });
  return { cells, isEvened: true };
}

function isEven(cells: readonly Cell[]): boolean {
  const widths = cells.map(({ low, high }) => high - low);
  return Math.max(...widths) <= Math.min(...widths) * 1.01;
}

/** Which part of a cell lies between these two. */
function shareWithin(cell: Cell, low: number, high: number): number {
  const width = cell.high - cell.low;
  if (width <= 0) return cell.low >= low && cell.low < high ? 1 : 0;
  return Math.max(0, Math.min(cell.high, high) - Math.max(cell.low, low)) / width;
}

/** Of the cells between the edges, never the tails: the narrowest run of them that holds half of the values. */
export function narrowestHalf({ edges, counts }: Counted, all: number): [from: number, to: number] {
  const last = edges.length - 1;
  const widthOf = (from: number, to: number) => (edges[to] ?? 0) - (edges[from - 1] ?? 0);
  let best: [number, number] = [1, Math.max(1, last)];
  for (let from = 1; from <= last; from += 1) {
    let held = 0;
    for (let to = from; to <= last; to += 1) {
      held += counts[to] ?? 0;
      if (held * 2 < all) continue;
      if (widthOf(from, to) < widthOf(...best)) best = [from, to];
      break;
    }
  }
  return best;
}
