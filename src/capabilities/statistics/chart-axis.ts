import { readable } from './axis-text.ts';
import type { AxisCell, ChartAxis } from './chart-contract.ts';
import { roundNumbers } from './choose-edges.ts';
import { axisOf } from './column-kind.ts';
import { double, finiteSql, listOf, positionSql, text } from './column-sql.ts';
import type { ColumnProfile, TableProfile } from './contract.ts';
import { positionOf } from './position.ts';
import type { TableColumn } from './table-source.ts';

/** One side of a chart: SQL that gives each row its key, and what the keys mean. */
export interface PlannedAxis {
  sql: string;
  unit: ChartAxis['unit'];
  /** null for time, whose cells are those that occur */
  cells: AxisCell[] | null;
}

export interface AxisWish {
  /** so many cells at most, with others and what is missing */
  most: number;
  unit?: ChartAxis['unit'];
}

/** Key of a row whose value is missing, and of one whose value is not listed. */
export const missing = -1;
export const other = 0;

/** How to lay out a column, by what its profile knows; null for what has no order and no few values. */
export function planAxis(column: TableColumn, profile: TableProfile, wish: AxisWish): PlannedAxis | null {
  const own = profile.columns[column.place];
  const axis = axisOf(column.kind);
  if (!own || column.kind === 'nested' || column.kind === 'other') return null;
  if (axis === 'value') return numberAxis(column, profile, wish.most);
  if (axis === 'seconds_since_midnight') return hourAxis(column);
  if (axis !== null) return timeAxis(column, own, wish);
  const frequent = (own.top?.values ?? []).slice(0, wish.most - 2);
  return valueAxis(
    column,
    frequent.map(({ value }) => value),
  );
}

function numberAxis(column: TableColumn, profile: TableProfile, most: number): PlannedAxis {
  const few = fewValues(column, profile, most);
  return few ? valueAxis(column, few) : rangeAxis(column, roundEdges(profile, column, most));
}

/** Times of day by the hour in which they lie. */
function hourAxis(column: TableColumn): PlannedAxis {
  const finite = finiteSql(column);
  const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);
  return {
    sql: `case when ${finite} is null then ${missing} else least(24, 1 + floor(${positionSql(column.kind, finite)} / 3600)::int) end`,
    unit: null,
    cells: [{ cell: 'other' }, ...hours.map((value): AxisCell => ({ cell: 'value', value }))],
  };
}

/** The values of a number, where each was counted and they are few. */
function fewValues({ place, kind }: TableColumn, profile: TableProfile, most: number): string[] | null {
  const [frame, counts] = [profile.frame.columns[place], profile.counts.columns[place]];
  const finite = profile.columns[place]?.finite ?? 0;
  if (!frame || !counts || counts.values.reduce((sum, count) => sum + count, 0) < finite) return null;
  const values = frame.values.filter((_, index) => (counts.values[index] ?? 0) > 0);
  if (values.length > most - 2) return null;
  return values.map((value) => readable(kind, value)).sort((a, b) => Number(a) - Number(b));
}

function valueAxis(column: TableColumn, values: readonly string[]): PlannedAxis {
  const finite = finiteSql(column);
  // The profile lists long texts by their first 200 characters.
  const value = column.kind === 'text' ? `left(${finite}, 200)` : finite;
  const place =
    values.length === 0
      ? String(other)
      : `coalesce(list_position(${listOf(values, typeOf(column))}, ${value}), ${other})`;
  return {
    sql: `case when ${finite} is null then ${missing} else ${place} end`,
    unit: null,
    cells: [{ cell: 'other' }, ...values.map((each): AxisCell => ({ cell: 'value', value: each }))],
  };
}

const typeOf = ({ kind, type }: TableColumn): string => (kind === 'text' ? 'varchar' : type);

function roundEdges(profile: TableProfile, { place }: TableColumn, most: number): number[] {
  const edges = profile.frame.columns[place]?.edges ?? [];
  return roundNumbers(edges[0] ?? 0, edges.at(-1) ?? 0, most - 4);
}

/** The key is one more than the number of edges below the value, found by halving. */
function rangeAxis({ kind, ...column }: TableColumn, edges: readonly number[]): PlannedAxis {
  const finite = finiteSql({ kind, ...column });
  const position = positionSql(kind, finite);
  const ends = [null, ...edges, null];
  return {
    sql: `case when ${finite} is null then ${missing} else ${halved(position, edges, 1)} end`,
    unit: null,
    cells: [
      { cell: 'other' },
      ...ends.slice(1).map((upTo, index): AxisCell => ({ cell: 'range', above: ends[index] ?? null, upTo })),
    ],
  };
}

function halved(position: string, edges: readonly number[], first: number): string {
  if (edges.length === 0) return String(first);
  const middle = Math.floor(edges.length / 2);
  const below = halved(position, edges.slice(0, middle), first);
  const above = halved(position, edges.slice(middle + 1), first + middle + 1);
  return `case when ${position} <= ${double(edges[middle] ?? 0)} then ${below} else ${above} end`;
}

const seconds = { hour: 3600, day: 86_400, week: 604_800, month: 2_629_746, year: 31_556_952, decade: 315_569_520 };
const units = ['hour', 'day', 'week', 'month', 'year', 'decade'] as const;

/** The finest unit, from the one that is asked for on, of which there are not too many. */
function timeAxis(column: TableColumn, own: ColumnProfile, { most, unit: asked }: AxisWish): PlannedAxis {
  const [from, to] = [own.min, own.max].map((end) => {
    if (end.status === 'not_computable' || !own.histogram) return 0;
    const position = positionOf(own.histogram.axis, end.value);
    return own.histogram.axis === 'days_since_1970' ? position * seconds.day : position;
  }) as [number, number];
  const finest = units.indexOf(asked ?? (column.kind === 'date' ? 'day' : 'hour'));
  const unit = units.find((each, index) => index >= finest && (to - from) / seconds[each] < most - 3) ?? 'decade';
  const moment = `date_trunc('${unit}', (${finiteSql(column)})::timestamp)`;
  return { sql: `strftime(${moment}, ${text('%Y-%m-%dT%H:%M:%S')})`, unit, cells: null };
}
