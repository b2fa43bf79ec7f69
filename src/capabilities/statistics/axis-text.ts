import type { Axis, ColumnKind, Scalar } from './contract.ts';

const day_ms = 86_400_000;

/** What lies at a place of an axis, as people and JSON write it; beyond the years that `Date` knows, the place itself. */
export function scalarAt(axis: Axis, position: number): Scalar {
  if (axis === 'value') return position;
  if (axis === 'seconds_since_midnight') return timeOf(position);
  const milliseconds = axis === 'days_since_1970' ? position * day_ms : position * 1000;
  if (!(Math.abs(milliseconds) <= 8.64e15)) return position;
  const text = new Date(Math.floor(milliseconds)).toISOString();
  if (axis === 'days_since_1970') return text.slice(0, text.indexOf('T'));
  return text.replace(/\.?0*Z$/, '').replace(/(T\d\d:\d\d)$/, '$1:00');
}

function timeOf(seconds: number): string {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const fraction = Number((seconds - whole).toFixed(6));
  return `${parts.map((part) => String(part).padStart(2, '0')).join(':')}${fraction > 0 ? String(fraction).slice(1) : ''}`;
}

/** A value as DuckDB writes it, as JSON does: ISO 8601. */
export function readable(kind: ColumnKind, value: string): string {
  if (kind === 'timestamp') return value.replace(' ', 'T').replace(/\+00$/, 'Z');
  if (kind === 'number') return value.replace(/\.0$/, '');
  return value;
}

/** The same, a number as one where a double holds it. */
export function scalarOf(kind: ColumnKind, value: string): Scalar {
  if (kind === 'number') return Number(value) + 0;
  if (kind === 'integer' && Number.isSafeInteger(Number(value))) return Number(value);
  return readable(kind, value);
}
