import type { ColumnComparison } from '../../statistics/contract.ts';

/** As is usual for the index: from 0.1 on somewhat, from 0.25 on much. */
const [some, much] = [0.1, 0.25];
/** Of the columns that are said to have moved at most so many have not. */
const falselyFound = 0.01;

export interface Shift {
  column: string;
  index: number;
  isMuch: boolean;
}

/** Columns whose values lie otherwise, the furthest first, and apart those for which chance is enough: in few rows it is large. */
export function shiftsOf(comparisons: readonly ColumnComparison[]): { moved: Shift[]; byChance: Shift[] } {
  const far = comparisons
    .flatMap(({ column, stabilityIndex: index, adjustedChance: chance }) => {
      if (index.status === 'not_computable' || index.value < some) return [];
      const isChance = chance.status !== 'not_computable' && chance.value > falselyFound;
      return [{ isChance, shift: { column, index: index.value, isMuch: index.value >= much } }];
    })
    .toSorted((a, b) => b.shift.index - a.shift.index);
  const shifts = (wanted: boolean) => far.filter(({ isChance }) => isChance === wanted).map(({ shift }) => shift);
  return { moved: shifts(false), byChance: shifts(true) };
}
