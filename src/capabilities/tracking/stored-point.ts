import type { MetricPoint } from './run.ts';

/** A point as both databases keep it: they order no NaN, and one of them knows no infinity in JSON. */
export interface StoredPoint extends MetricPoint {
  runId: string;
  /** 1: not a number, and `value` is 0 */
  is_nan: number;
}

export const nanMark = (value: number): number => (Number.isNaN(value) ? 1 : 0);

/** Infinities as the largest finite numbers. */
export const keptValue = (value: number): number =>
  Number.isNaN(value) ? 0 : Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value));

/** By step, then moment, then value. */
export const isLater = (a: MetricPoint, b: MetricPoint): boolean =>
  (a.step - b.step || a.at - b.at || a.value - b.value) > 0;
