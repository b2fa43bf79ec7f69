import { askOnce } from './ask-file.ts';

/** The figures of the summer ice once more, by other means than the example and the product use. For tests only. */
export interface IndependentIce {
  days: number;
  rule_error: number;
  far_off: number;
  rule_error_judged: number;
  line_error_judged: number;
  slope: number;
  /** euros a year: tomorrow as today, and one order for the whole season */
  today: number;
  constant: number;
  ceiling: number;
  net: number;
}

/** The errors by a window where the example has a self-join, the line by its sums, the cost by adding up the bell curve. */
const sql = `
  with weather as (
    select date, year(date) as y, month(date) as m, temp_max as t, lag(temp_max) over (order by date) as before from read_csv($file)
  ),
  season as (select * from weather where m >= 5 and m <= 9),
  usual as (select m, sum(t) / count(*) as mean from season where y < 2015 group by m),
  around as (select y, t, before, t - mean as above, before - mean as above_before from season join usual using (m)),
  sums as (
    select count(*) as n, sum(above) as sy, sum(above_before) as sx, sum(above * above_before) as sxy, sum(above_before * above_before) as sxx
    from around where y < 2015
  ),
  line as (select (n * sxy - sx * sy) / (n * sxx - sx * sx) as slope, (sy - slope * sx) / n as start from sums),
  counted as (
    select
      count(*) as days,
      sqrt(sum((before - t) ^ 2) / count(*) - (sum(before - t) / count(*)) ^ 2) as rule_error,
      sqrt(sum(t ^ 2) / count(*) - (sum(t) / count(*)) ^ 2) as spread,
      round(sum(before - t) / count(*), 2) as bias,
      sum(case when abs(before - t) > 3 then 1 else 0 end) as far_off,
      sqrt(sum(case when y = 2015 then (before - t) ^ 2 end) / 153) as rule_error_judged,
      sqrt(sum(case when y = 2015 then (start + slope * above_before - above) ^ 2 end) / 153) as line_error_judged
    from around, line
  ),
  bell as (select i / 2000.0 as z, exp(-((i / 2000.0) ^ 2) / 2) / sqrt(2 * pi()) / 2000 as weight from range(-16000, 16001) as grid (i)),
  -- where 14 of 23 lie below: what one degree too little costs, of what one degree costs on either side
  best as (select min(z) as up from (select z, sum(weight) over (order by z) as below from bell) where below >= 14 / 23.0),
  -- 14 kiosks, 153 days; 9 euros a degree too warm and 14 a degree too cool, beyond the first
  error as (
    select z, weight, round(rule_error, 2) * z + bias as of_today, round(spread, 2) * (z + up) as of_constant,
      round(line_error_judged, 2) * (z + up) as of_hoped
    from bell, best, counted
  ),
  cost as (
    select
      2142 * sum(weight * (9 * greatest(of_today - 1, 0) + 14 * greatest(-of_today - 1, 0))) as today,
      2142 * sum(weight * (9 * greatest(of_constant - 1, 0) + 14 * greatest(-of_constant - 1, 0))) as constant,
      2142 * sum(weight * (9 * greatest(of_hoped - 1, 0) + 14 * greatest(-of_hoped - 1, 0))) as hoped
    from error
  )
  -- a = 0.9; F = 18000 + 45000 / 3
  select counted.*, slope, today, constant, 0.9 * today as ceiling, 0.9 * (today - hoped) - 33000 as net from counted, line, cost`;

export function computeIceIndependently(file: string): Promise<IndependentIce> {
  return askOnce<IndependentIce>(sql, file);
}
