import type { Clock } from '../../platform/clock.ts';

/** Year-month-day, in UTC. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

export function today(clock: Clock): string {
  return dayOf(clock.now());
}
