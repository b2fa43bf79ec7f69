import { countOnce, countRows } from '../kit/count-rows.ts';

/** What the team has at the start: January to March. April to June arrives later, as production. */
export const knownUntil = '2001-04-01';
export const station = 'ORD';
/** More than this many minutes late counts as late. */
export const lateAfterMinutes = 15;
/** No flight arrives at the station so many minutes before its time: it would wait in the air. */
export const earliestMinutes = 40;
/** Today's rule: call in extra crew when this share of the route's flights of the last days was late. */
export const rule = { days: 14, share: 0.4 } as const;
/** The same rule with a lower bar for what departs in the evening: an alternative that costs next to nothing. */
export const sharperRule = { ...rule, eveningShare: 0.2 } as const;

/** Parts of the day in which flights depart; later in the day, delays have piled up. */
export const partsOfDay = ['morning', 'afternoon', 'evening'] as const;
export type PartOfDay = (typeof partsOfDay)[number];

/** Measured over the arrivals of the station in the known months. */
export interface Measured {
  arrivals: number;
  late: number;
  days: number;
  /** late arrivals for which the rule had called in crew */
  ruleHits: number;
  /** arrivals in time for which the rule had called in crew */
  ruleFalseAlarms: number;
  sharperHits: number;
  sharperFalseAlarms: number;
  /** the quietest and the busiest month, and the best and the worst, each a figure a day or a share */
  arrivalsPerDay: { low: number; high: number };
  lateShare: { low: number; high: number };
  /** by the part of the day in which the flight departed */
  byPart: Record<PartOfDay, { arrivals: number; late: number }>;
  byHour: readonly { hour: number; arrivals: number; late: number }[];
  /** rows of the file for this station that cannot be right: more than 40 minutes early */
  oddRows: number;
}

const known = `from read_parquet($file) where destination = '${station}' and date < timestamp '${knownUntil}'`;

/** A flight that departs after midnight belongs to the evening that came before. */
const isEvening = '(hour(date) >= 18 or hour(date) < 5)';

/**
 * One pass over the file: arrivals and late arrivals by route and day, then the route's record of the days before.
 * A route's first days have no record, so the rules stay silent there.
 */
const wholeSql = `
  with arrival as (
    select origin, cast(date as date) as day, ${isEvening} as evening, delay, delay > ${lateAfterMinutes} as late ${known}
  ),
  route_day as (
    select origin, day, count(*) as arrivals, count(*) filter (late) as late,
      count(*) filter (evening) as arrivals_evening, count(*) filter (evening and late) as late_evening
    from arrival group by origin, day
  ),
  record as (
    select *, sum(late) over before as late_before, sum(arrivals) over before as arrivals_before
    from route_day
    window before as (partition by origin order by day range between interval ${rule.days} days preceding and interval 1 day preceding)
  ),
  judged as (
    select *, coalesce(late_before > ${rule.share} * arrivals_before, false) as called,
      coalesce(late_before > ${sharperRule.eveningShare} * arrivals_before, false) as called_in_evening
    from record
  ),
  counted as (
    select *,
      case when called then late - late_evening else 0 end + case when called_in_evening then late_evening else 0 end as sharper_late,
      case when called then arrivals - arrivals_evening else 0 end
        + case when called_in_evening then arrivals_evening else 0 end as sharper_arrivals
    from judged
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
    sum(sharper_late)::double as "sharperHits",
    sum(sharper_arrivals - sharper_late)::double as "sharperFalseAlarms",
    (select min(arrivals_per_day) from month) as "arrivalsPerDayLow",
    (select max(arrivals_per_day) from month) as "arrivalsPerDayHigh",
    (select min(late_share) from month) as "lateShareLow",
    (select max(late_share) from month) as "lateShareHigh",
    (select count(*) from arrival where delay < -${earliestMinutes})::double as "oddRows"
  from counted`;

const byHourSql = `
  select hour(date)::double as hour, count(*)::double as arrivals, (count(*) filter (delay > ${lateAfterMinutes}))::double as late
  ${known} group by hour(date) order by hour(date)`;

type Whole = Record<
  | 'arrivals'
  | 'late'
  | 'days'
  | 'ruleHits'
  | 'ruleFalseAlarms'
  | 'sharperHits'
  | 'sharperFalseAlarms'
  | 'oddRows'
  | `${'arrivalsPerDay' | 'lateShare'}${'Low' | 'High'}`,
  number
>;

export async function measure(file: string): Promise<Measured> {
  const { arrivalsPerDayLow, arrivalsPerDayHigh, lateShareLow, lateShareHigh, ...counts } = await countOnce<Whole>(
    wholeSql,
    file,
  );
  const byHour = await countRows<Measured['byHour'][number]>(byHourSql, file);
  return {
    ...counts,
    arrivalsPerDay: { low: arrivalsPerDayLow, high: arrivalsPerDayHigh },
    lateShare: { low: lateShareLow, high: lateShareHigh },
    byPart: byPartOf(byHour),
    byHour,
  };
}

function byPartOf(hours: Measured['byHour']): Measured['byPart'] {
  const byPart = { morning: none(), afternoon: none(), evening: none() };
  for (const { hour, arrivals, late } of hours) {
    const part = byPart[partOf(hour)];
    part.arrivals += arrivals;
    part.late += late;
  }
  return byPart;
}

const none = () => ({ arrivals: 0, late: 0 });

function partOf(hour: number): PartOfDay {
  if (hour >= 5 && hour < 12) return 'morning';
  return hour >= 12 && hour < 18 ? 'afternoon' : 'evening';
}
