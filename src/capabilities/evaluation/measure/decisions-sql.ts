import type { Params } from '../predictions/prediction-file.ts';
import {
  caseDigestSql,
  type CaseSource,
  decisionRowsSql,
  type DecisionScale,
  isUsed,
  keptColumns,
  sumsSql,
} from './case-rows.ts';
import { repeatedIdsSql, slicesSql } from './slices-sql.ts';

interface Asked {
  source: CaseSource;
  scale: DecisionScale;
  bins: number;
}

/** So few scores are counted each for itself, whatever is asked. */
const fewScores = 200;

/**
 * One statement, so that the rows are read and told apart once: the counts, the cells, the bins of the scores, the area under the
 * curve and the parts of each segment, as one row.
 */
export function measureDecisionsSql({ source, scale, bins }: Asked, params: Params): string {
  const { amounts, columns } = source;
  const used = isUsed(amounts, ['t', 'd']);
  const hasScores = scale.threshold !== null;
  const tables = [
    `r as materialized (select ${keptColumns(source, ['t', 'd', 's'])} from (${decisionRowsSql(source, scale, params)}))`,
    `u as (select * from r where ${used})`,
    `counts as (select count(*) as rows, count(*) filter (no_truth) as "withoutTruth",
      count(*) filter (not no_truth and t is null) as "unknownTruth",
      count(*) filter (t is not null and d is null) as "withoutPrediction",
      count(*) filter (${used}) as cases${repeatedIdsSql(source)}${caseDigestSql(source, used)} from r)`,
    `cells as (select t, d, count(*) as cases${sumsSql(amounts)} from u group by t, d)`,
    ...(hasScores ? scoresSql(amounts, bins) : []),
    ...slicesSql(columns.segments, {
      keys: ['t', 'd'],
      counted: ['cases', ...amounts.map((_, index) => `a${index}`)],
      rows: 'u',
    }),
  ];
  const shown = [
    '(select counts from counts) as counts',
    '(select list(cells) from cells) as cells',
    hasScores ? '(select spread from spread) as spread' : 'null as spread',
    hasScores ? '(select list(binned) from binned) as bins' : 'null as bins',
    hasScores ? '(select area from area) as area' : 'null as area',
    ...columns.segments.map((_, place) => `(select list(slice${place}) from slice${place}) as slice${place}`),
  ];
  return `with ${tables.join(', ')} select ${shown.join(', ')}`;
}

/**
 * By score, and from there in bins. A bin begins at the lowest score in it, so that acting from there on is counted exactly. The
 * area under the curve is that of Mann and Whitney over all scores, ties counting half.
 */
function scoresSql(amounts: readonly string[], bins: number): string[] {
  const sums = (make: (name: string) => string) =>
    amounts.flatMap((_, index) => [`, ${make(`pa${index}`)}`, `, ${make(`na${index}`)}`]).join('');
  const ofSide = (name: string) =>
    `coalesce(sum(${name.slice(1)}) filter (t = ${name.startsWith('p') ? 0 : 1}), 0) as ${name}`;
  const least = '1e-15';
  return [
    `scores as materialized (select s, (count(*) filter (t = 0))::double as p, (count(*) filter (t = 1))::double as n${sums(ofSide)}
      from u group by s)`,
    `spread as (select min(s) as low, max(s) as high,
      count(*) <= ${Math.max(bins, fewScores)} or min(s) = max(s) as "isExact",
      case when min(s) >= 0 and max(s) <= 1 then 0 else min(s) end as start,
      case when min(s) >= 0 and max(s) <= 1 then 1 else max(s) - min(s) end as width from scores)`,
    `binned as (select case when "isExact" then s else least(floor((s - start) / width * ${bins}), ${bins - 1}) end as bin,
      min(s) as low, sum(s * (p + n)) as score, sum(p) as p, sum(n) as n${sums((name) => `sum(${name}) as ${name}`)},
      sum(-p * ln(greatest(s, ${least})) - n * ln(greatest(1 - s, ${least}))) as loss,
      sum(p * (1 - s) * (1 - s) + n * s * s) as brier from scores, spread group by bin)`,
    `area as (select sum(p * (below + n / 2)) / nullif(sum(p) * sum(n), 0) as area from (select p, n,
      coalesce(sum(n) over (order by s rows between unbounded preceding and 1 preceding), 0) as below from scores))`,
  ];
}
