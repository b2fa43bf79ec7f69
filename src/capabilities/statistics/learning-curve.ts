import { studentTails } from './distributions.ts';
import { type Reason } from './figure.ts';

export interface LearningPoint {
  /** rows the model learnt from */
  rows: number;
  error: number;
  /** how much the point counts, such as one over the variance of its error */
  weight?: number;
}

export interface LearningCurve {
  status: 'fitted';
  /** the error that no amount of such data takes away */
  floor: number;
  scale: number;
  power: number;
  /** most rows that were tried; beyond four times as many the curve says little */
  largest: number;
  /** inverse of the information, for intervals; null where there are no more points than parameters */
  covariance: readonly (readonly number[])[] | null;
  degrees: number;
}
export type Fitted = LearningCurve | { status: 'not_computable'; reason: Reason };

/** Weighted least squares of error(n) = floor + scale x n^-power, none below zero. Source: Figueroa et al. (2012). */
export function fitLearningCurve(points: readonly LearningPoint[]): Fitted {
  const usable = points.filter(({ rows, error }) => rows > 0 && Number.isFinite(error));
  if (new Set(usable.map(({ rows }) => rows)).size < 3) return { status: 'not_computable', reason: 'too_few_values' };
  const power = bestPower(usable);
  const { floor, scale } = straightLine(usable, power);
  const degrees = usable.length - 3;
  const covariance = degrees > 0 ? covarianceOf(usable, { floor, scale, power }) : null;
  const largest = Math.max(...usable.map(({ rows }) => rows));
  return { status: 'fitted', floor, scale, power, largest, covariance, degrees };
}

interface Parameters {
  floor: number;
  scale: number;
  power: number;
}

const [leastPower, mostPower] = [0.001, 10];

