import type { Analytics } from '../../../platform/analytics/analytics.ts';
import type { CaseTotals } from '../../value/index.ts';
import { evaluationErrors } from '../errors.ts';
import type { EvaluationCounts } from '../judged-contract.ts';
import { askFile, Params } from '../predictions/prediction-file.ts';
import {
  type CaseSource,
  decisionRowsSql,
  type DecisionScale,
  isUsed,
  type Summed,
  sumsSql,
  totalsOf,
} from './case-rows.ts';
import type { MeasuredDecisions, MeasuredPart } from './measured.ts';

export interface Measuring {
  analytics: Analytics;
  source: CaseSource;
  scale: DecisionScale;
  bins: number;
  signal: AbortSignal;
}

/** Everything that is known of decisions whose truth is known, from one table, counted beside the server. */
export async function measureDecisions(work: Measuring): Promise<MeasuredDecisions> {
  const { scale } = work;
  const { counts, spread } = await countRows(work);
  if (counts.cases === 0) throw evaluationErrors.noCases({ rows: counts.rows });
  const binned = spread === null ? null : await binScores(work, spread);
  const cells = await countCells(work);
  const occurring = cells.flatMap((row, truth) => (row.some(({ cases }) => cases > 0) ? [truth] : []));
  if (occurring.length === 1 && scale.positiveClass !== null)
    throw evaluationErrors.oneClass({ value: scale.truths[occurring[0] ?? 0] ?? '' });
  const slices: MeasuredDecisions['slices'] = [];
  for (const [index, column] of work.source.columns.segments.entries())
    slices.push({ column, parts: await sliceBy(work, index) });
  return {
    kind: 'decisions',
    counts,
    truths: [...scale.truths],
    decisions: [...scale.decisions],
    cells,
    ...(binned ?? { bins: [], isExact: false, isProbability: false, auc: null, logLoss: null, brier: null }),
    slices,
  };
}

interface Spread {
  low: number;
  high: number;
  distinct: number;
}

const scoreSql = (scale: DecisionScale): string => (scale.threshold === null ? 'null::double' : 's');

function ask<Row extends Record<string, number | string | null>>(
  { analytics, source, signal }: Measuring,
  make: (params: Params) => string,
): Promise<Row[]> {
  const params = new Params();
  return askFile<Row>(analytics, source.file, { sql: make(params), params, signal });
}

async function countRows(work: Measuring): Promise<{ counts: EvaluationCounts; spread: Spread | null }> {
  const { source, scale } = work;
  const used = isUsed(source.amounts, ['t', 'd']);
  const s = scoreSql(scale);
  const [row] = await ask<Record<string, number | null>>(
    work,
    (params) => `with r as (${decisionRowsSql(source, scale, params)})
    select count(*) as rows, count(*) filter (truth is null) as "withoutTruth",
      count(*) filter (truth is not null and t is null) as "unknownTruth",
      count(*) filter (t is not null and d is null) as "withoutPrediction",
      count(*) filter (${used}) as cases, count(id) - count(distinct id) as "repeatedIds",
      min(${s}) filter (${used}) as low, max(${s}) filter (${used}) as high,
      approx_count_distinct(${s}) filter (${used}) as distinct from r`,
  );
  const at = (name: string) => row?.[name] ?? 0;
  const [rows, withoutTruth, unknownTruth] = [at('rows'), at('withoutTruth'), at('unknownTruth')];
  const [withoutPrediction, cases] = [at('withoutPrediction'), at('cases')];
  const counts: EvaluationCounts = {
    rows,
    cases,
    withoutTruth,
    unknownTruth,
    withoutPrediction,
    withoutAmount: rows - withoutTruth - unknownTruth - withoutPrediction - cases,
    repeatedIds: source.columns.id === undefined ? null : at('repeatedIds'),
  };
  const hasScores = scale.threshold !== null && cases > 0;
  return { counts, spread: hasScores ? { low: at('low'), high: at('high'), distinct: at('distinct') } : null };
}

/** So few scores are counted each for itself, whatever is asked. */
const fewScores = 200;

type Binned = Pick<MeasuredDecisions, 'bins' | 'isExact' | 'isProbability' | 'auc' | 'logLoss' | 'brier'>;

/**
 * Bins begin at the lowest score in them, so that acting from there on is counted exactly. The area under the curve is that of
 * Mann and Whitney over all scores, ties counting half.
 */
