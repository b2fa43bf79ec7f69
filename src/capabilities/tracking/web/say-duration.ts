import type { Formats } from '../../../web/kit/language/formats.ts';

/** Short, by the unit that fits: 320 ms, 4.2 s, 12 min, 3.5 h. */
export function sayDuration(duration_ms: number, formats: Pick<Formats, 'number'>): string {
  if (duration_ms < 1_000) return `${formats.number(duration_ms, 0)} ms`;
  if (duration_ms < 60_000) return `${formats.number(duration_ms / 1_000, 1)} s`;
  if (duration_ms < 3_600_000) return `${formats.number(duration_ms / 60_000, 1)} min`;
  return `${formats.number(duration_ms / 3_600_000, 1)} h`;
}
