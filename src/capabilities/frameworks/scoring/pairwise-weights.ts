/** One judgment: how many times as much `row` counts as `column`, from 1/9 to 9. */
export interface Judgment {
  row: number;
  column: number;
  ratio: number;
}

export interface PairwiseWeights {
  /** in the order of the criteria; they add up to 1 */
  weights: number[];
  /** the principal eigenvalue: the number of criteria where nobody contradicts themselves */
  lambda: number;
  /** under 0.1 the judgments hang together; 0 for one or two criteria, which cannot contradict each other */
  consistencyRatio: number;
}

/** Mean consistency index of random judgments, by number of criteria (Saaty, 1980). */
const randomIndex = [0, 0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49];
/** More than this nobody compares two by two without contradicting themselves. */
export const mostCompared = randomIndex.length - 1;
/** What is usually asked of the consistency ratio (Saaty, 1980). */
export const mostInconsistent = 0.1;

/** The matrix of all comparisons, or null while a pair is open. The other half is the reciprocal. */
export function matrixOf(size: number, judgments: readonly Judgment[]): number[][] | null {
  const matrix: number[][] = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) => (row === column ? 1 : 0)),
  );
  for (const { row, column, ratio } of judgments) {
    const [over, under] = [matrix[row], matrix[column]];
    if (!over || !under || over[column] === undefined || row === column) continue;
    over[column] = ratio;
    under[row] = 1 / ratio;
  }
  return matrix.every((row) => row.every((ratio) => ratio > 0)) ? matrix : null;
}

/**
 * Weights from comparisons two by two: the principal eigenvector of the matrix (Saaty, "The Analytic Hierarchy Process",
 * 1980), by power iteration, which a matrix of positive numbers always brings to an end (Perron).
 */
export function pairwiseWeights(matrix: readonly (readonly number[])[]): PairwiseWeights {
  const size = matrix.length;
  let weights = matrix.map(() => 1 / size);
  for (let round = 0; round < 10_000; round += 1) {
    const next = normalised(product(matrix, weights));
    const moved = Math.max(...next.map((weight, index) => Math.abs(weight - (weights[index] ?? 0))));
    weights = next;
    if (moved < 1e-15) break;
  }
  const lambda = sum(product(matrix, weights));
  const index = size < 3 ? 0 : Math.max(0, (lambda - size) / (size - 1));
  const random = randomIndex[size] ?? Number.NaN;
  return { weights, lambda, consistencyRatio: size < 3 ? 0 : index / random };
}

function product(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  return matrix.map((row) => sum(row.map((ratio, column) => ratio * (vector[column] ?? 0))));
}

function normalised(vector: readonly number[]): number[] {
  const total = sum(vector);
  return vector.map((each) => each / total);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}
