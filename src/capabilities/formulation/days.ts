import type { Clock } from '../../platform/clock.ts';

/** Today as year-month-day, in UTC. */
export function today(clock: Clock): string {
  return new Date(clock.now()).toISOString().slice(0, 10);
}
