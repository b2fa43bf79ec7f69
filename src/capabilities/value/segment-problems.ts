import type { BinaryValueModel } from './contract.ts';
import { findDoubles, isOne, type ModelProblem, printed, sumOf } from './model-problem.ts';

/** The parts of the volume make the whole, each with its own name. */
export function findSegmentProblems({ segments }: BinaryValueModel): ModelProblem[] {
  if (segments === undefined) return [];
  const doubles = findDoubles(
    segments.map(({ name }) => name),
    (index) => ['segments', index, 'name'],
  );
  const shares = sumOf(segments.map(({ share }) => share.likely));
  if (isOne(shares)) return doubles;
  const message = `The likely shares of the segments add up to ${printed(shares)}; expected is 1.`;
  return [...doubles, { path: ['segments'], message }];
}
