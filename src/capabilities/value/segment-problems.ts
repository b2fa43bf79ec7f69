import type { BinaryValueModel, MulticlassValueModel } from './contract.ts';
import { findDoubles, isOne, type ModelProblem, sumOf } from './model-problem.ts';
import { saying } from './problem-texts.ts';

interface Parted {
  segments?: { name: string; share: { likely: number } }[];
}

/** The classes of a part are those of the whole, and make up all of it. */
export function findClassShareProblems({ segments = [], classes }: MulticlassValueModel): ModelProblem[] {
  return segments.flatMap(({ name, classShares }, index): ModelProblem[] => {
    if (classShares === undefined) return [];
    const path = ['segments', index, 'classShares'];
    if (classShares.length !== classes.length) {
      const counts = { given: classShares.length, expected: classes.length };
      return [{ path, ...saying((t) => t.sharesIn({ name, ...counts })) }];
    }
    const sum = sumOf(classShares.map(({ likely }) => likely));
    return isOne(sum) ? [] : [{ path, ...saying((t, write) => t.classesIn({ name, sum: write(sum) })) }];
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
  return [...doubles, { path: ['segments'], ...saying((t, write) => t.segments({ sum: write(shares) })) }];
}
