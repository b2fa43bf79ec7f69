/** What is known of the points that share a place along the axis; without a finite number among them it has no low and high. */
export interface Place {
  count: number;
  from: number;
  to: number;
  low: number | null;
  high: number | null;
  notNumbers: number;
  infinite: number;
}

/** The line through the lowest and the highest of each place; null is a gap in it. */
export function pointsOf(places: readonly Place[]): [number, number | null][] {
  const points: [number, number | null][] = [];
  let before: number | null = null;
  for (const { from, to, low, high } of places) {
    if (low === null || high === null) {
      points.push([from, null]);
      before = null;
      continue;
    }
    // Which of the two came first is not told: the nearer one to the line so far makes no needless teeth.
    const [one, other]: [number, number] =
      before !== null && Math.abs(before - high) < Math.abs(before - low) ? [high, low] : [low, high];
    points.push([from, one]);
    if (from !== to || low !== high) points.push([to, other]);
    before = other;
  }
  return points;
}

const least = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);
const greatest = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);

/** One place of several; there is at least one. */
export const together = (places: readonly Place[]): Place =>
  places.reduce((a, b) => ({
    count: a.count + b.count,
    from: Math.min(a.from, b.from),
    to: Math.max(a.to, b.to),
    low: least(a.low, b.low),
    high: greatest(a.high, b.high),
    notNumbers: a.notNumbers + b.notNumbers,
    infinite: a.infinite + b.infinite,
  }));
