import { type Said, saying } from './problem-texts.ts';

/** A sentence on what does not fit together, at its place in the document. */
export interface ModelProblem extends Said {
  path: (string | number)[];
}

/** Typed-in shares such as 0.333 do not add up to 1 exactly. */
const SUM_TOLERANCE = 0.001;

export function isOne(sum: number): boolean {
  return Math.abs(sum - 1) <= SUM_TOLERANCE;
}

export function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((total, next) => total + next, 0);
}

export function findDoubles(names: readonly string[], at: (index: number) => (string | number)[]): ModelProblem[] {
  return names.flatMap((name, index) =>
    names.indexOf(name) < index ? [{ path: at(index), ...saying((t) => t.twice({ name })) }] : [],
  );
}
