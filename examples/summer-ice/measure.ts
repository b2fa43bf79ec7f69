import { countOnce } from '../kit/count-rows.ts';

/** The season of the kiosks: May to September, so many days each year. */
export const daysPerSeason = 153;
/** The years from which the line is drawn, and the one by which it is judged. */
export const learnedUntil = 2014;
export const judgedIn = 2015;

/** Counted in the daily weather of Seattle, in degrees Celsius, over the days of the season. */
export interface Measured {
  days: number;
  meanHighest: number;
  /** how far the highest temperature of a day lies from the mean of the season: one standard deviation */
  spread: number;
  /** today's rule, tomorrow as today: one standard deviation of its error, and its mean */
  ruleError: number;
  ruleBias: number;
  /** days on which the rule was more than three degrees off */
  farOffDays: number;
  /** in the year that was kept apart: the error of the rule, and that of the best line through what is known */
  judgedDays: number;
  ruleErrorJudged: number;
  lineErrorJudged: number;
  /** of the distance from the mean of the month, the share that is still there the day after */
  lineSlope: number;
}

/**
 * The line: how much of yesterday's distance from the mean of the month is still there today, learned by least squares
 * on the earlier years and judged on the last one.
 */
const sql = `
  with day as (select date, year(date) as year, month(date) as month, temp_max as highest from read_csv($file)),
  pair as (
    select today.year, today.month, today.highest, yesterday.highest as before
    from day as today join day as yesterday on yesterday.date = today.date - interval 1 day
    where today.month between 5 and 9
  ),
  usual as (select month, avg(highest) as usual from pair where year <= ${learnedUntil} group by month),
  around as (select year, highest, before, highest - usual as above, before - usual as above_before from pair join usual using (month)),
  line as (select regr_slope(above, above_before) as slope, regr_intercept(above, above_before) as start from around where year <= ${learnedUntil}),
  judged as (
    select highest - before as rule_error, above - (start + slope * above_before) as line_error
    from around, line where year = ${judgedIn}
  )
  select
    count(*)::double as days,
    avg(highest) as "meanHighest",
    stddev_pop(highest) as spread,
    stddev_pop(before - highest) as "ruleError",
    avg(before - highest) as "ruleBias",
    (count(*) filter (abs(before - highest) > 3))::double as "farOffDays",
    (select count(*) from judged)::double as "judgedDays",
    (select sqrt(avg(rule_error ^ 2)) from judged) as "ruleErrorJudged",
    (select sqrt(avg(line_error ^ 2)) from judged) as "lineErrorJudged",
    (select slope from line) as "lineSlope"
  from pair`;

export function measure(file: string): Promise<Measured> {
  return countOnce<Measured>(sql, file);
}
