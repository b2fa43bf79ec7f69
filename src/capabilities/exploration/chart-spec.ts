import { hash } from 'node:crypto';
import { toJson } from '../../platform/json.ts';
import type { ReadyVersion } from '../datasets/index.ts';
import type { Chart } from '../statistics/contract.ts';
import type { ChartKind, ChartSpec } from './chart-contract.ts';
import { explorationErrors } from './errors.ts';

const named = 40;

/** Throws 422 where the version has not every column of the spec. */
export function refuseUnknownColumns({ columns, number }: ReadyVersion, spec: ChartSpec): void {
  const there = columns.map(({ name }) => name);
  const unknown = columnsOf(spec).filter((name) => !there.includes(name));
  if (unknown.length > 0)
    throw explorationErrors.unknownColumns({ columns: unknown, there: there.slice(0, named), number });
}

/** Each column that is looked at, once. */
function columnsOf({ x, y, target, where = [] }: ChartSpec): string[] {
  const all = [
    x,
    ...(y === undefined ? [] : [y]),
    ...(target ? [target.column] : []),
    ...where.map((each) => each.column),
  ];
  return [...new Set(all)];
}

/** The same look has the same hash, in whatever order it was asked for. */
export function hashSpec({ x, y, unit, target, where = [] }: ChartSpec): string {
  const conditions = where.map(({ column, value }) => toJson([column, value])).sort();
  const parts = [
    x,
    y ?? null,
    unit ?? null,
    target?.column ?? null,
    target?.positive ?? null,
    [...new Set(conditions)],
  ];
  return hash('sha256', toJson(parts), 'hex');
}

export function kindOf({ y, target }: ChartSpec, chart: Chart): ChartKind {
  if (y !== undefined) return 'two_columns';
  if (chart.status === 'drawn' && chart.x.unit !== null) return 'over_time';
  return target ? 'outcome' : 'distribution';
}
