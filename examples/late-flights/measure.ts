import { DuckDBInstance } from '@duckdb/node-api';

/** What the team has at the start: January to March. April to June arrives later, as production. */
export const knownUntil = '2001-04-01';
export const station = 'ORD';
/** More than this many minutes late counts as late. */
export const lateAfterMinutes = 15;
/** Today's rule: call in extra crew when this share of the route's flights of the last days was late. */
export const rule = { days: 14, share: 0.4 } as const;

/** Measured over the arrivals of the station in the known months. */
export interface Measured {
  arrivals: number;
  late: number;
  days: number;
  /** late arrivals for which the rule had called in crew */
  ruleHits: number;
  /** arrivals in time for which the rule had called in crew */
  ruleFalseAlarms: number;
  /** the quietest and the busiest month, and the best and the worst, each a figure a day or a share */
  arrivalsPerDay: { low: number; high: number };
  lateShare: { low: number; high: number };
}

/**
 * One pass over the file: arrivals and late arrivals by route and day, then the route's record of the days before.
 * A route's first days have no record, so the rule stays silent there.
 */
const sql = `
  with arrival as (
    select origin, cast(date as date) as day, delay > ${lateAfterMinutes} as late
    from read_parquet($file)
    where destination = '${station}' and date < timestamp '${knownUntil}'
  ),
  route_day as (
    select origin, day, count(*) as arrivals, count(*) filter (late) as late from arrival group by origin, day
  ),
  record as (
    select arrivals, late, sum(late) over before as late_before, sum(arrivals) over before as arrivals_before
    from route_day
    window before as (partition by origin order by day range between interval ${rule.days} days preceding and interval 1 day preceding)
  ),
  judged as (
    select arrivals, late, coalesce(late_before > ${rule.share} * arrivals_before, false) as called from record
  ),
  month as (
    select count(*) / count(distinct day) as arrivals_per_day, avg(late::int) as late_share from arrival group by month(day)
  )
  select
    sum(arrivals)::double as arrivals,
    sum(late)::double as late,
    (select count(distinct day) from arrival)::double as days,
    (sum(late) filter (called))::double as "ruleHits",
    (sum(arrivals - late) filter (called))::double as "ruleFalseAlarms",
    (select min(arrivals_per_day) from month) as "arrivalsPerDayLow",
    (select max(arrivals_per_day) from month) as "arrivalsPerDayHigh",
    (select min(late_share) from month) as "lateShareLow",
    (select max(late_share) from month) as "lateShareHigh"
  from judged`;

type Row = Record<
  'arrivals' | 'late' | 'days' | 'ruleHits' | 'ruleFalseAlarms' | `${'arrivalsPerDay' | 'lateShare'}${'Low' | 'High'}`,
  number
>;

export async function measure(file: string): Promise<Measured> {
  const duckdb = await DuckDBInstance.create(':memory:', { memory_limit: '1GB', threads: '2' });
  const connection = await duckdb.connect();
  try {
    const reader = await connection.runAndReadAll(sql, { file });
    const [row] = reader.getRowObjects();
    if (!row) throw new Error('the file of flights holds no arrivals');
    const { arrivalsPerDayLow, arrivalsPerDayHigh, lateShareLow, lateShareHigh, ...counts } = row as Row;
    return {
      ...counts,
      arrivalsPerDay: { low: arrivalsPerDayLow, high: arrivalsPerDayHigh },
      lateShare: { low: lateShareLow, high: lateShareHigh },
    };
  } finally {
    connection.closeSync();
    duckdb.closeSync();
  }
}
