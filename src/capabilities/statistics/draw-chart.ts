import type { JsonValue } from '../../platform/analytics/analytics-protocol.ts';
import { missing, type PlannedAxis, planAxis } from './chart-axis.ts';
import type { AxisCell, Chart, ChartAxis, ChartRequest, Outcome } from './chart-contract.ts';
import { finiteSql, positionSql, shiftedSql, text } from './column-sql.ts';
import type { ColumnFrame, TableProfile } from './contract.ts';
import { ask, type Table, type TableColumn, type TableSource, tableOf, tableSql } from './table-source.ts';
import { meanOutcome, shareOutcome } from './outcome.ts';

const mostAlone = 36;
const mostInTime = 400;
const mostOfTwo = 40;

/**
 * Counts for a chart of one column or two, with the outcome of a target in each cell: 36 cells at most, 400 in time, 40
 * times 40 of two columns. The profile says how to lay out the columns, so that the rows are looked at once.
 */
export async function drawChart(source: TableSource, profile: TableProfile, request: ChartRequest): Promise<Chart> {
  const table = tableOf(source, profile.frame);
  const planned = plan(table, profile, request);
  if ('status' in planned) return planned;
  const rows = await ask<ChartRow>(table, chartSql(table, planned));
  return chartOf(planned, rows);
}

interface Side {
  column: TableColumn;
  axis: PlannedAxis;
}

interface PlannedTarget {
  column: TableColumn;
  positive: string | null;
  frame: ColumnFrame;
}

interface Planned {
  x: Side;
  y: Side | null;
  target: PlannedTarget | null;
  where: readonly { column: TableColumn; value: string | null }[];
}

type NotDrawn = Extract<Chart, { status: 'not_computable' }>;

function plan(table: Table, profile: TableProfile, request: ChartRequest): Planned | NotDrawn {
  const find = (name: string) => table.columns.find((column) => column.name === name);
  const sideOf = (name: string): Side | NotDrawn => {
    const column = find(name);
    const isTime = column?.kind === 'date' || column?.kind === 'timestamp';
    const most = request.y !== undefined ? mostOfTwo : isTime ? mostInTime : mostAlone;
    const axis = column && planAxis(column, profile, { most, unit: request.unit ?? null });
    return column && axis ? { column, axis } : notDrawn(name);
  };
  const x = sideOf(request.x);
  if ('status' in x) return x;
  const y = request.y === undefined ? null : sideOf(request.y);
  if (y && 'status' in y) return y;
  const target = request.target ? targetOf(find(request.target.column), { profile, asked: request.target }) : null;
  if (target && 'status' in target) return target;
  const where = (request.where ?? []).map(({ column, value }) => ({ column: find(column), name: column, value }));
  const unknown = where.find(({ column }) => !column);
  if (unknown) return notDrawn(unknown.name);
  return { x, y, target, where: where.flatMap(({ column, value }) => (column ? [{ column, value }] : [])) };
}

const notDrawn = (column: string): NotDrawn => ({ status: 'not_computable', column, reason: 'not_for_this_kind' });

interface AskedTarget {
  profile: TableProfile;
  asked: NonNullable<ChartRequest['target']>;
}

function targetOf(column: TableColumn | undefined, { profile, asked }: AskedTarget): PlannedTarget | NotDrawn {
  const frame = column && profile.frame.columns[column.place];
  if (!column || !frame || column.kind === 'nested' || column.kind === 'other') return notDrawn(asked.column);
  const positive = asked.positive ?? (column.kind === 'boolean' ? 'true' : null);
  return positive === null && frame.axis !== 'value' ? notDrawn(asked.column) : { column, positive, frame };
}

interface ChartRow extends Record<string, JsonValue> {
  x: number | string | null;
  y: number | string | null;
  rows: number;
  known: number;
  /** how many are positive, or sums of (value - shift) x scale and of its square */
  first: number | null;
  second: number | null;
}

