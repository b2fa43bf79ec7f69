import type { Chart } from '../statistics/contract.ts';
import { compareShares, contingencyOf } from '../statistics/index.ts';

export type Drawn = Extract<Chart, { status: 'drawn' }>;
export type Axis = Drawn['x'];
export type AxisCell = Axis['cells'][number];
export type Outcome = NonNullable<Drawn['overall']>;

/** A group with fewer known cases says too little to be compared. */
export const fewestCases = 30;

export interface Group {
  x: AxisCell;
  y: AxisCell | null;
  outcome: Outcome;
}

/** The groups whose outcomes lie farthest apart, and whether that is more than chance makes of so many groups. */
export interface Contrast {
  highest: Group;
  lowest: Group;
  isClear: boolean;
}

/** Null where there are no two groups to compare. What is missing, and what was put together, is no group. */
export function contrastOf(chart: Drawn): Contrast | null {
  const groups = groupsOf(chart).filter(({ x, y, outcome }) => outcome.known >= fewestCases && isOne(x) && isOne(y));
  const ordered = groups.toSorted((a, b) => b.outcome.value - a.outcome.value);
  const [highest, lowest] = [ordered[0], ordered.at(-1)];
  if (!highest || !lowest || highest === lowest) return null;
  const pairs = (ordered.length * (ordered.length - 1)) / 2;
  // The farthest apart of so many pairs (Bonferroni, at 5 %); a normal lies beyond z by at most exp(-z^2 / 2), both sides.
  const isClear = distanceOf(highest.outcome, lowest.outcome) >= Math.sqrt(2 * Math.log(pairs / 0.05));
  return { highest, lowest, isClear };
}

const isOne = (cell: AxisCell | null): boolean => cell === null || (cell.cell !== 'missing' && cell.cell !== 'other');

function groupsOf({ x, y, cells }: Drawn): Group[] {
  return cells.flatMap((each): Group[] => {
    const across = x.cells[each.x];
    const up = each.y === null ? null : (y?.cells[each.y] ?? null);
    return across && each.outcome ? [{ x: across, y: up, outcome: each.outcome }] : [];
  });
}

/** In standard errors. */
function distanceOf(a: Outcome, b: Outcome): number {
  if (a.measure === 'share' && b.measure === 'share') {
    const counted = ({ positives, known }: typeof a) => ({ count: positives, total: known });
    const { z } = compareShares(counted(a), counted(b));
    return z.status === 'not_computable' ? 0 : Math.abs(z.value);
  }
  const error = Math.hypot(errorOf(a), errorOf(b));
  const apart = Math.abs(a.value - b.value);
  if (error > 0) return apart / error;
  return apart > 0 ? Infinity : 0;
}

const errorOf = ({ value, high }: Outcome): number => (high - value) / 1.96;

/**
 * How much the outcome goes with the column, from 0 to 1, over the cells that were drawn: Cramér's V, corrected, of a share,
 * and the correlation ratio of a mean. Null where there is none.
 */
export function strengthOf(chart: Chart): number | null {
  if (chart.status !== 'drawn' || chart.overall === null) return null;
  const outcomes = groupsOf(chart).map(({ outcome }) => outcome);
  const shares = outcomes.flatMap((each) => (each.measure === 'share' ? [each] : []));
  if (shares.length > 0) {
    const { correctedV } = contingencyOf(shares.map(({ positives, known }) => [positives, known - positives]));
    return correctedV.status === 'not_computable' ? null : correctedV.value;
  }
  return correlationRatio(outcomes, chart.overall.value);
}

/** The spread within a cell follows from its interval. */
function correlationRatio(outcomes: readonly Outcome[], mean: number): number | null {
  const sum = (of: (each: Outcome) => number) => outcomes.reduce((total, each) => total + of(each), 0);
  const between = sum(({ known, value }) => known * (value - mean) ** 2);
  const within = sum((each) => errorOf(each) ** 2 * Math.max(0, each.known - 1) * each.known);
  const whole = between + within;
  return whole > 0 && Number.isFinite(whole) ? Math.sqrt(between / whole) : null;
}
