import type { Analytics } from '../../../platform/analytics/analytics.ts';
import type { ErrorPrices } from '../../value/index.ts';
import { bestQuantile } from '../../value/index.ts';
import { evaluationErrors } from '../errors.ts';
import { askFile, Params } from '../predictions/prediction-file.ts';
import { caseDigestSql, type CaseSource, isUsed, keptColumns, numberRowsSql } from './case-rows.ts';
import { caseDigestOf, countsOf } from './measure-decisions.ts';
import { decilesOf, decilesSql } from './measure-deciles.ts';
import type { MeasuredNumberPart, MeasuredNumbers } from './measured.ts';
import { repeatedIdsSql, slicesSql } from './slices-sql.ts';
import { errorValueSql, valuedRowsSql } from './value-rows.ts';

interface Measuring {
  analytics: Analytics;
  source: CaseSource;
  prices: ErrorPrices | null;
  signal: AbortSignal;
}

const shares = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99];
const bars = 40;

type Row = Record<string, number | string | null>;

/** One row of everything; lists are null where they are empty. */
type Answer = Record<`slice${number}`, Row[] | null> & {
  counts: Row;
  quantiles: number[] | null;
  bars: Row[] | null;
  deciles: Row[] | null;
};

/** How far predicted numbers lie from what turned out: the table is read once, beside the server. */
export async function measureNumbers(work: Measuring): Promise<MeasuredNumbers> {
  const { analytics, source, signal } = work;
  const params = new Params();
  const sql = measureSql(work, params);
  const [answer] = await askFile<Answer>(analytics, source.file, { sql, params, signal });
  if (!answer) throw new Error('a table of predictions was not counted');
  const counts = countsOf(answer.counts, source);
  if (counts.cases === 0) throw evaluationErrors.noCases({ rows: counts.rows });
  const at = (name: string) => Number(answer.counts[name] ?? 0);
  const errors = answer.quantiles ?? [];
  return {
    kind: 'numbers',
    counts,
    caseDigest: caseDigestOf(answer.counts),
    meanError: at('meanError'),
    meanSize: at('meanSize'),
    rootMeanSquare: at('rootMeanSquare'),
    truthVariance: at('variance'),
    quantiles: shares.map((share, index) => ({ share, error: errors[index] ?? 0 })),
    histogram: histogramOf(answer.bars ?? [], [errors[0] ?? 0, errors.at(-1) ?? 0]),
    deciles: decilesOf(answer.deciles ?? [], work.prices !== null),
    slices: source.columns.segments.map((column, place) => ({
      column,
      parts: partsOf(answer[`slice${place}`] ?? [], work.prices !== null),
    })),
  };
}

/** As of decisions. Bars lie between the first and the last hundredth; what lies beyond counts in the outermost. */
function measureSql({ source, prices }: Measuring, params: Params): string {
  const used = isUsed(source.amounts, ['y', 'p']);
  const value = prices === null ? 'null::double' : errorValueSql(prices, params);
  const tables = [
    `r as materialized (select ${keptColumns(source, ['y', 'p'])}, p - y as e, abs(p - y) as size, ${value} as v
      from (${numberRowsSql(source, params)}))`,
    `u as (select * from r where ${used})`,
    `counts as (select count(*) as rows, count(*) filter (no_truth) as "withoutTruth",
      count(*) filter (not no_truth and y is null) as "unknownTruth",
      count(*) filter (y is not null and p is null) as "withoutPrediction",
      count(*) filter (${used}) as cases${repeatedIdsSql(source)}${caseDigestSql(source, used)},
      avg(e) filter (${used}) as "meanError", avg(size) filter (${used}) as "meanSize",
      sqrt(avg(e * e) filter (${used})) as "rootMeanSquare", var_pop(y) filter (${used}) as variance from r)`,
    `spread as (select quantile_cont(e, [${shares.join(', ')}]) as q from u)`,
    `bars as (select case when q[${shares.length}] > q[1]
        then greatest(0, least(${bars - 1}, floor((e - q[1]) / ((q[${shares.length}] - q[1]) / ${bars})))) else 0 end as bar,
      count(*) as cases from u, spread group by bar)`,
    decilesSql,
    ...slicesSql(source.columns.segments, { keys: [], counted: ['cases', 'size', 'v'], rows: 'u' }),
  ];
  const shown = source.columns.segments.map(
    (_, place) => `, (select list(slice${place}) from slice${place}) as slice${place}`,
  );
  return `with ${tables.join(', ')} select (select counts from counts) as counts, (select q from spread) as quantiles,
    (select list(bars) from bars) as bars, (select list(deciles order by decile) from deciles) as deciles${shown.join('')}`;
}

function histogramOf(rows: readonly Row[], [low, high]: [number, number]): MeasuredNumbers['histogram'] {
  const width = high > low ? (high - low) / bars : 1;
  const counted = new Map(rows.map((row) => [Number(row['bar']), Number(row['cases'])]));
  return Array.from({ length: high > low ? bars : 1 }, (_, bar) => ({
    from: low + bar * width,
    to: low + (bar + 1) * width,
    cases: counted.get(bar) ?? 0,
  }));
}

const order = ['value', 'others', 'missing'];

function partsOf(rows: readonly Row[], isPriced: boolean): MeasuredNumberPart[] {
  return rows
    .map((row) => ({
      kind: row['kind'] as MeasuredNumberPart['kind'],
      value: (row['value'] ?? null) as string | null,
      cases: Number(row['cases']),
      meanSize: Number(row['size']) / Number(row['cases']),
      total: isPriced ? Number(row['v']) : null,
    }))
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || b.cases - a.cases);
}

function ask({ analytics, source, signal }: Measuring, make: (params: Params) => string): Promise<Row[]> {
  const params = new Params();
  return askFile<Row>(analytics, source.file, { sql: make(params), params, signal });
}

/** What one prediction for every case costs, the best there is for these truths: their quantile c_under/(c_under + c_over). */
export async function priceConstant(work: Measuring & { prices: ErrorPrices }): Promise<number> {
  const { source, prices } = work;
  const [row] = await ask(work, (params) => {
    const quantile = bestQuantile(prices.costs);
    const used = isUsed(source.amounts, ['y', 'p']);
    return `with r as (${numberRowsSql(source, params)}) select quantile_cont(y, ${quantile}) filter (${used}) as best from r`;
  });
  const best = Number(row?.['best'] ?? 0);
  const params = new Params();
  // The same rows, with the one number in the place of each prediction.
  const sql = valuedRowsSql({ source, scale: null, prices }, params).replaceAll('(p - y)', `(${params.add(best)} - y)`);
  const [priced] = await askFile<Row>(work.analytics, source.file, {
    sql: `select avg(v) as mean from (${sql})`,
    params,
    signal: work.signal,
  });
  return Number(priced?.['mean'] ?? 0);
}
