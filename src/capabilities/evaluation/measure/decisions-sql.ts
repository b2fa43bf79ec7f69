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
 * In bins of the score. A bin begins at the lowest score in it, so that acting from there on is counted exactly. The area under the
 * curve is that of Mann and Whitney over all scores, by their ranks, ties at the middle of theirs.
 */
function scoresSql(amounts: readonly string[], bins: number): string[] {
  const sums = amounts
    .flatMap((_, index) => [`, ${sumOf(`a${index}`, 0)} as pa${index}`, `, ${sumOf(`a${index}`, 1)} as na${index}`])
    .join('');
  const most = Math.max(bins, fewScores);
  const chance = 'case when t = 0 then s else 1 - s end';
  return [
    // Most tables show within their first rows that they have more scores: all are told apart only where they do not.
    `glance as materialized (select count(distinct s) as scores from (select s from u limit ${100 * most}))`,
    `few as (select count(*) as scores from (select distinct s from u where (select scores from glance) <= ${most}))`,
    `ends as (select min(s) as low, max(s) as high, min(s) >= 0 and max(s) <= 1 as "isChance",
      (select scores from glance) <= ${most} and (select scores from few) <= ${most} as "isExact" from u)`,
    `spread as (select low, high, "isExact", case when "isChance" then 0 else low end as start,
      case when "isChance" then 1 else high - low end as width from ends)`,
    `binned as (select case when "isExact" then s else least(floor((s - start) / width * ${bins}), ${bins - 1}) end as bin,
      min(s) as low, sum(s) as score, (count(*) filter (t = 0))::double as p, (count(*) filter (t = 1))::double as n${sums},
      sum(-ln(greatest(${chance}, 1e-15))) as loss, sum((1 - ${chance}) * (1 - ${chance})) as brier from u, spread group by bin)`,
    `ranked as (select count(*) filter (t = 0) as p, count(*) filter (t = 1) as n,
      sum(rank + (alike - 1) / 2) filter (t = 0) as ranks from (select t, rank() over (order by s) as rank,
        count(*) over (order by s range between current row and current row) as alike from u))`,
    'area as (select (ranks - p * (p + 1) / 2) / nullif(p * n, 0) as area from ranked)',
  ];
}

const sumOf = (column: string, truth: 0 | 1): string => `coalesce(sum(${column}) filter (t = ${truth}), 0)`;
