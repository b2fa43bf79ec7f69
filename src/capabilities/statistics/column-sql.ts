import { digitsOf } from './column-kind.ts';
import type { ColumnFrame, ColumnKind } from './frame-contract.ts';

/** What the SQL of a column is made from: columns are named c0, c1, ... by their place, whatever their names. */
export interface ColumnAt {
  type: string;
  kind: ColumnKind;
  place: number;
}

export const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** From the shortest text that reads back as the same number; a plain literal would be a decimal. */
export const double = (value: number): string => `'${value}'::double`;

export const listOf = (values: readonly (string | number)[], type: string): string =>
  `[${values.map((value) => text(String(value))).join(', ')}]::${type}[]`;

/** One value of several parts, whatever words SQL keeps to itself. */
export const struct = (parts: Readonly<Record<string, string>>): string =>
  `{${Object.entries(parts)
    .map(([name, sql]) => `${text(name)}: ${sql}`)
    .join(', ')}}`;

/** The finite value: null for what is not a number, or beyond all dates. */
export function finiteSql({ kind, type, place }: ColumnAt): string {
  const column = `c${place}`;
  if (kind === 'number' || kind === 'date' || kind === 'timestamp')
    return `case when isfinite(${column}) then ${column} end`;
  if (kind === 'text' && type !== 'VARCHAR') return `${column}::varchar`;
  return column;
}

/** Where a finite value lies on its axis, as a double. */
export function positionSql(kind: ColumnKind, finite: string): string {
  if (kind === 'date') return `(${finite} - date '1970-01-01')::double`;
  if (kind === 'timestamp') return `epoch(${finite}::timestamp)`;
  if (kind === 'time') return `epoch(${finite})`;
  return `${finite}::double`;
}

/**
 * Whether the shift is so large that a value near it loses digits as a double: then it is taken off first. A value far
 * from a small shift loses none that matter.
 */
function isWide({ kind, type, shift }: ColumnFrame): boolean {
  if (kind === 'integer') return Math.abs(Number(shift)) > 2 ** 50;
  const { width, scale } = digitsOf(type);
  // With 38 digits the difference of two may have no room.
  return kind === 'decimal' && width < 38 && Math.abs(Number(shift)) * 10 ** scale > 2 ** 50;
}

/** (value - shift) x scale. Multiplying by a power of two loses nothing. */
export function shiftedSql(frame: ColumnFrame, { finite, position }: Record<'finite' | 'position', string>): string {
  const { kind, type, shift, scale } = frame;
  if (!isWide(frame)) return `${position} * ${double(scale)} - ${double(Number(shift) * scale)}`;
  const asHuge =
    kind === 'integer' ? `${finite}::hugeint - ${text(shift)}::hugeint` : `${finite} - ${text(shift)}::${type}`;
  return `(${asHuge})::double * ${double(scale)}`;
}

/** Values counted one by one are compared in their own type; a long decimal as text, which DuckDB would make a double. */
export const isCountedAsText = ({ kind, type }: Pick<ColumnAt, 'kind' | 'type'>): boolean =>
  kind === 'text' || (kind === 'decimal' && digitsOf(type).width > 15);

export const countedSql = (column: ColumnAt, finite: string): { value: string; type: string } =>
  isCountedAsText(column) ? { value: `${finite}::varchar`, type: 'varchar' } : { value: finite, type: column.type };

/** So many digits that the sum of 10^11 rows still has room. */
export const hasExactSum = ({ kind, type }: Pick<ColumnAt, 'kind' | 'type'>): boolean =>
  kind === 'integer' || (kind === 'decimal' && digitsOf(type).width <= 27);
