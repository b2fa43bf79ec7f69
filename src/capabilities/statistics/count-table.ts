import type { JsonValue } from '../../platform/analytics/analytics-protocol.ts';
import { countedSql, finiteSql, hasExactSum, listOf, positionSql, shiftedSql, struct } from './column-sql.ts';
import type { ColumnCounts, ColumnFrame, Scalar, TableCounts } from './contract.ts';
import { ask, portions, type Table, type TableColumn, tableSql } from './table-source.ts';

export interface CountOptions {
  /** SQL over c0, c1, ... that gives a text; rows are counted apart for each of its values */
  by?: string;
  /** places of the columns of which to tell how many different values there are, by a sketch that does not add up */
  distinctOf?: ReadonlySet<number>;
}

export interface CountedRows {
  /** the value of `by`, null where it has none; null without `by` */
  key: string | null;
  counts: TableCounts;
  /** about how many different values each column has; null where not asked or not to be told */
  distinct: (number | null)[];
}

/** One look at the rows for up to 64 columns: all that adds up, in the cells and from the shift of the frame. */
export async function countTable(
  table: Table,
  frames: readonly ColumnFrame[],
  options: CountOptions = {},
): Promise<CountedRows[]> {
  const counted = new Map<string | null, CountedRows>();
  for (const columns of portions(table.columns)) {
    for (const row of await ask<Row>(table, countSql(table, { columns, frames, options }))) {
      const { key, rows } = row;
      const found = counted.get(key) ?? { key, counts: { rows, columns: [] }, distinct: [] };
      for (const { place } of columns) {
        const frame = frames[place] as ColumnFrame;
        const answered = row[`c${place}`] as unknown as Answered;
        found.counts.columns.push(countsOf(frame, { answered, rows }));
        found.distinct.push(answered.distinct ?? null);
      }
      counted.set(key, found);
    }
  }
  return [...counted.values()];
}

interface Row extends Record<string, JsonValue> {
  key: string | null;
  rows: number;
}

/** What a column answers; parts that its kind does not have are left out of the SQL. */
interface Answered {
  present: number;
  finite: number;
  plus?: number | null;
  minus?: number | null;
  distinct?: number | null;
  p1?: number | string | null;
  p2?: number | string | null;
  p3?: number | string | null;
  p4?: number | string | null;
  total?: string | null;
  low?: Scalar | null;
  high?: Scalar | null;
  cells?: number[] | null;
  values?: number[] | null;
  characters?: number | null;
  shortest?: number | null;
  longest?: number | null;
}

interface Asked {
  columns: readonly TableColumn[];
  frames: readonly ColumnFrame[];
  options: CountOptions;
}

function countSql(table: Table, { columns, frames, options: { by, distinctOf } }: Asked): string {
  const finite = columns.flatMap((column) => [`c${column.place}`, `${finiteSql(column)} as f${column.place}`]);
  const measured = columns.filter(({ place }) => frames[place]?.axis);
  const positions = measured.map(({ kind, place }) => `${positionSql(kind, `f${place}`)} as p${place}`);
  const shifted = measured.map(({ place }) => {
    const frame = frames[place] as ColumnFrame;
    return `${shiftedSql(frame, { finite: `f${place}`, position: `p${place}` })} as z${place}`;
  });
  const squares = measured.map(({ place }) => `z${place} * z${place} as q${place}`);
  const structs = columns.map(({ place, ...column }) => {
    const sketched = distinctOf?.has(place) && { distinct: `approx_count_distinct(f${place})` };
    return `${struct({ ...aggregates({ place, ...column }, frames[place] as ColumnFrame), ...sketched })} as c${place}`;
  });
  const layers = [positions, shifted, squares].filter((layer) => layer.length > 0);
  const base = `select ${[...(by === undefined ? [] : [`${by} as key`]), ...finite].join(', ')} from ${tableSql(table)}`;
  const from = layers.reduce((inner, layer) => `select *, ${layer.join(', ')} from (${inner})`, base);
  const [key, groups] = by === undefined ? ['null as key', ''] : ['key', ' group by key'];
  return `select ${key}, count(*) as rows, ${structs.join(', ')} from (${from})${groups}`;
}

function aggregates(column: TableColumn, frame: ColumnFrame): Record<string, string> {
  const { kind, type, place } = column;
  const [raw, finite] = [`c${place}`, `f${place}`];
  const canBeInfinite = kind === 'number' || kind === 'date' || kind === 'timestamp';
  const counted = countedSql(column, finite);
  return {
    present: `count(${raw})`,
    finite: `count(${finite})`,
    ...(canBeInfinite && {
      plus: `count_if(${raw} = 'infinity'::${type})`,
      minus: `count_if(${raw} = '-infinity'::${type})`,
    }),
    ...(frame.axis && measures(frame, place)),
    ...(hasExactSum(column) && { total: `sum(${finite})::varchar` }),
    ...(frame.values.length > 0 && {
      values: `map_values(histogram_exact(${counted.value}, ${listOf(frame.values, counted.type)}))`,
    }),
    ...(kind === 'text' && {
      characters: `sum(length(${finite}))`,
      shortest: `min(length(${finite}))`,
      longest: `max(length(${finite}))`,
    }),
  };
}

function measures({ edges }: ColumnFrame, place: number): Record<string, string> {
  const [z, q] = [`z${place}`, `q${place}`];
  return {
    p1: `fsum(${z})`,
    p2: `fsum(${q})`,
    p3: `fsum(${z} * ${q})`,
    p4: `fsum(${q} * ${q})`,
    low: `min(f${place})`,
    high: `max(f${place})`,
    ...(edges.length > 0 && { cells: `map_values(histogram(p${place}, ${listOf(edges, 'double')}))` }),
  };
}

function countsOf(frame: ColumnFrame, { answered, rows }: { answered: Answered; rows: number }): ColumnCounts {
  const { present, finite, low, high } = answered;
  // Of no rows at all, count_if knows nothing.
  const [plus, minus] = [answered.plus ?? 0, answered.minus ?? 0];
  return {
    rows,
    nulls: rows - present,
    nan: present - finite - plus - minus,
    plusInfinity: plus,
    minusInfinity: minus,
    powers: powersOf(answered, frame),
    sum: answered.total ?? (hasExactSum(frame) ? '0' : null),
    min: positive(low),
    max: positive(high),
    cells: frame.axis ? filled(answered.cells ?? [finite], frame.edges.length + 1) : [],
    values: filled(answered.values ?? [], frame.values.length),
    lengths: lengthsOf(answered),
  };
}

function powersOf({ p1, p2, p3, p4 }: Answered, { axis }: ColumnFrame): ColumnCounts['powers'] {
  const powers = [p1, p2, p3, p4].map((power) => Number(power ?? 0));
  return axis && powers.every(Number.isFinite) ? (powers as [number, number, number, number]) : null;
}

function lengthsOf({ characters, shortest, longest }: Answered): ColumnCounts['lengths'] {
  if (typeof characters !== 'number') return null;
  return { characters, shortest: shortest ?? 0, longest: longest ?? 0 };
}

/** DuckDB leaves out the tail when nothing is in it, and everything when there are no values. */
const filled = (counts: readonly number[], length: number): number[] =>
  Array.from({ length }, (_, index) => counts[index] ?? 0);

const positive = (value: Scalar | null | undefined): Scalar | null =>
  typeof value === 'number' ? value + 0 : (value ?? null);
