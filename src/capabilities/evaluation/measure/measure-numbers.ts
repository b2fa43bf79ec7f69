import type { Analytics } from '../../../platform/analytics/analytics.ts';
import type { ErrorPrices } from '../../value/index.ts';
import { bestQuantile } from '../../value/index.ts';
import { evaluationErrors } from '../errors.ts';
import type { EvaluationCounts } from '../judged-contract.ts';
import { askFile, Params } from '../predictions/prediction-file.ts';
import { type CaseSource, isUsed, numberRowsSql } from './case-rows.ts';
import { partSql, topsSql } from './measure-decisions.ts';
import type { MeasuredNumberPart, MeasuredNumbers } from './measured.ts';
import { valuedRowsSql } from './value-rows.ts';

interface Measuring {
  analytics: Analytics;
  source: CaseSource;
  prices: ErrorPrices | null;
  signal: AbortSignal;
}

const shares = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99];
const bars = 40;

/** How far predicted numbers lie from what turned out. */
export async function measureNumbers(work: Measuring): Promise<MeasuredNumbers> {
  const { source } = work;
  const [row] = await ask(
    work,
    (
      params,
    ) => `with r as (${numberRowsSql(source, params)}), f as (select *, ${isUsed(source.amounts, ['y', 'p'])} as used from r)
    select count(*) as rows, count(*) filter (truth is null) as "withoutTruth",
      count(*) filter (truth is not null and y is null) as "unknownTruth",
      count(*) filter (y is not null and p is null) as "withoutPrediction",
      count(*) filter (used) as cases, count(id) - count(distinct id) as "repeatedIds",
      avg(p - y) filter (used) as "meanError", avg(abs(p - y)) filter (used) as "meanSize",
      sqrt(avg((p - y) * (p - y)) filter (used)) as "rootMeanSquare", var_pop(y) filter (used) as variance,
      ${shares.map((share, index) => `quantile_cont(p - y, ${share}) filter (used) as q${index}`).join(', ')} from f`,
  );
  const at = (name: string) => Number(row?.[name] ?? 0);
  const counts = countsOf(at, source);
  if (counts.cases === 0) throw evaluationErrors.noCases({ rows: counts.rows });
  const slices: MeasuredNumbers['slices'] = [];
  for (const [index, column] of source.columns.segments.entries())
    slices.push({ column, parts: await sliceBy(work, index) });
  return {
    kind: 'numbers',
    counts,
    meanError: at('meanError'),
    meanSize: at('meanSize'),
    rootMeanSquare: at('rootMeanSquare'),
    truthVariance: at('variance'),
    quantiles: shares.map((share, index) => ({ share, error: at(`q${index}`) })),
    histogram: await drawHistogram(work, [at('q0'), at(`q${shares.length - 1}`)]),
    slices,
  };
}

function countsOf(at: (name: string) => number, source: CaseSource): EvaluationCounts {
  const [rows, withoutTruth, unknownTruth] = [at('rows'), at('withoutTruth'), at('unknownTruth')];
  const [withoutPrediction, cases] = [at('withoutPrediction'), at('cases')];
  const withoutAmount = rows - withoutTruth - unknownTruth - withoutPrediction - cases;
  const repeatedIds = source.columns.id === undefined ? null : at('repeatedIds');
  return { rows, cases, withoutTruth, unknownTruth, withoutPrediction, withoutAmount, repeatedIds };
}

type Row = Record<string, number | string | null>;

function ask({ analytics, source, signal }: Measuring, make: (params: Params) => string): Promise<Row[]> {
  const params = new Params();
  return askFile<Row>(analytics, source.file, { sql: make(params), params, signal });
}

/** Between the first and the last hundredth; what lies beyond counts in the outermost bars. */
async function drawHistogram(work: Measuring, [low, high]: [number, number]): Promise<MeasuredNumbers['histogram']> {
  const { source } = work;
  const width = high > low ? (high - low) / bars : 1;
  const rows = await ask(
    work,
    (params) =>
      `with r as (${numberRowsSql(source, params)}) select greatest(0, least(${bars - 1}, floor(((p - y) - ${params.add(low)}) / ${params.add(width)}))) as bar,
      count(*) as cases from r where ${isUsed(source.amounts, ['y', 'p'])} group by 1`,
  );
  const counted = new Map(rows.map((row) => [Number(row['bar']), Number(row['cases'])]));
  return Array.from({ length: high > low ? bars : 1 }, (_, bar) => ({
    from: low + bar * width,
    to: low + (bar + 1) * width,
    cases: counted.get(bar) ?? 0,
  }));
}

async function sliceBy(work: Measuring, place: number): Promise<MeasuredNumberPart[]> {
  const { source, prices } = work;
  const rows = await ask(work, (params) => {
    const rowsSql = prices
      ? valuedRowsSql({ source, scale: null, prices }, params)
      : `select ${source.columns.segments.map((_, index) => `g${index},`).join(' ')} null::double as v, p - y as e
        from (${numberRowsSql(source, params)}) where ${isUsed(source.amounts, ['y', 'p'])}`;
    return `with u as materialized (${rowsSql}), ${topsSql(place)}, k as (select *, ${partSql(place)} as kind from u)
      select kind, case when kind = 'value' then g${place} end as value, count(*) as cases, avg(abs(e)) as size, sum(v) as total
      from k group by all`;
  });
  const order = ['value', 'others', 'missing'];
  return rows
    .map((row) => ({
      kind: row['kind'] as MeasuredNumberPart['kind'],
      value: (row['value'] ?? null) as string | null,
      cases: Number(row['cases']),
      meanSize: Number(row['size']),
      total: row['total'] === null || row['total'] === undefined ? null : Number(row['total']),
    }))
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || b.cases - a.cases);
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
