import { createHash } from 'node:crypto';
import { ascending, edgeShares, edgesBetween, ownCells, scaleFor } from './choose-edges.ts';
import { axisOf, isNumeric } from './column-kind.ts';
import { finiteSql, isCountedAsText, listOf, positionSql, struct } from './column-sql.ts';
import { subtractDecimals } from './decimal-text.ts';
import type { ColumnFrame } from './frame-contract.ts';
import { nullTokens } from './null-tokens.ts';
import { ask, portions, type Table, type TableColumn, tableSql } from './table-source.ts';

/** About so many rows are looked at for edges and candidates; chosen by their place, so always the same ones. */
const sampleRows = 20_000;

/** What occurs so often in a sample is worth counting in the whole. */
const oftenInSample = 5;

interface Candidate {
  value: string | null;
  position: number | null;
  times: number;
  distinct: number;
}

interface Sampled {
  candidates: Candidate[];
  quantiles: number[];
  shift: string | null;
}

interface Range {
  low: string | null;
  high: string | null;
  lowAt: number | null;
  highAt: number | null;
}

export interface ChosenFrame {
  frame: ColumnFrame;
  /** different values in the sample: there are at least so many */
  atLeast: number;
  /** there are more of them than are counted one by one */
  hasMore: boolean;
}

/** Looks at a sample of the rows, and at the lowest and highest of all, to say how a table will be counted. */
export async function chooseFrames(table: Table): Promise<ChosenFrame[]> {
  const frames: ChosenFrame[] = [];
  for (const columns of portions(table.columns)) {
    const sampled = await sample(table, columns);
    const ranges = await findRanges(table, columns);
    const isWhole = table.rows <= sampleRows;
    columns.forEach((column, index) => {
      const [seen, range] = [sampled[index], ranges[index]];
      const frame = frameOf(column, { seen, range, isWhole });
      const atLeast = seen?.candidates[0]?.distinct ?? 0;
      frames.push({ frame, atLeast, hasMore: isCounted(column) && atLeast > ownCells });
    });
  }
  return frames;
}

const isCounted = ({ kind }: TableColumn): boolean => kind !== 'nested' && kind !== 'other' && kind !== 'boolean';

async function sample(table: Table, columns: readonly TableColumn[]): Promise<(Sampled | undefined)[]> {
  const counted = columns.filter(isCounted);
  if (counted.length === 0 || table.rows === 0) return [];
  const step = Math.max(1, Math.floor(table.rows / sampleRows));
  const values = counted.map((column) => `${finiteSql(column)} as f${column.place}`);
  const where = step === 1 ? '' : ` where hash(file_row_number) % ${step} = 0`;
  const asked = counted.flatMap((column) => [candidatesSql(column), quantilesSql(column)]);
  const [row = {}] = await ask<Record<string, never>>(
    table,
    `with s as materialized (select ${values.join(', ')} from ${tableSql(table)}${where}) select ${asked.join(', ')}`,
  );
  return columns.map((column) => (isCounted(column) ? sampledOf(row, column.place) : undefined));
}

function sampledOf(row: Record<string, unknown>, place: number): Sampled {
  const measured = row[`q${place}`] as { quantiles: number[] | null; shift: string | null } | null;
  return {
    candidates: (row[`v${place}`] ?? []) as Candidate[],
    quantiles: measured?.quantiles ?? [],
    shift: measured?.shift ?? null,
  };
}

/** A text of more than 200 characters is not counted on its own, nor one that cannot be written in SQL. */
function candidatesSql({ kind, place }: TableColumn): string {
  const value = kind === 'text' ? `case when length(v) <= 200 and not contains(v, chr(0)) then v end` : 'v::varchar';
  const position = axisOf(kind) ? positionSql(kind, 'v') : 'null';
  const candidate = struct({ value, position, times: 'n', distinct: 'd' });
  const grouped = `select f${place} as v, count(*) as n, count(*) over () as d from s where f${place} is not null group by v`;
  return `(select list(${candidate} order by v) from (${grouped} order by n desc, v limit ${ownCells})) as v${place}`;
}

