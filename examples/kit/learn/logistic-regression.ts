import { type Cases, chance, columnsOf, type Learnt } from './cases.ts';

interface Options {
  features: readonly string[];
  /** how strongly weights are held back: half of it times the square of each, the intercept apart */
  ridge: number;
}

/** Newton's method on the log loss (Hastie, Tibshirani and Friedman, 4.4.1), a step at a time; a handful is enough. */
export function* logisticRegression(cases: Cases, { features, ridge }: Options): Generator<Learnt, never> {
  const columns = columnsOf(cases, features);
  const weights = Array.from({ length: features.length + 1 }, () => 0);
  for (;;) {
    const { gradient, hessian } = slopes({ columns, truth: cases.truth, weights });
    for (let at = 1; at < weights.length; at += 1) {
      gradient[at] = (gradient[at] ?? 0) + ridge * (weights[at] ?? 0);
      const row = hessian[at] ?? [];
      row[at] = (row[at] ?? 0) + ridge;
    }
    for (const [at, step] of solve(hessian, gradient).entries()) weights[at] = (weights[at] ?? 0) - step;
    yield learnt(features, [...weights]);
  }
}

function learnt(features: readonly string[], weights: readonly number[]): Learnt {
  const [intercept = 0, ...others] = weights;
  return {
    score: (cases) => {
      const columns = columnsOf(cases, features);
      return Float64Array.from(cases.truth, (_, row) => chance(logitOf(columns, weights, row)));
    },
    content: { intercept, weights: Object.fromEntries(features.map((name, at) => [name, others[at]])) },
  };
}

function logitOf(columns: readonly Float64Array[], weights: readonly number[], row: number): number {
  let logit = weights[0] ?? 0;
  for (const [at, column] of columns.entries()) logit += (weights[at + 1] ?? 0) * (column[row] ?? 0);
  return logit;
}

interface Fitting {
  columns: readonly Float64Array[];
  truth: Uint8Array;
  weights: readonly number[];
}

/** First and second derivatives of the log loss by the weights, the intercept first. */
function slopes({ columns, truth, weights }: Fitting): { gradient: number[]; hessian: number[][] } {
  const gradient = weights.map(() => 0);
  const hessian = weights.map(() => weights.map(() => 0));
  const own = weights.map(() => 1);
  for (const [row, is] of truth.entries()) {
    for (const [at, column] of columns.entries()) own[at + 1] = column[row] ?? 0;
    const said = chance(logitOf(columns, weights, row));
    const spread = said * (1 - said);
    for (const [at, value] of own.entries()) {
      gradient[at] = (gradient[at] ?? 0) + (said - is) * value;
      const line = hessian[at] ?? [];
      for (const [other, second] of own.entries()) line[other] = (line[other] ?? 0) + spread * value * second;
    }
  }
  return { gradient, hessian };
}

/** Gaussian elimination; with a ridge the matrix is positive definite, so that no row need change its place. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  for (const [at, row] of rows.entries()) {
    const pivot = row[at] ?? 1;
    for (const [place, value] of row.entries()) row[place] = value / pivot;
    for (const [other, line] of rows.entries()) {
      const times = other === at ? 0 : (line[at] ?? 0);
      if (times !== 0) for (const [place, value] of row.entries()) line[place] = (line[place] ?? 0) - times * value;
    }
  }
  return rows.map((row) => row.at(-1) ?? 0);
}
