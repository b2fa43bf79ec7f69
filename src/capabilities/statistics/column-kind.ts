import type { Axis, ColumnKind } from './frame-contract.ts';

const kindByType = new Map<string, ColumnKind>([
  ...['TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'HUGEINT', 'UTINYINT', 'USMALLINT', 'UINTEGER', 'UBIGINT'].map(
    (type) => [type, 'integer'] as const,
  ),
  ['FLOAT', 'number'],
  ['DOUBLE', 'number'],
  ['BOOLEAN', 'boolean'],
  ['VARCHAR', 'text'],
  ['UUID', 'text'],
  ['JSON', 'text'],
  ['DATE', 'date'],
  ['TIMESTAMP', 'timestamp'],
  ['TIMESTAMP_S', 'timestamp'],
  ['TIMESTAMP_MS', 'timestamp'],
  ['TIMESTAMP_NS', 'timestamp'],
  ['TIMESTAMP WITH TIME ZONE', 'timestamp'],
  ['TIME', 'time'],
]);

/** The kind of a column, from its type as DuckDB writes it. */
export function kindOf(type: string): ColumnKind {
  if (/[)\]]$/.test(type)) {
    if (/^DECIMAL\(\d+,\d+\)$/.test(type)) return 'decimal';
    if (/^ENUM\(.*\)$/s.test(type)) return 'text';
    return 'nested';
  }
  return kindByType.get(type) ?? 'other';
}

const axisByKind: Partial<Record<ColumnKind, Axis>> = {
  integer: 'value',
  decimal: 'value',
  number: 'value',
  date: 'days_since_1970',
  timestamp: 'seconds_since_1970',
  time: 'seconds_since_midnight',
};

export const axisOf = (kind: ColumnKind): Axis | null => axisByKind[kind] ?? null;

export const isNumeric = (kind: ColumnKind): boolean => axisOf(kind) === 'value';

/** Width and scale of a decimal. */
export function digitsOf(type: string): { width: number; scale: number } {
  const [, width = 0, scale = 0] = /^DECIMAL\((\d+),(\d+)\)$/.exec(type)?.map(Number) ?? [];
  return { width, scale };
}
