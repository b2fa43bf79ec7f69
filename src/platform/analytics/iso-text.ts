import type { DuckDBIntervalValue } from '@duckdb/node-api';

/**
 * A date of the proleptic Gregorian calendar by ISO 8601, with a signed year of six or more digits outside 0000 to 9999.
 * Source: H. Hinnant, "chrono-compatible low-level date algorithms", civil_from_days. `Date` ends before DuckDB does.
 */
export function isoDate(daysSince1970: number): string {
  const shifted = daysSince1970 + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${isoYear(year)}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** A moment given in units of which so many fit in a second; without a zone, as stored. */
export function isoMoment(sinceEpoch: bigint, unitsPerSecond: bigint): string {
  const unitsPerDay = 86_400n * unitsPerSecond;
  const within = ((sinceEpoch % unitsPerDay) + unitsPerDay) % unitsPerDay;
  const days = (sinceEpoch - within) / unitsPerDay;
  return `${isoDate(Number(days))}T${isoTime(within, unitsPerSecond)}`;
}

export function isoTime(sinceMidnight: bigint, unitsPerSecond: bigint): string {
  const seconds = Number(sinceMidnight / unitsPerSecond);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits).join(':');
  return `${clock}${fraction(sinceMidnight % unitsPerSecond, unitsPerSecond)}`;
}

/** `+01:00`; seconds are only written where there are any. */
export function isoOffset(seconds: number): string {
  const size = Math.abs(seconds);
  const parts = [Math.floor(size / 3600), Math.floor(size / 60) % 60, ...(size % 60 ? [size % 60] : [])];
  return `${seconds < 0 ? '-' : '+'}${parts.map(twoDigits).join(':')}`;
}

/** `P14M3DT0.5S`: months, days and seconds do not convert into one another. */
export function isoDuration({ months, days, micros }: DuckDBIntervalValue): string {
  const size = micros < 0n ? -micros : micros;
  const seconds = `${micros < 0n ? '-' : ''}${size / 1_000_000n}${fraction(size % 1_000_000n, 1_000_000n)}`;
  const date = `${months ? `${months}M` : ''}${days ? `${days}D` : ''}`;
  return `P${date}${micros === 0n && date ? '' : `T${seconds}S`}`;
}

function fraction(units: bigint, unitsPerSecond: bigint): string {
  if (units === 0n) return '';
  const digits = String(unitsPerSecond).length - 1;
  return `.${String(units).padStart(digits, '0').replace(/0+$/, '')}`;
}

function isoYear(year: number): string {
  if (year >= 0 && year <= 9999) return String(year).padStart(4, '0');
  return `${year < 0 ? '-' : '+'}${String(Math.abs(year)).padStart(6, '0')}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
