import type { CriterionKey } from '../criteria.ts';
import type { Draft, Score } from '../selection-contract.ts';
import { type Direction, minMax } from './min-max.ts';
import { topsis } from './topsis.ts';
import { directionOf } from './value-at.ts';

interface Given {
  weights: readonly number[];
  /** by candidate, in the order of the criteria */
  parts: readonly Score['parts'][];
  isIn: readonly boolean[];
}

interface Opinions {
  /** by candidate, 0 to 100; null where there is none */
  minMax: (number | null)[];
  /** by candidate, 0 to 1 */
  topsis: (number | null)[];
  leftOut: CriterionKey[];
}

/**
 * Both second opinions compare candidates with each other, so they take only candidates that are in, and only criteria of
 * which every one of them has a measurement. A scale that rises and falls is taken by its values.
 */
export function secondOpinions(criteria: Draft['criteria'], { weights, parts, isIn }: Given): Opinions {
  const rows = parts.flatMap((each, at) => (isIn[at] ? [{ at, parts: each }] : []));
  const isKnown = criteria.map((_, column) => rows.every(({ parts: row }) => typeof row[column]?.value === 'number'));
  const columns = criteria.flatMap((_, column) => (isKnown[column] ? [column] : []));
  const total = columns.reduce((sum, column) => sum + (weights[column] ?? 0), 0);
  const leftOut = criteria.filter((_, column) => !isKnown[column]).map(({ key }) => key);
  const none = parts.map(() => null);
  if (rows.length < 2 || total === 0) return { minMax: none, topsis: none, leftOut };
  const shares = columns.map((column) => (weights[column] ?? 0) / total);
  const directions = columns.map((column) => directionOf(criteria[column]?.anchors ?? []));
  const measured = rows.map(({ parts: row }) => measuredOf(row, columns, directions));
  const better = directions.map((direction): Direction => direction ?? 'more');
  const place = (values: readonly number[], factor: number) =>
    parts.map((_, at) => {
      const row = rows.findIndex((each) => each.at === at);
      return row < 0 ? null : (values[row] ?? 0) * factor;
    });
  return {
    minMax: place(minMaxScores(measured, shares, better), 100),
    topsis: place(topsis({ measured, weights: shares, directions: better }), 1),
    leftOut,
  };
}

function measuredOf(
  row: Score['parts'],
  columns: readonly number[],
  directions: readonly (Direction | null)[],
): number[] {
  return columns.map((column, index) => {
    const part = row[column];
    return (directions[index] === null ? part?.value : part?.measured) ?? 0;
  });
}

function minMaxScores(
  measured: readonly (readonly number[])[],
  shares: readonly number[],
  directions: readonly Direction[],
): number[] {
  const spread = shares.map((_, column) =>
    minMax(
      measured.map((row) => row[column] ?? 0),
      directions[column] ?? 'more',
    ),
  );
  return measured.map((_, row) => shares.reduce((sum, share, at) => sum + share * (spread[at]?.[row] ?? 0), 0));
}
