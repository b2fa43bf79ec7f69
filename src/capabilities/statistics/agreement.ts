import { exact, type Figure, notComputable } from './figure.ts';

/**
 * How far two who label the same cases agree beyond what chance would bring (Cohen 1960): rows are what the first said,
 * columns what the second said. 1 is full agreement, 0 is chance.
 */
export function agreementOf(table: readonly (readonly number[])[]): Figure {
  const sum = (cells: readonly number[]) => cells.reduce((total, cell) => total + cell, 0);
  const all = sum(table.map(sum));
  if (all === 0) return notComputable('no_values');
  if (table.some((row) => row.length !== table.length)) return notComputable('not_same_cells');
  const same = sum(table.map((row, index) => row[index] ?? 0)) / all;
  const byChance = sum(table.map((row, index) => sum(row) * sum(table.map((each) => each[index] ?? 0)))) / (all * all);
  return byChance === 1 ? notComputable('one_value_only') : exact((same - byChance) / (1 - byChance));
}

/**
 * How often chance alone does at least as well, from what shuffled labels gave. One is added on both sides, so that it is
 * never said to be impossible (Phipson and Smyth 2010).
 */
export const chanceByShuffling = (score: number, shuffled: readonly number[]): number =>
  (1 + shuffled.filter((each) => each >= score).length) / (1 + shuffled.length);
