import type { Clock } from '../../platform/clock.ts';

/** Year-month-day, in UTC. */
export function today(clock: Clock): string {
  return new Date(clock.now()).toISOString().slice(0, 10);
}

const day_ms = 86_400_000;

/** @param day year-month-day */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * day_ms).toISOString().slice(0, 10);
}
