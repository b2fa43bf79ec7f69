import type { Analytics } from '../../../platform/analytics/analytics.ts';
import { type DecisionPrices, type ErrorPrices, type Group } from '../../value/index.ts';
import type { Amount } from '../../value/contract.ts';
import { askFile, type Params, type PredictionFile } from '../predictions/prediction-file.ts';
import { type CaseSource, decisionRowsSql, type DecisionScale, isUsed, numberRowsSql } from './case-rows.ts';

/** Predictions with what each of them is worth. */
export interface ValuedSource {
  source: CaseSource;
  /** of decisions; of numbers there is none */
  scale: DecisionScale | null;
  prices: DecisionPrices | ErrorPrices;
}

const isOfErrors = (prices: DecisionPrices | ErrorPrices): prices is ErrorPrices => 'costs' in prices;

/** The rows that are measured, each with `id`, `truth`, `v` (its value) and, of decisions, `best`, `instead` (the model not followed) and `w0`... (other ways). */
export function valuedRowsSql({ source, scale, prices }: ValuedSource, params: Params): string {
  if (isOfErrors(prices) || scale === null) {
    const value = isOfErrors(prices) ? errorValueSql(prices, params) : '0';
    return `select id, y as truth, ${value} as v from (${numberRowsSql(source, params)}) where ${isUsed(source.amounts, ['y', 'p'])}`;
  }
  const ways = prices.ways.map((_, index) => `${waySql(prices, index, params)} as w${index}`);
  const best = prices.truths.map((_, t) => {
    const values = prices.decisions.map((__, d) => amountSql(prices.amounts[t]?.[d], prices.columns, params));
    return `when ${t} then greatest(${values.join(', ')})`;
  });
  const instead = prices.truths.map(
    (_, t) => `when ${t} then ${amountSql(prices.amounts[t]?.[prices.fallback], prices.columns, params)}`,
  );
  return `select id, t as truth, ${valueSql(prices, params)} as v, case t ${instead.join(' ')} end as instead, case t ${best.join(' ')} end as best${ways.map((way) => `, ${way}`).join('')}
    from (${decisionRowsSql(source, scale, params)}) where ${isUsed(source.amounts, ['t', 'd'])}`;
}

function valueSql(prices: DecisionPrices, params: Params): string {
  const cases = prices.truths.flatMap((_, t) =>
    prices.decisions.map(
      (__, d) => `when t = ${t} and d = ${d} then ${amountSql(prices.amounts[t]?.[d], prices.columns, params)}`,
    ),
  );
  return `case ${cases.join(' ')} end`;
}

function waySql(prices: DecisionPrices, index: number, params: Params): string {
  const way = prices.ways[index];
  const beside = params.add(way?.perCase ?? 0);
  const byTruth = prices.truths.map((_, t) => {
    const terms = (way?.rates[t] ?? []).map(
      (rate, d) => `${params.add(rate)} * (${amountSql(prices.amounts[t]?.[d], prices.columns, params)})`,
    );
    return `when ${t} then ${[beside, ...terms].join(' + ')}`;
  });
  return `case t ${byTruth.join(' ')} end`;
}

function amountSql(amount: Amount | undefined, columns: readonly string[], params: Params): string {
  if (amount === undefined) return '0';
  if (amount.kind === 'constant') return `${params.add(Number(amount.value.likely))}::double`;
  return `(${params.add(Number(amount.rate))}::double * a${columns.indexOf(amount.column)} + ${params.add(Number(amount.plus))}::double)`;
}

/** −[c_over·(e−τ)⁺ + c_under·(−e−τ)⁺ + steps], with e = prediction − truth. */
export function errorValueSql({ over, under, costs, columns }: ErrorPrices, params: Params): string {
  const e = '(p - y)';
  const tolerance = params.add(costs.tolerance);
  const steps = costs.steps.map(({ side, beyond, cost }) => {
    const size = side === 'both' ? `abs(${e})` : side === 'over' ? e : `-${e}`;
    return ` + case when ${size} > ${params.add(beyond)} then ${params.add(cost)}::double else 0 end`;
  });
  return `-(${amountSql(over, columns, params)} * greatest(${e} - ${tolerance}, 0) + ${amountSql(under, columns, params)} * greatest(-${e} - ${tolerance}, 0)${steps.join('')})`;
}

/** So many groups of cases that are worth nearly the same; within one, cases are spread around their mean. */
const groupsWanted = 500;

/** By each of these figures of the rows, the cases in groups of nearly the same. Its own bins each, so outliers hide nothing. */
export async function groupRows(
  {
    analytics,
    file,
    others = [],
    signal,
  }: { analytics: Analytics; file: PredictionFile; others?: readonly string[]; signal?: AbortSignal },
  { rowsSql, params, figures }: { rowsSql: string; params: Params; figures: readonly string[] },
): Promise<Group[][]> {
  const quantities = figures.map((figure, index) => `${figure} as q${index}`).join(', ');
  const limits = figures.map((_, index) => `min(q${index}) as l${index}, max(q${index}) as h${index}`).join(', ');
  const each = figures.map(
    (
      _,
      index,
    ) => `select ${index} as figure, count(*) as cases, avg(q${index}) as mean, coalesce(stddev_pop(q${index}), 0) as deviation
      from q, limits group by case when h${index} = l${index} then 0 else floor((q${index} - l${index}) / (h${index} - l${index}) * ${groupsWanted}) end`,
  );
  const sql = `with v as (${rowsSql}), q as materialized (select ${quantities} from v), limits as (select ${limits} from q)
    ${each.join(' union all ')}`;
  const rows = await askFile<{ figure: number; cases: number; mean: number; deviation: number }>(analytics, file, {
    sql,
    params,
    others,
    ...(signal && { signal }),
  });
  return figures.map((_, index) =>
    rows
      .filter(({ figure, cases }) => figure === index && cases > 0)
      .map(({ cases, mean, deviation }) => ({ cases, means: [mean], deviations: [deviation] }))
      .toSorted((a, b) => (a.means[0] ?? 0) - (b.means[0] ?? 0)),
  );
}
