import { type RawBuilder, sql } from 'kysely';
import type { DatabaseKind } from '../db/database.ts';

/**
 * `%` stands for any text and `_` for one character; nothing else is special, a backslash neither. LIKE heeds capitals in both
 * databases. ILIKE does not: on SQLite for the letters of ASCII, on PostgreSQL for all.
 */
export function textMatch(
  column: RawBuilder<string>,
  { pattern, isExact }: { pattern: string; isExact: boolean },
  kind: DatabaseKind,
): RawBuilder<boolean> {
  if (kind === 'postgres')
    return isExact ? sql`${column} like ${pattern} escape ''` : sql`${column} ilike ${pattern} escape ''`;
  // SQLite's LIKE knows no capitals, its GLOB does, with signs of its own.
  return isExact ? sql`${column} glob ${asGlob(pattern)}` : sql`${column} like ${pattern}`;
}

const signs: Readonly<Record<string, string>> = { '%': '*', _: '?', '*': '[*]', '?': '[?]', '[': '[[]' };

const asGlob = (pattern: string): string => pattern.replace(/[%_*?[]/g, (sign) => signs[sign] ?? sign);
