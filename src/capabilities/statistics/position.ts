import type { Axis, Scalar } from './contract.ts';

const day_ms = 86_400_000;

/** Where a value of counts lies on its axis, as the SQL would have it. Years outside 0000 to 9999 are signed. */
export function positionOf(axis: Axis, value: Scalar): number {
  if (axis === 'value' || typeof value === 'number') return Number(value);
  if (axis === 'seconds_since_midnight') {
    const [hours = 0, minutes = 0, seconds = 0] = value.split(/[:+-]/).map(Number);
    return hours * 3600 + minutes * 60 + seconds;
  }
  const [, year = '1970', month, day, clock = '00:00:00'] =
    /^([+-]?\d+)-(\d\d)-(\d\d)(?:T([\d:.]+))?/.exec(value) ?? [];
  const days = daysSince1970(Number(year), Number(month), Number(day));
  if (axis === 'days_since_1970') return days;
  return days * 86_400 + positionOf('seconds_since_midnight', clock);
}

/** `Date` takes a year below 100 for one of 1900, unless it is set. */
function daysSince1970(year: number, month: number, day: number): number {
  // 400 years are 146,097 days, so years that `Date` does not know are moved to ones that it does.
  const cycles = Math.floor((year - 2000) / 400);
  return Date.UTC(year - cycles * 400, month - 1, day) / day_ms + cycles * 146_097;
}