async function binScores(work: Measuring, { low, high, distinct }: Spread): Promise<Binned> {
  const { source, scale, bins } = work;
  const isProbability = low >= 0 && high <= 1;
  const [from, to] = isProbability ? [0, 1] : [low, high];
  // The count of different scores is off by a few in a hundred.
  const isExact = distinct * 1.1 <= Math.max(bins, fewScores) || from === to;
  const rows = await ask<Summed>(work, (params) => {
    const bin = isExact ? 's' : `least(floor((s - (${from})) / ${to - from} * ${bins}), ${bins - 1})`;
    const floor = '1e-15';
    const loss = `-ln(greatest(case when t = 0 then s else 1 - s end, ${floor}))`;
    return `with r as (${decisionRowsSql(source, scale, params)}), u as (select * from r where ${isUsed(source.amounts, ['t', 'd'])}),
      b as (select ${bin} as bin, t, count(*) as cases, min(s) as low, sum(s) as score${sumsSql(source.amounts)},
        sum(${isProbability ? loss : '0'}) as loss, sum((s - (1 - t)) * (s - (1 - t))) as brier from u group by all)
      select bin, t, cases, score, min(low) over (partition by bin) as low, loss, brier${source.amounts.map((_, index) => `, a${index}`).join('')} from b order by bin, t`;
  });
  const cases = rows.reduce((sum, row) => sum + (row['cases'] ?? 0), 0);
  const mean = (name: string) => rows.reduce((sum, row) => sum + (row[name] ?? 0), 0) / cases;
  return {
    bins: binsOf(rows, source.amounts),
    isExact,
    isProbability,
    auc: await areaUnderCurve(work),
    logLoss: isProbability ? mean('loss') : null,
    brier: isProbability ? mean('brier') : null,
  };
}

function binsOf(rows: readonly Summed[], amounts: readonly string[]): MeasuredDecisions['bins'] {
  const none = (): CaseTotals => ({ cases: 0, sums: amounts.map(() => 0) });
  const bins = new Map<number, MeasuredDecisions['bins'][number]>();
  for (const row of rows) {
    const key = row['bin'] ?? 0;
    const bin = bins.get(key) ?? { from: row['low'] ?? 0, mean: 0, positives: none(), negatives: none() };
    bin[row['t'] === 0 ? 'positives' : 'negatives'] = totalsOf(row, amounts);
    bin.mean += row['score'] ?? 0;
    bins.set(key, bin);
  }
  return [...bins.values()].map((bin) => ({ ...bin, mean: bin.mean / (bin.positives.cases + bin.negatives.cases) }));
}

async function areaUnderCurve(work: Measuring): Promise<number | null> {
  const { source, scale } = work;
  const [row] = await ask<{ area: number | null }>(
    work,
    (params) => `with r as (${decisionRowsSql(source, scale, params)}),
    g as (select s, count(*) filter (t = 0)::double as p, count(*) filter (t = 1)::double as n from r
      where ${isUsed(source.amounts, ['t', 'd'])} group by s),
    w as (select p, n, coalesce(sum(n) over (order by s rows between unbounded preceding and 1 preceding), 0) as below from g)
    select sum(p * (below + n / 2)) / nullif(sum(p) * sum(n), 0) as area from w`,
  );
  return row?.area ?? null;
}

async function countCells(work: Measuring): Promise<CaseTotals[][]> {
  const { source, scale } = work;
  const rows = await ask<Summed>(
    work,
    (params) =>
      `with r as (${decisionRowsSql(source, scale, params)}) select t, d, count(*) as cases${sumsSql(source.amounts)} from r
      where ${isUsed(source.amounts, ['t', 'd'])} group by t, d`,
  );
  return cellsOf(rows, work);
}

function cellsOf(rows: readonly Summed[], { scale, source }: Pick<Measuring, 'scale' | 'source'>): CaseTotals[][] {
  return scale.truths.map((_, t) =>
    scale.decisions.map((__, d) => {
      const row = rows.find((each) => each['t'] === t && each['d'] === d);
      return totalsOf(row ?? {}, source.amounts);
    }),
  );
}

/** More values than these nobody reads; the others are taken together, so that the parts add up to the whole. */
export const shownParts = 30;

export const partSql = (place: number): string =>
  `case when g${place} is null then 'missing' when g${place} in (select g from tops) then 'value' else 'others' end`;

export const topsSql = (place: number): string =>
  `tops as (select g${place} as g from u where g${place} is not null group by 1 order by count(*) desc, 1 limit ${shownParts})`;

async function sliceBy(work: Measuring, place: number): Promise<MeasuredPart[]> {
  const { source, scale } = work;
  const rows = await ask<Record<string, number | string | null>>(
    work,
    (params) => `with r as (${decisionRowsSql(source, scale, params)}),
    u as materialized (select * from r where ${isUsed(source.amounts, ['t', 'd'])}), ${topsSql(place)},
    p as (select *, ${partSql(place)} as kind from u)
    select kind, case when kind = 'value' then g${place} end as value, t, d, count(*) as cases${sumsSql(source.amounts)}
    from p group by all`,
  );
  const parts = Map.groupBy(rows, ({ kind, value }) => `${kind}:${value}`);
  return [...parts.values()]
    .map((own) => ({
      kind: own[0]?.['kind'] as MeasuredPart['kind'],
      value: (own[0]?.['value'] ?? null) as string | null,
      cells: cellsOf(own as Summed[], work),
    }))
    .toSorted((a, b) => order(a) - order(b) || sizeOf(b) - sizeOf(a) || ((a.value ?? '') < (b.value ?? '') ? -1 : 1));
}

const order = ({ kind }: { kind: MeasuredPart['kind'] }): number => ['value', 'others', 'missing'].indexOf(kind);
const sizeOf = ({ cells }: MeasuredPart): number => cells.flat().reduce((sum, { cases }) => sum + cases, 0);
