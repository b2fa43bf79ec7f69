import type { BinaryValueModel, MulticlassValueModel } from './contract.ts';
import { findDoubles, isOne, type ModelProblem, printed, sumOf } from './model-problem.ts';

interface Parted {
  segments?: { name: string; share: { likely: number } }[];
}

/** The classes of a part are those of the whole, and make up all of it. */
export function findClassShareProblems({ segments = [], classes }: MulticlassValueModel): ModelProblem[] {
  return segments.flatMap(({ name, classShares }, index): ModelProblem[] => {
    if (classShares === undefined) return [];
    const path = ['segments', index, 'classShares'];
    if (classShares.length !== classes.length) {
      const message = `Given are ${classShares.length} shares in "${name}"; expected is one for each of the ${classes.length} classes.`;
      return [{ path, message }];
    }
    const sum = sumOf(classShares.map(({ likely }) => likely));
    const message = `The likely shares of the classes in "${name}" add up to ${printed(sum)}; expected is 1.`;
    return isOne(sum) ? [] : [{ path, message }];
  });
}

/** The parts of the volume make the whole, each with its own name. */
export function findSegmentProblems({ segments }: Pick<BinaryValueModel, 'segments'> | Parted): ModelProblem[] {
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