function quantilesSql({ kind, place }: TableColumn): string {
  if (!axisOf(kind)) return `null as q${place}`;
  const position = positionSql(kind, `f${place}`);
  const median = `quantile_disc(${isNumeric(kind) ? `f${place}` : position}, 0.5)::varchar`;
  const quantiles = `quantile_disc(${position}, ${listOf(edgeShares, 'double')})`;
  return `(select ${struct({ quantiles, shift: median })} from s) as q${place}`;
}

async function findRanges(table: Table, columns: readonly TableColumn[]): Promise<(Range | undefined)[]> {
  const measured = columns.filter(({ kind }) => axisOf(kind));
  if (measured.length === 0) return [];
  const values = measured.map((column) => `${finiteSql(column)} as f${column.place}`);
  const asked = measured.map(({ kind, place }) => {
    const [low, high] = [`min(f${place})`, `max(f${place})`];
    const ends = { low: `${low}::varchar`, high: `${high}::varchar` };
    return `${struct({ ...ends, lowAt: positionSql(kind, low), highAt: positionSql(kind, high) })} as r${place}`;
  });
  const [row = {}] = await ask<Record<string, never>>(
    table,
    `select ${asked.join(', ')} from (select ${values.join(', ')} from ${tableSql(table)})`,
  );
  return columns.map(({ place }) => (row as Record<string, Range | undefined>)[`r${place}`]);
}

interface Seen {
  seen: Sampled | undefined;
  range: Range | undefined;
  isWhole: boolean;
}

function frameOf({ name, type, kind }: TableColumn, { seen, range, isWhole }: Seen): ColumnFrame {
  const axis = axisOf(kind);
  const candidates = seen?.candidates ?? [];
  const edges = axis ? edgesOf(seen) : [];
  const isWorthCounting = ({ times }: Candidate) => isEach(candidates) || times >= (isWhole ? 2 : oftenInSample);
  const often = candidates.filter(isWorthCounting).flatMap(({ value }) => value ?? []);
  const values = countedValues({ type, kind }, often);
  const fallback = isNumeric(kind) ? range?.low : range?.lowAt;
  const shift = String(seen?.shift ?? fallback ?? 0);
  const hash = createHash('sha256')
    .update(JSON.stringify([edges, values]))
    .digest('hex')
    .slice(0, 16);
  return { name, type, kind, axis, shift, scale: axis ? scaleFor(spreadOf(kind, range)) : 1, edges, values, hash };
}

/** In the order in which DuckDB counts them. */
function countedValues(column: Pick<TableColumn, 'type' | 'kind'>, often: readonly string[]): string[] {
  if (column.kind === 'boolean') return ['false', 'true'];
  if (column.kind === 'text') return inByteOrder([...often, ...nullTokens]);
  return isCountedAsText(column) ? inByteOrder(often) : [...often];
}

/** A cell for each value where there are few, else at shares of the values. */
function edgesOf(seen: Sampled | undefined): number[] {
  if (!seen) return [];
  const { candidates, quantiles } = seen;
  return isEach(candidates) ? ascending(candidates.flatMap(({ position }) => position ?? [])) : edgesBetween(quantiles);
}

/** Whether the candidates are all the different values that were seen. */
const isEach = (candidates: readonly Candidate[]): boolean =>
  candidates.length > 0 && candidates.length === candidates[0]?.distinct;

function spreadOf(kind: TableColumn['kind'], range: Range | undefined): number {
  if (!range?.low || !range.high) return 0;
  if (kind === 'integer' || kind === 'decimal') return subtractDecimals(range.high, range.low);
  return (range.highAt ?? 0) - (range.lowAt ?? 0);
}

/** As DuckDB orders text. */
function inByteOrder(values: readonly string[]): string[] {
  return [...new Set(values)].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
