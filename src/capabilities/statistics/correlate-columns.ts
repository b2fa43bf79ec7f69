import { finiteSql, positionSql, shiftedSql, struct } from './column-sql.ts';
import type { ColumnCounts, ColumnFrame, Figure, TableCounts, TableFrame, TableProfile } from './contract.ts';
import { between, notComputable, valueOf, withError } from './figure.ts';
import { countOf } from './moments.ts';
import { ask, type Table, tableSql } from './table-source.ts';

type Pair = NonNullable<TableProfile['pairs']>[number];

/** So many columns at most are set against each other: 1,225 pairs. */
const correlatedColumns = 50;
const pairsAtOnce = 400;
/** So many rows at most are ranked; from more, a sample gives bounds. */
const rankedRows = 50_000;

interface Numeric {
  place: number;
  frame: ColumnFrame;
  counts: ColumnCounts;
  isWhole: boolean;
}

/** Pearson over all rows and Spearman over up to 50,000, between every two numeric columns, over the rows that have both. */
export async function correlateColumns(
  table: Table,
  { frame, counts, first }: { frame: TableFrame; counts: TableCounts; first?: string | undefined },
): Promise<Pair[]> {
  const numeric = numericColumns(frame, counts, first);
  const pairs = numeric.flatMap((a, index) => numeric.slice(index + 1).map((b) => ({ a, b })));
  const ranks = await rankCorrelations(table, { numeric, pairs });
  const found: Pair[] = [];
  for (let from = 0; from < pairs.length; from += pairsAtOnce) {
    const portion = pairs.slice(from, from + pairsAtOnce);
    const [row = {}] = await ask<Record<string, never>>(table, pearsonSql(table, numeric, portion));
    portion.forEach(({ a, b }, index) => {
      const answered = row[`r${index}`] as unknown as Answered;
      found.push({
        a: a.frame.name,
        b: b.frame.name,
        rows: answered.rows ?? countOf(a.counts),
        pearson: pearsonOf({ a, b }, answered),
        spearman: ranks[from + index] ?? notComputable('no_values'),
      });
    });
  }
  return found;
}

/** Whether a column is among those of which the pairs are known; one that is no number need not be. */
export const isSetAgainstOthers = ({ pairs, frame }: TableProfile, name: string): boolean =>
  frame.columns.every((column) => column.name !== name || column.axis !== 'value') ||
  (pairs ?? []).some(({ a, b }) => a === name || b === name);

function numericColumns(frame: TableFrame, counts: TableCounts, first: string | undefined): Numeric[] {
  const all = frame.columns.flatMap((column, place) => {
    const own = counts.columns[place];
    const isUsable = column.axis === 'value' && own && countOf(own) > 1;
    return isUsable ? [{ place, frame: column, counts: own, isWhole: countOf(own) === counts.rows }] : [];
  });
  const isFirst = (each: Numeric) => Number(each.frame.name === first);
  return all.sort((a, b) => isFirst(b) - isFirst(a)).slice(0, correlatedColumns);
}

interface Answered {
  /** of two columns that have all rows: the sum of products; else the correlation itself */
  product?: number | string | null;
  r?: number | string | null;
  rows?: number | null;
}
interface Two {
  a: Numeric;
  b: Numeric;
}

/** Columns as the frame scales them: products neither cancel nor overflow. */
function scaledSql(table: Table, numeric: readonly Numeric[]): string {
  const finite = numeric.map(({ place, frame: { kind, type } }) => `${finiteSql({ kind, type, place })} as f${place}`);
  const scaled = numeric.map(({ place, frame }) => {
    const position = positionSql(frame.kind, `f${place}`);
    return `${shiftedSql(frame, { finite: `f${place}`, position })} as z${place}`;
  });
  return `select ${scaled.join(', ')} from (select ${finite.join(', ')} from ${tableSql(table)})`;
}

