import type { RunComparison } from '../compare-contract.ts';
import type { Run } from '../run.ts';
import { type CountedRun, figureNames } from './run-protocols.ts';

type Rows = RunComparison['params'];
type Value = string | number;

/** Beyond so many those are left out that the fewest runs have. */
const most = 500;

/** Parameters of all of these runs, by key. */
export function paramRows(runs: readonly Run[]): { rows: Rows; leftOut: number } {
  const all = rowsOf(runs.map(({ params }) => params));
  const rows = mostUsed(all);
  return { rows, leftOut: all.length - rows.length };
}

/** The last value of each metric; `all` holds those that are left out too. */
export function metricRows(runs: readonly Run[]): { rows: Rows; all: Rows; leftOut: number } {
  const all = rowsOf(runs.map(({ metrics }) => metrics.map(({ key, value }) => ({ key, value: finite(value) }))));
  const rows = mostUsed(all);
  return { rows, all, leftOut: all.length - rows.length };
}

/** What Peil counted itself of these runs; only what at least one has. */
export function figureRows(runIds: readonly string[], counted: ReadonlyMap<string, CountedRun>): Rows {
  return figureNames
    .map((key) =>
      rowOf(
        key,
        runIds.map((id) => counted.get(id)?.[key] ?? null),
      ),
    )
    .filter(({ values }) => values.some((value) => value !== null));
}

function rowsOf(facts: readonly (readonly { key: string; value: Value }[])[]): Rows {
  const byKey = new Map<string, (Value | null)[]>();
  for (const [index, own] of facts.entries())
    for (const { key, value } of own) {
      const values = byKey.get(key) ?? facts.map((): Value | null => null);
      byKey.set(key, values);
      values[index] = value;
    }
  return [...byKey].map(([key, values]) => rowOf(key, values)).toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

const rowOf = (key: string, values: (Value | null)[]): Rows[number] => ({
  key,
  values,
  differs: values.some((value) => value !== values[0]),
});

function mostUsed(rows: Rows): Rows {
  if (rows.length <= most) return rows;
  const used = (row: Rows[number]) => row.values.filter((value) => value !== null).length;
  const kept = new Set(rows.toSorted((a, b) => used(b) - used(a)).slice(0, most));
  return rows.filter((row) => kept.has(row));
}

/** Infinities are kept as the largest finite numbers. */
function finite(value: number): Value {
  if (Number.isNaN(value)) return 'NaN';
  if (Math.abs(value) < Number.MAX_VALUE) return value;
  return value > 0 ? 'Infinity' : '-Infinity';
}