function chartSql(table: Table, { x, y, target, where }: Planned): string {
  const conditions = where.map(({ column, value }) =>
    value === null ? `c${column.place} is null` : `c${column.place} = try_cast(${text(value)} as ${column.type})`,
  );
  const filter = conditions.length > 0 ? ` where ${conditions.join(' and ')}` : '';
  const parts = [
    `${x.axis.sql} as x`,
    `${y ? y.axis.sql : 'null'} as y`,
    `${target ? outcomeSql(target) : 'null'} as t`,
  ];
  const rows = `select ${parts.join(', ')} from ${tableSql(table)}${filter}`;
  const isShare = target?.positive !== null;
  const sums = isShare ? 'count_if(t) as first, null as second' : 'fsum(t) as first, fsum(t * t) as second';
  return `select x, y, count(*) as rows, count(t) as known, ${target ? sums : 'null as first, null as second'} from (${rows}) group by x, y`;
}

function outcomeSql({ column, positive, frame }: PlannedTarget): string {
  const finite = finiteSql(column);
  if (positive !== null)
    return `(${finite}) = try_cast(${text(positive)} as ${column.kind === 'text' ? 'varchar' : column.type})`;
  return shiftedSql(frame, { finite: `(${finite})`, position: positionSql(column.kind, `(${finite})`) });
}

function chartOf({ x, y, target }: Planned, rows: readonly ChartRow[]): Chart {
  const across = layOut(
    x.axis,
    rows.map((row) => row.x),
  );
  const up =
    y &&
    layOut(
      y.axis,
      rows.map((row) => row.y),
    );
  const cells = rows.map((row) => ({
    x: across.placeOf(row.x),
    y: up ? up.placeOf(row.y) : null,
    rows: row.rows,
    outcome: target ? outcomeOf(target, row) : null,
  }));
  const sum = (of: (row: ChartRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  const whole = {
    known: sum(({ known }) => known),
    first: sum((row) => row.first ?? 0),
    second: sum((row) => row.second ?? 0),
  };
  const axisOf = ({ column, axis }: Side, { cells: laid }: LaidOut): ChartAxis => ({
    column: column.name,
    unit: axis.unit,
    cells: laid,
  });
  return {
    status: 'drawn',
    rows: sum((row) => row.rows),
    x: axisOf(x, across),
    y: y && up && axisOf(y, up),
    target: target && { column: target.column.name, positive: target.positive },
    cells: cells.sort((a, b) => a.x - b.x || (a.y ?? 0) - (b.y ?? 0)),
    overall: target ? outcomeOf(target, whole) : null,
  };
}

interface LaidOut {
  cells: AxisCell[];
  placeOf: (key: number | string | null) => number;
}

/** Values and ranges in their order, then others and what is missing, where there are any. */
function layOut({ cells, unit }: PlannedAxis, keys: readonly (number | string | null)[]): LaidOut {
  const used = new Set(keys.map((key) => key ?? missing));
  const order = cells
    ? [...cells.keys()].filter((key) => key > 0)
    : [...used].filter((key) => key !== missing).sort((a, b) => (String(a) < String(b) ? -1 : 1));
  if (cells && used.has(0)) order.push(0);
  if (used.has(missing)) order.push(missing);
  const places = new Map(order.map((key, place) => [key, place]));
  const cellOf = (key: number | string): AxisCell => {
    if (key === missing) return { cell: 'missing' };
    return unit ? { cell: 'time', from: String(key) } : (cells?.[Number(key)] ?? { cell: 'other' });
  };
  return { cells: order.map(cellOf), placeOf: (key) => places.get(key ?? missing) ?? 0 };
}

type Sums = Pick<ChartRow, 'known' | 'first' | 'second'>;

function outcomeOf({ positive, frame }: PlannedTarget, { known, first, second }: Sums): Outcome {
  if (known === 0) return null;
  if (positive !== null) return shareOutcome(first ?? 0, known);
  const mean = Number(first) / known;
  const variance = Math.max(0, Number(second) / known - mean * mean);
  return meanOutcome({
    known,
    mean: Number(frame.shift) + mean / frame.scale,
    std: Math.sqrt(variance) / frame.scale,
  });
}
