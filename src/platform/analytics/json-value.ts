import {
  DuckDBArrayValue,
  DuckDBBlobValue,
  DuckDBDateValue,
  DuckDBGeometryValue,
  DuckDBIntervalValue,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  DuckDBTimeNSValue,
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampNanosecondsValue,
  DuckDBTimestampSecondsValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  DuckDBTimeTZValue,
  DuckDBTimeValue,
  DuckDBUnionValue,
  type DuckDBValue,
  DuckDBVariantValue,
} from '@duckdb/node-api';
import type { JsonValue } from './analytics-protocol.ts';
import { isoDate, isoDuration, isoMoment, isoOffset, isoTime } from './iso-text.ts';

/**
 * A value of DuckDB as JSON keeps it without loss. Whole numbers beyond 2^53 and decimals are strings; a number that is
 * none is "NaN", "Infinity" or "-Infinity"; dates and times are ISO 8601 ("infinity" where DuckDB has no end), with "Z"
 * where the type has a time zone; bytes are base64. The type of the column tells a string from these.
 */
export function jsonValue(value: DuckDBValue | undefined): JsonValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  const convert = converters.get(value.constructor);
  // Decimals, UUIDs and bit strings write themselves.
  return convert ? convert(value) : String(value);
}

const list = (items: readonly DuckDBValue[]): JsonValue => items.map(jsonValue);

/** DuckDB keeps the largest and the smallest number for "infinity". */
const orInfinity = (at: { isFinite: boolean }, units: number | bigint, text: () => string): string => {
  if (at.isFinite) return text();
  return units < 0 ? '-infinity' : 'infinity';
};

type Made<T> = abstract new (...given: never[]) => T;
const converters = new Map<unknown, (value: unknown) => JsonValue>();
function converting<T>(made: Made<T>, convert: (value: T) => JsonValue): void {
  converters.set(made, (value) => convert(value as T));
}

converting(DuckDBListValue, ({ items }) => list(items));
converting(DuckDBArrayValue, ({ items }) => list(items));
converting(DuckDBStructValue, ({ entries }) =>
  Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, jsonValue(value)])),
);
converting(DuckDBMapValue, ({ entries }) =>
  entries.map(({ key, value }) => ({ key: jsonValue(key), value: jsonValue(value) })),
);
converting(DuckDBUnionValue, ({ tag, value }) => ({ tag, value: jsonValue(value) }));
converting(DuckDBVariantValue, ({ value }) => jsonValue(value));
converting(DuckDBBlobValue, ({ bytes }) => Buffer.from(bytes).toString('base64'));
converting(DuckDBGeometryValue, ({ bytes }) => Buffer.from(bytes).toString('base64'));
converting(DuckDBIntervalValue, isoDuration);
converting(DuckDBDateValue, (date) => orInfinity(date, date.days, () => isoDate(date.days)));
converting(DuckDBTimeValue, ({ micros }) => isoTime(micros, 1_000_000n));
converting(DuckDBTimeNSValue, ({ nanos }) => isoTime(nanos, 1_000_000_000n));
converting(DuckDBTimeTZValue, ({ micros, offset }) => `${isoTime(micros, 1_000_000n)}${isoOffset(offset)}`);
converting(DuckDBTimestampSecondsValue, (at) => orInfinity(at, at.seconds, () => isoMoment(at.seconds, 1n)));
converting(DuckDBTimestampMillisecondsValue, (at) => orInfinity(at, at.millis, () => isoMoment(at.millis, 1000n)));
converting(DuckDBTimestampValue, (at) => orInfinity(at, at.micros, () => isoMoment(at.micros, 1_000_000n)));
converting(DuckDBTimestampNanosecondsValue, (at) =>
  orInfinity(at, at.nanos, () => isoMoment(at.nanos, 1_000_000_000n)),
);
converting(DuckDBTimestampTZValue, (at) => orInfinity(at, at.micros, () => `${isoMoment(at.micros, 1_000_000n)}Z`));

/** About how many characters it takes on the way to the server. */
export function weightOf(value: JsonValue): number {
  if (typeof value === 'string') return value.length + 2;
  if (value === null || typeof value !== 'object') return 8;
  const parts = Array.isArray(value) ? value : [...Object.keys(value), ...Object.values(value)];
  return parts.reduce<number>((sum, part) => sum + weightOf(part), 2);
}
