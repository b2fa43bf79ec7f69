import type { MetricPoint } from './run.ts';

/** A point as both databases keep it: they order no NaN, and one of them knows no infinity in JSON. */
export interface StoredPoint extends MetricPoint {
  runId: string;
  /** 1: not a number, and `value` is 0 */
  is_nan: number;
}

export function asStored<P extends MetricPoint>(point: P): P & { is_nan: number } {
  const is_nan = Number.isNaN(point.value) ? 1 : 0;
  const value = is_nan ? 0 : Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, point.value));
  return { ...point, value, is_nan };
}

/** By step, then moment, then value. */
const isLater = (a: MetricPoint, b: MetricPoint): boolean => (a.step - b.step || a.at - b.at || a.value - b.value) > 0;

/** The last of each, in the order of their places: of two writes at a time neither then waits for the other. */
export function lastOfEach<P extends MetricPoint>(points: readonly P[], placeOf: (point: P) => string): P[] {
  const last = new Map<string, P>();
  for (const point of points) {
    const place = placeOf(point);
    const known = last.get(place);
    if (!known || isLater(point, known)) last.set(place, point);
  }
  return [...last].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, point]) => point);
}