function pearsonSql(table: Table, numeric: readonly Numeric[], pairs: readonly Two[]): string {
  const asked = pairs.map(({ a, b }, index) => {
    const [x, y] = [`z${a.place}`, `z${b.place}`];
    const parts: Record<string, string> =
      a.isWhole && b.isWhole
        ? { product: `fsum(${x} * ${y})` }
        : { r: `corr(${x}, ${y})`, rows: `regr_count(${x}, ${y})` };
    return `${struct(parts)} as r${index}`;
  });
  const used = numeric.filter((each) => pairs.some(({ a, b }) => a === each || b === each));
  return `select ${asked.join(', ')} from (${scaledSql(table, used)})`;
}

const rounding = 1e-12;

function pearsonOf({ a, b }: Two, { product, r, rows }: Answered): Figure {
  if (a.counts.min === a.counts.max || b.counts.min === b.counts.max) return notComputable('one_value_only');
  if (rows !== undefined && (rows ?? 0) < 2) return notComputable('too_few_values');
  const value = r === undefined ? fromProduct({ a, b }, Number(product)) : Number(r ?? NaN);
  return correlation(value, rounding);
}

function fromProduct({ a, b }: Two, product: number): number {
  const [x, y] = [spreadOf(a), spreadOf(b)];
  const n = countOf(a.counts);
  return (product / n - x.mean * y.mean) / (x.std * y.std);
}

function spreadOf({ counts }: Numeric): { mean: number; std: number } {
  const n = countOf(counts);
  const [first = NaN, second = NaN] = (counts.powers ?? []).map((power) => power / n);
  return { mean: first, std: Math.sqrt(second - first * first) };
}

/** Among the rows that have both, one column may not vary. */
function correlation(value: number, error: number): Figure {
  if (!Number.isFinite(value)) return notComputable('one_value_only');
  const r = Math.min(1, Math.max(-1, value));
  return withError(r, error);
}

async function rankCorrelations(
  table: Table,
  { numeric, pairs }: { numeric: readonly Numeric[]; pairs: readonly Two[] },
): Promise<Figure[]> {
  if (pairs.length === 0) return [];
  const step = Math.max(1, Math.ceil(table.rows / rankedRows));
  const where = step === 1 ? '' : ` where hash(file_row_number) % ${step} = 0`;
  const values = numeric.map(({ place, frame: { kind, type } }) => `${finiteSql({ kind, type, place })} as f${place}`);
  // The mean of the lowest and the highest rank among equals, but for a factor: nulls come last and have none.
  const ranks = numeric.map(({ place }) => {
    const over = `over (order by f${place} nulls last)`;
    return `case when f${place} is not null then rank() ${over} + round(cume_dist() ${over} * count(*) over ()) end as k${place}`;
  });
  const asked = pairs.map(({ a, b }, index) => {
    const [x, y] = [`k${a.place}`, `k${b.place}`];
    return `${struct({ r: `corr(${x}, ${y})`, rows: `regr_count(${x}, ${y})` })} as r${index}`;
  });
  const sampled = `select ${values.join(', ')} from ${tableSql(table)}${where}`;
  const ranked = `select ${ranks.join(', ')} from (${sampled})`;
  const [row = {}] = await ask<Record<string, never>>(table, `select ${asked.join(', ')} from (${ranked})`);
  return pairs.map((pair, index) => {
    const answered = row[`r${index}`] as unknown as Answered;
    const exactly = pearsonOf(pair, answered);
    return step === 1 ? exactly : bounded(exactly, answered.rows ?? 0);
  });
}

/** Four standard errors by Fisher's transformation, 1.06 / sqrt(n - 3) for ranks (Fieller, Hartley and Pearson 1957). */
function bounded(figure: Figure, rows: number): Figure {
  const r = valueOf(figure);
  if (r === undefined || rows < 10) return notComputable('too_few_values');
  const inner = Math.min(1 - rounding, Math.max(rounding - 1, r));
  const error = (4 * 1.06) / Math.sqrt(rows - 3);
  return between(
    r,
    Math.min(r, Math.tanh(Math.atanh(inner) - error)),
    Math.max(r, Math.tanh(Math.atanh(inner) + error)),
  );
}
