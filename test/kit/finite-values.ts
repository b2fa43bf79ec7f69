import type { ParquetColumn } from './parquet-table.ts';
import { fromDecimal, fromDouble, type Rational } from './rational.ts';

/** Where a value lies on the axis of its column, exactly; null for what is not there or not finite. */
export function positionIn({ type }: ParquetColumn, value: string | null | undefined): Rational | null {
  if (value === null || value === undefined || ['NaN', 'Infinity', '-Infinity'].includes(value)) return null;
  if (type === 'DATE') return { over: BigInt(Math.round(Date.parse(value) / 86_400_000)), under: 1n };
  if (type === 'TIMESTAMP') return { over: BigInt(Date.parse(`${value.replace(' ', 'T')}Z`)), under: 1000n };
  return type === 'DOUBLE' ? fromDouble(Number(value)) : fromDecimal(value);
}
