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
export const isLater = (a: MetricPoint, b: MetricPoint): boolean =>
  (a.step - b.step || a.at - b.at || a.value - b.value) > 0;
