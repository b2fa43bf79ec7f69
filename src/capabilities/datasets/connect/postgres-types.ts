/** By the numbers of pg_type; what is not here is a text. */
const types: Readonly<Record<number, string>> = {
  16: 'BOOLEAN',
  20: 'BIGINT',
  21: 'BIGINT',
  23: 'BIGINT',
  26: 'BIGINT',
  700: 'DOUBLE',
  701: 'DOUBLE',
  1082: 'DATE',
  1083: 'TIME',
  1114: 'TIMESTAMP',
  1184: 'TIMESTAMP WITH TIME ZONE',
};
const numeric = 1700;

/** What a column of PostgreSQL is here; null: a numeric without bounds, whose own values tell. */
export function typeOfPostgres(oid: number, modifier: number): string | null {
  if (oid !== numeric) return types[oid] ?? 'VARCHAR';
  if (modifier < 4) return null;
  const precision = ((modifier - 4) >> 16) & 0xffff;
  // Eleven bits with a sign (numeric_typmod_scale).
  const scale = (((modifier - 4) & 0x7ff) ^ 1024) - 1024;
  return precision <= 38 && scale >= 0 && scale <= precision ? `DECIMAL(${precision},${scale})` : null;
}
