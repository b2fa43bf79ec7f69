import { profileColumn } from './column-profile.ts';
import type { ColumnCounts, ColumnProfile, TableCounts, TableFrame } from './contract.ts';
import { addDecimals } from './decimal-text.ts';
import { greater, lesser } from './scalar-order.ts';

/**
 * Counts of all the rows together, from counts of parts of them that were made in one frame. The order does not matter,
 * but for the last digit of what is not a whole number.
 */
export function mergeCounts(parts: readonly TableCounts[]): TableCounts {
  const [first, ...others] = parts;
  if (!first) return { rows: 0, columns: [] };
  return others.reduce(
    (sum, part) => ({
      rows: sum.rows + part.rows,
      columns: sum.columns.map((column, place) => mergeColumns(column, part.columns[place])),
    }),
    first,
  );
}

/** What counts say of their rows: of a day, a segment, or a sum of such, all in one frame. */
export const windowProfile = (frame: TableFrame, counts: TableCounts): ColumnProfile[] =>
  frame.columns.flatMap((column, place) => {
    const own = counts.columns[place];
    return own ? [profileColumn(column, own)] : [];
  });

function mergeColumns(a: ColumnCounts, b: ColumnCounts | undefined): ColumnCounts {
  if (!b || a.cells.length !== b.cells.length || a.values.length !== b.values.length)
    throw new Error('counts of different frames do not add up');
  return {
    rows: a.rows + b.rows,
    nulls: a.nulls + b.nulls,
    nan: a.nan + b.nan,
    plusInfinity: a.plusInfinity + b.plusInfinity,
    minusInfinity: a.minusInfinity + b.minusInfinity,
    powers: a.powers && b.powers && addPowers(a.powers, b.powers),
    sum: a.sum !== null && b.sum !== null ? addDecimals(a.sum, b.sum) : null,
    min: lesser(a.min, b.min),
    max: greater(a.max, b.max),
    cells: add(a.cells, b.cells),
    values: add(a.values, b.values),
    lengths: mergeLengths(a.lengths, b.lengths),
  };
}

const add = (a: readonly number[], b: readonly number[]): number[] => a.map((count, place) => count + (b[place] ?? 0));

function addPowers(
  a: NonNullable<ColumnCounts['powers']>,
  b: NonNullable<ColumnCounts['powers']>,
): ColumnCounts['powers'] {
  const powers = add(a, b) as [number, number, number, number];
  return powers.every(Number.isFinite) ? powers : null;
}

function mergeLengths(a: ColumnCounts['lengths'], b: ColumnCounts['lengths']): ColumnCounts['lengths'] {
  if (!a || !b) return a ?? b;
  return {
    characters: a.characters + b.characters,
    shortest: Math.min(a.shortest, b.shortest),
    longest: Math.max(a.longest, b.longest),
  };
}