/** The misfit has one valley in the logarithm of the power: a grid finds it, the golden section its bottom. */
function bestPower(points: readonly LearningPoint[]): number {
  const misfit = (log: number) => straightLine(points, Math.exp(log)).misfit;
  const [from, to, steps] = [Math.log(leastPower), Math.log(mostPower), 120];
  const grid = Array.from({ length: steps + 1 }, (_, index) => from + ((to - from) * index) / steps);
  const best = grid.reduce((least, log) => (misfit(log) < misfit(least) ? log : least), from);
  const width = (to - from) / steps;
  let [low, high] = [Math.max(from, best - width), Math.min(to, best + width)];
  const ratio = (Math.sqrt(5) - 1) / 2;
  for (let step = 0; step < 80; step += 1) {
    const [left, right] = [high - ratio * (high - low), low + ratio * (high - low)];
    if (misfit(left) < misfit(right)) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

/** For a given power the rest is a straight line in n^-power. */
function straightLine(
  points: readonly LearningPoint[],
  power: number,
): { floor: number; scale: number; misfit: number } {
  const at = points.map(({ rows, error, weight = 1 }) => ({ x: rows ** -power, y: error, w: weight }));
  const sum = (of: (point: (typeof at)[number]) => number) => at.reduce((total, point) => total + of(point), 0);
  const all = sum(({ w }) => w);
  const [meanX, meanY] = [sum(({ w, x }) => w * x) / all, sum(({ w, y }) => w * y) / all];
  const spread = sum(({ w, x }) => w * (x - meanX) ** 2);
  let scale = Math.max(0, spread > 0 ? sum(({ w, x, y }) => w * (x - meanX) * (y - meanY)) / spread : 0);
  let floor = meanY - scale * meanX;
  if (floor < 0) {
    floor = 0;
    scale = Math.max(0, sum(({ w, x, y }) => w * x * y) / sum(({ w, x }) => w * x * x));
  }
  return { floor, scale, misfit: sum(({ w, x, y }) => w * (y - floor - scale * x) ** 2) };
}

const slopes = (rows: number, { scale, power }: Omit<Parameters, 'floor'>): [number, number, number] => {
  const x = rows ** -power;
  return [1, x, -scale * Math.log(rows) * x];
};

function covarianceOf(points: readonly LearningPoint[], fitted: Parameters): number[][] | null {
  const information = [0, 1, 2].map((row) =>
    [0, 1, 2].map((column) =>
      points.reduce((sum, { rows, weight = 1 }) => {
        const slope = slopes(rows, fitted);
        return sum + weight * (slope[row] ?? 0) * (slope[column] ?? 0);
      }, 0),
    ),
  );
  const { misfit } = straightLine(points, fitted.power);
  const variance = misfit / (points.length - 3);
  return inverse(information)?.map((row) => row.map((cell) => cell * variance)) ?? null;
}

/** Of a symmetric 3 by 3 matrix, by cofactors; null where there is none. */
function inverse(m: readonly (readonly number[])[]): number[][] | null {
  const at = (row: number, column: number) => m[row % 3]?.[column % 3] ?? 0;
  const cofactor = (row: number, column: number) =>
    at(row + 1, column + 1) * at(row + 2, column + 2) - at(row + 1, column + 2) * at(row + 2, column + 1);
  const determinant = [0, 1, 2].reduce((sum, column) => sum + at(0, column) * cofactor(0, column), 0);
  if (!Number.isFinite(1 / determinant)) return null;
  return [0, 1, 2].map((row) => [0, 1, 2].map((column) => cofactor(column, row) / determinant));
}

export interface Expected {
  error: number;
  low: number;
  high: number;
  /** further than four times what was tried */
  isFar: boolean;
}

/** The error to expect from so many rows, with its interval of 95 %; without one where there were too few points. */
export function expectedError(curve: LearningCurve, rows: number): Expected {
  const error = curve.floor + curve.scale * rows ** -curve.power;
  const reach = reachOf(curve, rows);
  return { error, low: Math.max(0, error - reach), high: error + reach, isFar: rows > 4 * curve.largest };
}

function reachOf(curve: LearningCurve, rows: number): number {
  if (!curve.covariance) return 0;
  const slope = slopes(rows, curve);
  const variance = slope.reduce(
    (sum, left, row) =>
      sum + slope.reduce((part, right, column) => part + left * right * (curve.covariance?.[row]?.[column] ?? 0), 0),
    0,
  );
  return studentQuantile(curve.degrees) * Math.sqrt(Math.max(0, variance));
}

/** Beyond which on both sides lie 5 of 100. */
function studentQuantile(degrees: number): number {
  let [low, high] = [0, 1000];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (studentTails(middle, degrees) > 0.05) low = middle;
    else high = middle;
  }
  return low;
}

export type Needed =
  | { status: 'enough' | 'far' | 'reachable'; rows: number; low: number; high: number | null }
  | { status: 'never'; floor: number };

/**
 * How many rows bring the error down to a target: `enough` as many as were tried, `far` more than four times as many,
 * `never` where the floor lies above it. `high` is null where the interval does not come down to the target.
 */
export function rowsForError(curve: LearningCurve, target: number): Needed {
  if (!(curve.floor < target)) return { status: 'never', floor: curve.floor };
  const rows = firstRows((n) => expectedError(curve, n).error <= target) ?? Infinity;
  const low = firstRows((n) => expectedError(curve, n).low <= target) ?? 1;
  const high = firstRows((n) => expectedError(curve, n).high <= target);
  const status = rows <= curve.largest ? 'enough' : rows <= 4 * curve.largest ? 'reachable' : 'far';
  return { status, rows, low: Math.min(low, rows), high };
}

/** The smallest number, on a scale of powers, for which it holds; null where it does not by 10^15. */
function firstRows(holds: (rows: number) => boolean): number | null {
  let [low, high] = [0, 50];
  if (!holds(2 ** high)) return null;
  if (holds(1)) return 1;
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2;
    if (holds(2 ** middle)) high = middle;
    else low = middle;
  }
  return Math.ceil(2 ** high - 1e-6);
}
