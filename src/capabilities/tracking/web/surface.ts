/** Where runs lie on two sides, each from 0 to 1, and how high. */
export interface Spot {
  x: number;
  y: number;
  height: number;
}

export interface Surface {
  columns: number;
  rows: number;
  /** by row, then column, from low x and y; null: too far from every run to say */
  heights: readonly (number | null)[];
}

const columns = 64;
const rows = 44;

/**
 * The height between runs: of each place the heights around it, the nearer the more (Shepard 1968, inverse squares of distance). Farther
 * from every run than runs usually lie from one another nothing is said.
 */
export function surfaceOf(spots: readonly Spot[]): Surface {
  const reach = reachOf(spots);
  const heights = Array.from({ length: rows * columns }, (_, place) => {
    const x = ((place % columns) + 0.5) / columns;
    const y = (Math.floor(place / columns) + 0.5) / rows;
    return heightAt(spots, { x, y, reach });
  });
  return { columns, rows, heights };
}

function heightAt(spots: readonly Spot[], { x, y, reach }: { x: number; y: number; reach: number }): number | null {
  let [sum, weights, nearest] = [0, 0, Infinity];
  for (const spot of spots) {
    const square = (spot.x - x) ** 2 + (spot.y - y) ** 2;
    nearest = Math.min(nearest, square);
    const weight = 1 / Math.max(square, 1e-9);
    sum += weight * spot.height;
    weights += weight;
  }
  return Math.sqrt(nearest) > reach ? null : sum / weights;
}

/** Twice what runs that are spread evenly lie apart. */
const reachOf = (spots: readonly Spot[]): number => Math.min(0.6, 2.2 / Math.sqrt(Math.max(1, spots.length)));

/** Into which of so many bands of equal height a height falls, from 0. */
export function bandOf(height: number, { low, high, bands }: { low: number; high: number; bands: number }): number {
  return high > low ? Math.min(bands - 1, Math.floor(((height - low) / (high - low)) * bands)) : 0;
}
