import { Cron } from 'croner';
import { jobErrors } from './errors.ts';

export interface CronRule {
  /** five fields: minute, hour, day of the month, month, day of the week */
  cron: string;
  /** IANA name */
  time_zone: string;
}

/**
 * What daylight saving does: a time of the day that the clock jumps over runs at the first moment after the jump; one
 * that comes twice runs the first time only. A rule with `*` or a step in its hours keeps to real hours.
 */
function parse({ cron, time_zone }: CronRule): Cron {
  // What is known of time zones takes 10 MB once it is asked; the rules of the house itself are all in UTC.
  const zone = time_zone === 'UTC' ? { utcOffset: 0 } : { timezone: time_zone };
  if (time_zone !== 'UTC' && !isTimeZone(time_zone)) throw jobErrors.badTimeZone({ given: time_zone });
  try {
    return new Cron(cron, { ...zone, paused: true, mode: '5-part', fixedTimeRule: 'no-wildcard' });
  } catch (error) {
    throw jobErrors.badCron({ given: cron, reason: (error as Error).message.replace(/^CronPattern: /, '') });
  }
}

/** The first moment after `after`, both in epoch milliseconds; null where none will come (the 30th of February). */
export function nextMoment(rule: CronRule, after: number): number | null {
  return parse(rule).nextRun(new Date(after))?.getTime() ?? null;
}

/** At most `most` moments from `from` up to and including `until`, the latest ones, in order. */
export function latestMoments(
  rule: CronRule,
  { from, until }: { from: number; until: number },
  most: number,
): number[] {
  // A rule has no moments between seconds, so one second later takes `until` itself in.
  const latest = parse(rule).previousRuns(most, new Date(Math.floor(until / 1000) * 1000 + 1000));
  return latest
    .map((moment) => moment.getTime())
    .filter((at) => at >= from && at <= until)
    .reverse();
}

function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
