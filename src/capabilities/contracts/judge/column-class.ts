/** A column of a version, its type as DuckDB writes it. */
export interface Column {
  name: string;
  type: string;
}

export type ColumnClass =
  | 'integer'
  | 'number'
  | 'boolean'
  | 'date'
  | 'timestamp'
  | 'time'
  | 'string'
  | 'array'
  | 'object'
  | 'other';

const whole = /^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/;
const classes: readonly (readonly [RegExp, ColumnClass])[] = [
  [/(\[\d*\])$/, 'array'],
  [/^(STRUCT|MAP|UNION|JSON)/, 'object'],
  [whole, 'integer'],
  [/^(DECIMAL|FLOAT|DOUBLE|REAL|BIGNUM)/, 'number'],
  [/^BOOL/, 'boolean'],
  [/^DATE$/, 'date'],
  [/^TIMESTAMP/, 'timestamp'],
  [/^TIME/, 'time'],
  [/^(VARCHAR|ENUM|UUID|TEXT)/, 'string'],
];

/** What the values of a type are to the rules, in the words of the open standard. */
export function columnClass(type: string): ColumnClass {
  return classes.find(([form]) => form.test(type.toUpperCase()))?.[1] ?? 'other';
}

export const isNumeric = (type: string): boolean => ['integer', 'number'].includes(columnClass(type));
export const isTemporal = (type: string): boolean => ['date', 'timestamp', 'time'].includes(columnClass(type));
/** Only these hold NaN and infinities. */
export const isFloating = (type: string): boolean => /^(FLOAT|DOUBLE|REAL)/.test(type.toUpperCase());
