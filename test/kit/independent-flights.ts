import { askOnce } from './ask-file.ts';

/**
 * The figures of the example once more, by other means than the example and the product use: a self-join where the
 * example has a window, and the arithmetic of money in SQL. For tests only.
 */
export interface Independent {
  volume: number;
  base_rate: number;
  /** the same, put together from the parts of the day */
  rate: number;
  late: number;
  rule_hits: number;
  rule_false_alarms: number;
  /** share of arrivals that departed after six in the evening, and how many of those were late */
  evening_share: number;
  evening_rate: number;
  nothing: number;
  everyone: number;
  today: number;
  perfect: number;
  threshold: number;
  ceiling: number;
  /** recall needed against today's rule at a false-positive rate of 1, 5 and 10 % */
  recall_at_1: number;
  recall_at_5: number;
  recall_at_10: number;
  /** what the rule with a lower bar in the evening brings over today's */
  sharper_over_today: number;
  /** of 11 March and later: what models are judged by, and what the sharper rule does there */
  test_flights: number;
  test_late: number;
  test_sharper_hits: number;
  test_sharper_false_alarms: number;
}

const sql = `
  with flight as (
    select origin, date_trunc('day', date) as day, case when delay > 15 then 1 else 0 end as late,
      case when hour(date) between 5 and 11 then 'morning' when hour(date) between 12 and 17 then 'afternoon' else 'evening' end as part
    from read_parquet($file)
    where destination = 'ORD' and date >= '2001-01-01' and date < '2001-04-01'
  ),
  per_day as (select origin, day, sum(late) as late, count(*) as n from flight group by 1, 2),
  record as (
    select today.origin, today.day, sum(before.late) * 1.0 / sum(before.n) as share
    from per_day as today
    join per_day as before
      on before.origin = today.origin and before.day < today.day and before.day >= today.day - interval 14 days
    group by 1, 2
  ),
  judged as (
    select flight.late, flight.part, flight.day >= '2001-03-11' as is_test, case when record.share > 0.4 then 1 else 0 end as called,
      case when record.share > (case when part = 'evening' then 0.2 else 0.4 end) then 1 else 0 end as called_sharper
    from flight left join record using (origin, day)
  ),
  -- parts of the day as the model takes them: six digits, and the last share is what is left
  parts as (
    select
      round(sum(case when part = 'morning' then 1 else 0 end) * 1.0 / count(*), 6) as morning_share,
      round(sum(case when part = 'afternoon' then 1 else 0 end) * 1.0 / count(*), 6) as afternoon_share,
      round(1 - morning_share - afternoon_share, 6) as evening_share,
      round(avg(case when part = 'morning' then late end), 6) as morning_rate,
      round(avg(case when part = 'afternoon' then late end), 6) as afternoon_rate,
      round(avg(case when part = 'evening' then late end), 6) as evening_rate,
      morning_share * morning_rate + afternoon_share * afternoon_rate + evening_share * evening_rate as rate
    from judged
  ),
  counted as (
    select
      round(count(*) * 365.0 / 90) as volume,
      round(avg(late), 6) as base_rate,
      sum(late) as late,
      sum(called * late) as rule_hits,
      sum(called * (1 - late)) as rule_false_alarms,
      sum(called * late) * 1.0 / sum(late) as rule_recall,
      sum(called * (1 - late)) * 1.0 / sum(1 - late) as rule_false_positive_rate,
      round(sum(called_sharper * late) * 1.0 / sum(late), 6) as sharper_recall,
      round(sum(called_sharper * late) * 1.0 / sum(called_sharper), 6) as sharper_precision,
      count(*) filter (is_test)::double as test_flights,
      (sum(late) filter (is_test))::double as test_late,
      (sum(called_sharper * late) filter (is_test))::double as test_sharper_hits,
      (sum(called_sharper * (1 - late)) filter (is_test))::double as test_sharper_false_alarms
    from judged
  ),
  -- euros: late and ready -38, late and not ready -95, in time and called in -22, in time 0; a = 0.8; F = 90000 + 180000 / 3
  priced as (
    select
      *,
      volume * rate * 95 as nothing,
      volume * (rate * 38 + (1 - rate) * 22) as everyone,
      volume * (rate * (rule_recall * 38 + (1 - rule_recall) * 95) + (1 - rate) * rule_false_positive_rate * 22) as today,
      volume * rate * 38 as perfect,
      22 / (22 + 57.0) as threshold
    from counted, parts
  )
  select
    *,
    today - (0.8 * perfect + 0.2 * nothing) as ceiling,
    (150000 + nothing - today + 0.8 * volume * (1 - rate) * 0.01 * 22) / (0.8 * volume * rate * 57) as recall_at_1,
    (150000 + nothing - today + 0.8 * volume * (1 - rate) * 0.05 * 22) / (0.8 * volume * rate * 57) as recall_at_5,
    (150000 + nothing - today + 0.8 * volume * (1 - rate) * 0.10 * 22) / (0.8 * volume * rate * 57) as recall_at_10,
    -- 2000 a year to keep it up, and 4000 once over three years
    today - volume * rate * (
      sharper_recall * 38 + (1 - sharper_recall) * 95 + sharper_recall * (1 - sharper_precision) / sharper_precision * 22
    ) - 2000 - 4000 / 3.0 as sharper_over_today
  from priced`;

export function computeIndependently(file: string): Promise<Independent> {
  return askOnce<Independent>(sql, file);
}
