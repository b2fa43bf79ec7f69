import { coarsen } from './coarsen.ts';
import type { ColumnComparison } from './comparison-contract.ts';
import { compareShares, homogeneity } from './contingency.ts';
import type { ColumnCounts, ColumnFrame, Figure, TableCounts, TableFrame } from './contract.ts';
import { countTable } from './count-table.ts';
import { inFrame } from './count-windows.ts';
import { kolmogorovDistance, type TwoHistograms, wassersteinDistance } from './cumulative-distances.ts';
import {
  chanceOfDistance,
  falseDiscoveryRates,
  hellingerDistance,
  jensenShannonDistance,
  stabilityIndex,
  totalVariation,
} from './distances.ts';
import { between, exact, notComputable, valueOf } from './figure.ts';
import { chanceOfKolmogorov } from './kolmogorov-chance.ts';
import { countOf, meanDifference, spreadOf } from './moments.ts';
import { positionOf } from './position.ts';
import { greater, lesser } from './scalar-order.ts';
import { openTable, type TableSource } from './table-source.ts';

/** Counts of other rows in a frame that was chosen before, so that they can be added and compared. */
export async function countInFrame(source: TableSource, frame: TableFrame): Promise<TableCounts> {
  const table = inFrame(await openTable(source), frame);
  const [counted] = await countTable(table, frame.columns);
  return counted?.counts ?? { rows: 0, columns: [] };
}

/** How far each column of the current rows lies from the reference, both counted in the frame of the reference. */
export function compareTables(frame: TableFrame, reference: TableCounts, current: TableCounts): ColumnComparison[] {
  const compared = frame.columns.flatMap((column, place) => {
    const [a, b] = [reference.columns[place], current.columns[place]];
    return a && b ? [compareColumn(column, a, b)] : [];
  });
  const chances = compared.map(({ chance }) => valueOf(chance));
  const rates = falseDiscoveryRates(chances.filter((chance) => chance !== undefined));
  return compared.map((column, index) => {
    if (chances[index] === undefined) return column;
    const before = chances.slice(0, index).filter((chance) => chance !== undefined).length;
    return { ...column, adjustedChance: exact(rates[before] ?? 1) };
  });
}

/** So many cells, each with about as many of the reference, as is usual for the index. */
const usualCells = 10;
/** So many values of a text are told apart. */
const mostValues = 50;

function compareColumn(frame: ColumnFrame, a: ColumnCounts, b: ColumnCounts): ColumnComparison {
  const [left, right] = cellsOf(frame, a, b);
  const index = stabilityIndex(left, right);
  const chance =
    index.status === 'not_computable' ? index : chanceOfDistance('stability_index', index.value, { a: left, b: right });
  const { v, chance: chanceOfChiSquare } = homogeneity(left, right);
  return {
    column: frame.name,
    cells: left.length,
    reference: countOf(a),
    current: countOf(b),
    stabilityIndex: index,
    chance,
    adjustedChance: chance,
    jensenShannon: jensenShannonDistance(left, right),
    hellinger: hellingerDistance(left, right),
    totalVariation: totalVariation(left, right),
    cramersV: v,
    chanceOfChiSquare,
    ...measured(frame, a, b),
    missing: missingIn(a, b),
  };
}

/** Cells of both sides in which there is anybody. Bins are joined until each holds a tenth of the reference. */
function cellsOf(frame: ColumnFrame, a: ColumnCounts, b: ColumnCounts): [number[], number[]] {
  const hasEach = frame.axis === null || frame.edges.length === frame.values.length;
  const [left = [], right = []] =
    frame.axis === null ? valueCells(a, b) : hasEach ? [a.cells, b.cells] : coarsen([a.cells, b.cells], usualCells);
  const used = left.map((_, cell) => cell).filter((cell) => (left[cell] ?? 0) + (right[cell] ?? 0) > 0);
  return [used.map((cell) => left[cell] ?? 0), used.map((cell) => right[cell] ?? 0)];
}

/** The most frequent values of both sides, and all others as one. */
function valueCells(a: ColumnCounts, b: ColumnCounts): [number[], number[]] {
  const order = a.values.map((_, place) => place);
  const both = (place: number) => (a.values[place] ?? 0) + (b.values[place] ?? 0);
  const listed = order.sort((left, right) => both(right) - both(left)).slice(0, mostValues);
  const cells = (counts: ColumnCounts) => {
    const values = listed.map((place) => counts.values[place] ?? 0);
    return [...values, values.reduce((left, count) => left - count, countOf(counts))];
  };
  return [cells(a), cells(b)];
}

type Measured = Pick<ColumnComparison, 'kolmogorov' | 'chanceOfKolmogorov' | 'wasserstein' | 'shiftOfMean'>;

function measured(frame: ColumnFrame, a: ColumnCounts, b: ColumnCounts): Measured {
  const { axis, edges } = frame;
  if (!axis) return { kolmogorov: null, chanceOfKolmogorov: null, wasserstein: null, shiftOfMean: null };
  const [low, high] = [lesser(a.min, b.min), greater(a.max, b.max)];
  const ends = { low: low === null ? 0 : positionOf(axis, low), high: high === null ? 0 : positionOf(axis, high) };
  const sides = { edges, a: a.cells, b: b.cells, ...ends };
  const distance = kolmogorovDistance(sides);
  const unit = unitOf(frame, a);
  return {
    kolmogorov: distance,
    chanceOfKolmogorov: chanceOf(distance, sides),
    wasserstein: inUnits(wassersteinDistance(sides), unit),
    shiftOfMean: distance.status === 'not_computable' ? distance : inUnits(meanDifference(frame, a, b), unit),
  };
}

/** A distance that is known between bounds has its chance between theirs: the larger the distance, the smaller the chance. */
function chanceOf(distance: Figure, sides: TwoHistograms): Figure {
  if (distance.status === 'not_computable') return distance;
  const chance = chanceOfKolmogorov(distance.value, sides);
  if (distance.status === 'exact' || chance.status === 'not_computable') return chance;
  const [likely, unlikely] = [distance.low, distance.high].map((end) => endsOf(chanceOfKolmogorov(end, sides)));
  return between(chance.value, unlikely?.low ?? 0, likely?.high ?? 1);
}

function endsOf(figure: Figure): { low: number; high: number } {
  if (figure.status === 'not_computable') return { low: 0, high: 1 };
  return figure.status === 'exact' ? { low: figure.value, high: figure.value } : figure;
}

/** The standard deviation of the reference, or a thousandth of its mean where it hardly has one. */
function unitOf(frame: ColumnFrame, a: ColumnCounts): number {
  const spread = spreadOf(frame, a);
  return spread ? Math.max(spread.std, Math.abs(spread.mean) / 1000) : 0;
}

function inUnits(figure: Figure, unit: number): Figure {
  if (figure.status === 'not_computable') return figure;
  if (!(unit > 0)) return figure.value === 0 ? exact(0) : notComputable('one_value_only');
  if (figure.status === 'exact') return exact(figure.value / unit);
  return between(figure.value / unit, figure.low / unit, figure.high / unit);
}

function missingIn(a: ColumnCounts, b: ColumnCounts): ColumnComparison['missing'] {
  const lacking = (counts: ColumnCounts) => ({ count: counts.rows - countOf(counts), total: counts.rows });
  const share = ({ count, total }: { count: number; total: number }) => (total === 0 ? 0 : count / total);
  const [left, right] = [lacking(a), lacking(b)];
  return { reference: share(left), current: share(right), chance: compareShares(left, right).chance };
}
